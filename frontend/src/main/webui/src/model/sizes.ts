/** Sizes and times as people read them, in the browser's locale. */

const UNITS = [
  {unit: 'gigabyte', bytes: 1e9, digits: 1},
  {unit: 'megabyte', bytes: 1e6, digits: 1},
  {unit: 'kilobyte', bytes: 1e3, digits: 0},
  {unit: 'byte', bytes: 1, digits: 0},
] as const;

const HOUR = 3600;
const DAY = 24 * HOUR;

/** Each unit from where on it is used. */
const TIMES = [
  {unit: 'day', seconds: DAY, from: 2 * DAY},
  {unit: 'hour', seconds: HOUR, from: 2 * HOUR},
  {unit: 'minute', seconds: 60, from: 60},
  {unit: 'second', seconds: 1, from: 0},
] as const;

/** A number of bytes, such as "12.5 MB" or "603 bytes". */
export function spokenSize(bytes: number): string {
  const {unit, bytes: size, digits} = UNITS.find((one) => bytes >= one.bytes) ?? UNITS[3];
  // The short name of the byte has no plural.
  const unitDisplay = unit === 'byte' ? 'long' : 'short';
  const format = new Intl.NumberFormat(undefined, {style: 'unit', unit, unitDisplay, maximumFractionDigits: digits});
  return format.format(bytes / size);
}

/** About how long something takes, in the unit that says it best. */
export function spokenDuration(seconds: number): string {
  const {unit, seconds: length} = TIMES.find((one) => seconds >= one.from) ?? TIMES[3];
  const value = Math.max(1, Math.round(seconds / length));
  return new Intl.NumberFormat(undefined, {style: 'unit', unit, unitDisplay: 'long'}).format(value);
}
