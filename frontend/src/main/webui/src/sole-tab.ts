import {locks} from './platform.js';

export interface SoleTabPorts {
  /** Is told that this tab may go on. */
  onHere: () => void;
  /** Is told that another tab has what this one asked for, or took it over. */
  onElsewhere: () => void;
}

/** A tab that was just closed or reloaded lets go within this time. */
const PATIENCE_MILLIS = 400;

/** Makes sure that one tab of this browser does something at a time. Where tabs cannot agree, because the page came without TLS, each may. */
export class SoleTab {
  #letGo: (() => void) | undefined;
  #ended = false;

  constructor(
    private readonly name: string,
    private readonly ports: SoleTabPorts,
  ) {}

  /** Asks to be the one, and waits for a moment while another tab is. */
  ask(): void {
    this.#request({signal: AbortSignal.timeout(PATIENCE_MILLIS)});
  }

  /** Takes over from the other tab, which is told so. */
  takeOver(): void {
    this.#request({steal: true});
  }

  /** Lets another tab be the one. */
  end(): void {
    this.#ended = true;
    this.#letGo?.();
  }

  #request(how: LockOptions): void {
    const known = locks();
    if (!known) {
      this.ports.onHere();
      return;
    }
    let isHere = false;
    known
      .request(this.name, how, () => {
        isHere = true;
        return this.#hold();
      })
      .catch(async () => {
        if (this.#ended) return;
        // A slow machine may not answer in time although no tab is in the way.
        if (isHere || (await this.#isTaken(known))) this.ports.onElsewhere();
        else this.ask();
      });
  }

  async #isTaken(known: LockManager): Promise<boolean> {
    const {held = []} = await known.query();
    return held.some(({name}) => name === this.name);
  }

  #hold(): Promise<void> {
    if (this.#ended) return Promise.resolve();
    this.ports.onHere();
    return new Promise((resolve) => (this.#letGo = resolve));
  }
}
