/** Sizes and times as people read them, in the browser's locale. */

const UNITS = [
  {unit: 'gigabyte', bytes: 1e9, digits: 1},
  {unit: 'megabyte', bytes: 1e6, digits: 1},
  {unit: 'kilobyte', bytes: 1e3, digits: 0},
  {unit: 'byte', bytes: 1, digits: 0},
] as const;

const MINUTE = 60;

/** A number of bytes, such as "12.5 MB". */
export function spokenSize(bytes: number): string {
  const {unit, bytes: size, digits} = UNITS.find((one) => bytes >= one.bytes) ?? UNITS[3];
  return new Intl.NumberFormat(undefined, {style: 'unit', unit, maximumFractionDigits: digits}).format(bytes / size);
}

/** About how long something takes: in seconds up to a minute, else in whole minutes. */
export function spokenDuration(seconds: number): string {
  const isShort = seconds < MINUTE;
  const value = isShort ? Math.max(1, Math.round(seconds)) : Math.round(seconds / MINUTE);
  const unit = isShort ? 'second' : 'minute';
  return new Intl.NumberFormat(undefined, {style: 'unit', unit, unitDisplay: 'long'}).format(value);
}
