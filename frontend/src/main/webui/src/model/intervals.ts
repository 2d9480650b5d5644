/** A longer time between two verdicts was a break. */
const BREAK_MILLIS = 60_000;

/** Tells how long verdicts take, one after the other. */
export class Intervals {
  #last: number | undefined;

  /** Is told that the time until now went to something else. */
  rest(now: number): void {
    if (this.#last !== undefined) this.#last = now;
  }

  /** Notes that a verdict was given. @returns the milliseconds since the one before; undefined behind a break, and of the first */
  next(now: number): number | undefined {
    const interval = this.#last === undefined ? undefined : now - this.#last;
    this.#last = now;
    return interval !== undefined && interval < BREAK_MILLIS ? interval : undefined;
  }
}
