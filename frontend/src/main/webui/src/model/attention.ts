import type {LeadTimer} from './lead-timer.js';

/** Measures the task that is shown while somebody can see it, and no other. */
export class Attention {
  #visible = true;
  #aside = false;
  #running: LeadTimer | undefined;

  /** @param shown the timer of the task that is shown */
  constructor(private readonly shown: () => LeadTimer | undefined) {}

  setVisible(visible: boolean): void {
    this.#visible = visible;
    this.turn();
  }

  /** Is told whether something else is asked in place of the task. */
  setAside(aside: boolean): void {
    this.#aside = aside;
    this.turn();
  }

  /** Is told that another task may be shown. */
  turn(): void {
    const timer = this.#visible && !this.#aside ? this.shown() : undefined;
    if (timer !== this.#running) this.#running?.pause();
    this.#running = timer;
    timer?.run();
  }
}
