import {Intervals} from './intervals.js';

/** How long the server and the way to it may take before an annotator at this pace has nothing to judge. */
const COVER_MILLIS = 2500;
const AHEAD_MIN = 3;
const AHEAD_MAX = 10;
const REMEMBERED = 5;

/** Tells by how fast somebody judges how many comparisons the page should hold. */
export class Pace {
  readonly #verdicts = new Intervals();
  #intervals: number[] = [];

  constructor(private readonly now: () => number) {}

  /** Notes that a verdict was given. */
  note(): void {
    const interval = this.#verdicts.next(this.now());
    if (interval !== undefined) this.#intervals = [...this.#intervals, interval].slice(-REMEMBERED);
  }

  /** Is told that the time since the last verdict went to something else. */
  rest(): void {
    this.#verdicts.rest(this.now());
  }

  /** How many comparisons to hold, the one that is shown among them: 3 to 10. */
  get ahead(): number {
    const sum = this.#intervals.reduce((total, one) => total + one, 0);
    if (this.#intervals.length === 0) return AHEAD_MIN;
    const needed = 1 + Math.ceil((COVER_MILLIS * this.#intervals.length) / Math.max(1, sum));
    return Math.min(AHEAD_MAX, Math.max(AHEAD_MIN, needed));
  }
}
