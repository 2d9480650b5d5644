/** Files of snapshots that go to a folder or a bucket, and exports that are made again and again. */

import type {Format} from './export-choice.js';

export interface Target {
  name: string;
  kind: 'folder' | 's3';
}

export type DeliveryState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';

/** A file of a snapshot on its way to a target, or there, as the API tells of it. */
export interface Delivery {
  id: number;
  snapshot: number;
  target: string;
  export_type: string;
  /** Where its files are, within the target. */
  place: string;
  state: DeliveryState;
  bytes: number;
  rows: number | null;
  error: string | null;
}

export type Every = 'hour' | 'day' | 'week';

export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** One time that a schedule was due. It may also be where its delivery is. */
export interface ScheduleRun {
  id: number;
  due_at: string;
  state: DeliveryState | 'skipped' | 'made';
  note: string | null;
}

type Parameters = Readonly<Record<string, string>>;

/** What is asked for of a new schedule. Times are in UTC. */
export interface NewSchedule {
  title: string;
  target: string;
  every: Every;
  at: string;
  weekday?: Weekday;
  /** How many of its newest snapshots stay; null for all. */
  keep: number | null;
  parameters: Parameters;
}

export interface Schedule extends Omit<NewSchedule, 'weekday'> {
  id: number;
  weekday: Weekday | null;
  paused: boolean;
  next_at: string | null;
  runs: readonly ScheduleRun[];
}

/** Whether something goes on, so that it is to be asked for again. */
export function isUnderWay({state}: Pick<Delivery, 'state'> | ScheduleRun): boolean {
  return state === 'waiting' || state === 'running';
}

/** The parameters of an export as a schedule has them. */
export function scheduled(
  formatName: string,
  selection: readonly (readonly [string, string])[],
): Record<string, string> {
  const parameters: Record<string, string> = {exportType: formatName};
  for (const [name, value] of selection) {
    const before = parameters[name];
    parameters[name] = before === undefined ? value : `${before},${value}`;
  }
  return parameters;
}

/**
 * The parameters of a schedule that is sent in another format: those that select rows stay, and those of files that the other format
 * has, too.
 *
 * @param selection what selects rows from now on; undefined if that stays
 */
export function rescheduled(
  {parameters}: Pick<Schedule, 'parameters'>,
  formatName: string,
  formats: readonly Format[],
  selection: readonly (readonly [string, string])[] | undefined,
): Parameters {
  const choices = Object.keys(formats.find(({name}) => name === formatName)?.choices ?? {});
  const all = new Set(formats.flatMap(({choices}) => Object.keys(choices ?? {})));
  const kept = Object.entries(parameters).filter(([name]) =>
    all.has(name) ? choices.includes(name) : selection === undefined,
  );
  return {...Object.fromEntries(kept), ...scheduled(formatName, selection ?? [])};
}
