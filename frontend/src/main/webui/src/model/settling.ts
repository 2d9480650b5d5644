/** So long after another task came by itself, a key is meant for the one before. */
const MILLIS = 300;

export interface SettlingPorts {
  /** Calls back after that many milliseconds, and returns a function that cancels the call. */
  later: (millis: number, action: () => void) => () => void;
  /** Is told that it is over. */
  onSettled?: () => void;
}

/** Tells whether a task came by itself just now, so that nobody can have read it yet. */
export class Settling {
  /** The task that is shown, or was the last one. */
  #lastId: string | undefined;
  #cancel: (() => void) | undefined;

  constructor(private readonly ports: SettlingPorts) {}

  get isOn(): boolean {
    return this.#cancel !== undefined;
  }

  /** Is told which task is shown, if any. @param isLed whether the annotator has led to it */
  show(id: string | undefined, isLed: boolean): void {
    const former = this.#lastId;
    this.#lastId = id ?? former;
    // Before the first task nothing was there that a key could be meant for.
    if (id === undefined || former === undefined || id === former || isLed) return;
    this.#cancel?.();
    this.#cancel = this.ports.later(MILLIS, () => {
      this.#cancel = undefined;
      this.ports.onSettled?.();
    });
  }
}
