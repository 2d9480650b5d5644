/** What a project's judgements are like, as the server tells it, and what follows from that. */

/** A share from 0 to 1 with its 95 % interval; null where there was no trial. */
export interface Share {
  share: number | null;
  low: number | null;
  high: number | null;
}

export interface Sides extends Share {
  left: number;
  right: number;
}

export interface Annotator extends Sides {
  user: number;
  /** Empty if the account is gone. */
  name: string;
  judgements: number;
  skipped: number;
  median_lead_time_s: number | null;
  /** The beginning of the last hour in which they did something. */
  last_hour: string;
}

/** Judgements of an hour or of a day. */
export interface Bucket {
  from: string;
  judgements: number;
  /** By the id of the annotator. */
  people: Record<string, number>;
}

export interface Statistics {
  judgements: number;
  skipped: number;
  pairs: {preference: number; tie: number; both_bad: number; cannot_judge: number};
  sides: Sides;
  length: Share & {longer: number; shorter: number; equal: number};
  lead_time_s: {median: number | null; p90: number | null};
  agreement: {
    units: number;
    pairs: number;
    raw: number | null;
    alpha: number | null;
    low: number | null;
    high: number | null;
  };
  /** By hours, or by days (UTC) where the judgements lie further apart than three of these. Those without any are left out. */
  course: {step: 'hour' | 'day'; buckets: Bucket[]};
  people: Annotator[];
  topic: {rows: number; last_at: string | null; lag_ms: number | null};
}

/** How many people have a line of their own. */
const LINES_MAX = 5;
const HOUR = 3600;
const SECONDS = {hour: HOUR, day: 24 * HOUR};
/** A chart has room for so many buckets. */
const SHOWN_LEAST = 8;
/** The pace is that of so many buckets. */
const PACE_BUCKETS = 3;

/** Judgements over time: seconds since 1970 of each bucket's beginning, and what fell into it. */
export interface Course {
  step: 'hour' | 'day';
  times: number[];
  all: number[];
  /** Of those who judged most, the most active first. */
  people: {name: string; counts: number[]}[];
}

/** The course of the judgements, with the buckets in which there were none. */
export function courseOf({course: {step, buckets}, people}: Pick<Statistics, 'course' | 'people'>): Course {
  const seconds = buckets.map(({from}) => Date.parse(from) / 1000);
  const [start = 0] = seconds;
  const last = seconds.at(-1) ?? 0;
  const width = SECONDS[step];
  const times =
    buckets.length === 0 ? [] : Array.from({length: (last - start) / width + 1}, (_, i) => start + i * width);
  const most = [...people].sort((a, b) => b.judgements - a.judgements).slice(0, LINES_MAX);
  const counted = (countOf: (bucket: Bucket) => number) => {
    const counts = times.map(() => 0);
    buckets.forEach((bucket, at) => (counts[((seconds[at] ?? 0) - start) / width] = countOf(bucket)));
    return counts;
  };
  return {
    step,
    times,
    all: counted(({judgements}) => judgements),
    people: most
      .filter(({judgements}) => judgements > 0)
      .map(({user, name}) => ({name, counts: counted((bucket) => bucket.people[`${user}`] ?? 0)})),
  };
}

/** From when to when a course is shown, in seconds since 1970: few buckets stand at the end, and are not drawn across a year. */
export function spanOf({step, times}: Course): [from: number, to: number] {
  const width = SECONDS[step];
  const end = (times.at(-1) ?? 0) + width;
  return [Math.min(times[0] ?? 0, end - SHOWN_LEAST * width), end];
}

/** Whether an interval leaves out one half, and on which side of it the share is. */
export function leaning({low, high}: Share): 'high' | 'low' | undefined {
  if (low === null || high === null) return undefined;
  if (low > 0.5) return 'high';
  return high < 0.5 ? 'low' : undefined;
}

/**
 * How long it takes until all tasks are done, in seconds, at the pace of the last hours or days; undefined if nobody judges at present.
 *
 * @param left how many judgements are still needed
 */
export function secondsLeft(
  {step, buckets}: Statistics['course'],
  left: number,
  nowMillis: number,
): number | undefined {
  const now = nowMillis / 1000;
  const recent = buckets.filter(({from}) => Date.parse(from) / 1000 > now - (PACE_BUCKETS + 1) * SECONDS[step]);
  const [first] = recent;
  const made = recent.reduce((sum, {judgements}) => sum + judgements, 0);
  if (!first || made === 0) return undefined;
  const span = Math.max(now - Date.parse(first.from) / 1000, 60);
  return (left * span) / made;
}
