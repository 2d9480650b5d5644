/** Figures of statistics as people read them, in the browser's locale. */

const RATIOS = new Intl.NumberFormat(undefined, {minimumFractionDigits: 2, maximumFractionDigits: 2});
const SHARES = new Intl.NumberFormat(undefined, {style: 'percent'});
const HOURS = new Intl.DateTimeFormat(undefined, {dateStyle: 'short', timeStyle: 'short'});
const DAYS = new Intl.DateTimeFormat(undefined, {dateStyle: 'medium', timeZone: 'UTC'});
/** With a digit behind the point where that says something. */
const SECONDS = [1, 0].map(
  (digits) => new Intl.NumberFormat(undefined, {style: 'unit', unit: 'second', maximumFractionDigits: digits}),
);

/** A coefficient in two digits, such as "0.69". */
export function spokenRatio(ratio: number): string {
  return RATIOS.format(ratio);
}

/** A share from 0 to 1 in per cent, such as "53%". */
export function spokenShare(share: number): string {
  return SHARES.format(share);
}

/** A time that somebody took, such as "12.4 sec". */
export function spokenSeconds(seconds: number): string {
  return SECONDS[seconds < 20 ? 0 : 1]?.format(seconds) ?? '';
}

/** An hour by where people are, or a day as the server counts it, which is by UTC. */
export function spokenBucket(millis: number, step: 'hour' | 'day'): string {
  return (step === 'hour' ? HOURS : DAYS).format(millis);
}
