/** How long the server and the way to it may take before an annotator at this pace has nothing to judge. */
const COVER_MILLIS = 2500;
const AHEAD_MIN = 3;
const AHEAD_MAX = 10;
const REMEMBERED = 5;
/** A longer time between two verdicts was a break. */
const BREAK_MILLIS = 60_000;

/** Tells by how fast somebody judges how many comparisons the page should hold. */
export class Pace {
  #last: number | undefined;
  #intervals: number[] = [];

  constructor(private readonly now: () => number) {}

  /** Notes that a verdict was given. */
  note(): void {
    const now = this.now();
    if (this.#last !== undefined && now - this.#last < BREAK_MILLIS) {
      this.#intervals = [...this.#intervals, now - this.#last].slice(-REMEMBERED);
    }
    this.#last = now;
  }

  /** How many comparisons to hold, the one that is shown among them: 3 to 10. */
  get ahead(): number {
    const sum = this.#intervals.reduce((total, one) => total + one, 0);
    if (this.#intervals.length === 0) return AHEAD_MIN;
    const needed = 1 + Math.ceil((COVER_MILLIS * this.#intervals.length) / Math.max(1, sum));
    return Math.min(AHEAD_MAX, Math.max(AHEAD_MIN, needed));
  }
}
