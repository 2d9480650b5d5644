const FIRST_MILLIS = 500;
const LONGEST_MILLIS = 15_000;

/**
 * How many milliseconds to wait before the next attempt, after `failures` in a row (1 or more). Each wait is twice the
 * last one. Up to a quarter is taken off at random, so that many pages do not return at the same moment. A wait that
 * the server asked for is the minimum.
 */
export function waitMillis(failures: number, askedSeconds = 0, random: () => number = Math.random): number {
  const doubled = Math.min(LONGEST_MILLIS, FIRST_MILLIS * 2 ** (failures - 1));
  const asked = Math.min(LONGEST_MILLIS, askedSeconds * 1000);
  return Math.max(asked, Math.round(doubled * (1 - random() / 4)));
}
