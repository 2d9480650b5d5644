import {Intervals} from './intervals.js';

/** Medians are over so many judgements in a row. */
const STRETCH = 8;
/** Before so many nobody has found a pace of their own. */
const ENOUGH = 24;
/** Reading is not all: a task of a few words takes as long as one of this many characters. */
const CHARACTERS_MIN = 120;
/** Whoever was told is left alone for so long. */
const QUIET_MILLIS = 30 * 60_000;

/** Tells whether somebody has become half as fast as they were, by the time that they take for each character of a task. */
export class Tempo {
  readonly #verdicts = new Intervals();
  #count = 0;
  #recent: number[] = [];
  #best = Infinity;
  #toldAt = -Infinity;

  /** Notes that a task was judged. @param now in milliseconds @param characters of all that it shows @returns whether to tell */
  note(now: number, characters: number): boolean {
    const millis = this.#verdicts.next(now);
    if (millis === undefined) return false;
    this.#recent = [...this.#recent, millis / Math.max(CHARACTERS_MIN, characters)].slice(-STRETCH);
    this.#count++;
    if (this.#recent.length < STRETCH) return false;
    const median = medianOf(this.#recent);
    this.#best = Math.min(this.#best, median);
    if (this.#count < ENOUGH || median <= 2 * this.#best || now - this.#toldAt < QUIET_MILLIS) return false;
    this.#toldAt = now;
    return true;
  }

  /** Is told that the time since the last verdict went to something else. @param now in milliseconds */
  rest(now: number): void {
    this.#verdicts.rest(now);
  }
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Infinity;
}
