const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A point in time for people: how long ago it was, or after a week its date. */
export function spokenWhen(iso: string, nowMillis: number, locale?: string): string {
  const then = new Date(iso);
  // A clock that is behind the server's says "now" of what it takes for the future.
  const seconds = Math.max(0, Math.round((nowMillis - then.getTime()) / 1000));
  const ago = new Intl.RelativeTimeFormat(locale, {numeric: 'auto'});
  if (seconds < MINUTE) return ago.format(0, 'second');
  if (seconds < HOUR) return ago.format(-Math.floor(seconds / MINUTE), 'minute');
  if (seconds < DAY) return ago.format(-Math.floor(seconds / HOUR), 'hour');
  if (seconds < 7 * DAY) return ago.format(-Math.floor(seconds / DAY), 'day');
  return new Intl.DateTimeFormat(locale, {dateStyle: 'medium'}).format(then);
}

/** A point in time as people name it: by its time of day if it was today, or else with its date. */
export function spokenMoment(iso: string, nowMillis: number, locale?: string): string {
  const then = new Date(iso);
  const isToday = then.toDateString() === new Date(nowMillis).toDateString();
  return new Intl.DateTimeFormat(locale, {...(isToday ? {} : {dateStyle: 'medium'}), timeStyle: 'short'}).format(then);
}

/** The point in time with all there is to know. */
export function exactWhen(iso: string, locale?: string): string {
  return new Intl.DateTimeFormat(locale, {dateStyle: 'full', timeStyle: 'medium'}).format(new Date(iso));
}
