/** Rows that somebody has frozen, and what lies between two times of that. */

import {type Format, useOf} from './export-choice.js';
import {type Controls, controlParameters} from './export-controls.js';

/** A snapshot as the API tells of it. */
export interface Snapshot {
  id: number;
  title: string;
  created_at: string;
  /** The parameters that selected its rows. */
  selection: Readonly<Record<string, string>>;
  rows: number;
  /** How many of its rows are gone. If any is, no file can be made of them. */
  purged: number;
  /** The tasks and annotations that it keeps, of which files of other formats are made. Not every snapshot keeps them. */
  sources?: {tasks: number; annotations: number; purged: number; sha256: string};
  /** Of its rows as JSON Lines. */
  sha256: string;
}

export interface SnapshotPage {
  count: number;
  results: Snapshot[];
}

/** What became of a row from one snapshot to another. */
export type Change = 'added' | 'changed' | 'withdrawn';

export interface Comparison {
  added: number;
  changed: number;
  withdrawn: number;
  unchanged: number;
  keys: {record_id: string; change: Change}[];
  /** The key behind which the following ones come; null at the end. */
  next: string | null;
}

/** Whether a file in that format can be made of a snapshot. */
export function holdsFile({rows, purged, sources, selection}: Snapshot, format: Format): boolean {
  if (useOf(format) === 'training') return purged + (rows === 0 ? (sources?.purged ?? 0) : 0) === 0;
  return sources?.purged === 0 && selection['split'] === undefined;
}

export const newestWithFile = (newestFirst: readonly Snapshot[] = [], format?: Format): Snapshot | undefined =>
  format && newestFirst.find((snapshot) => holdsFile(snapshot, format));

/** Where a file of a snapshot is. */
export function snapshotFile(projectId: number, snapshotId: number, format: Format, controls: Controls): string {
  const query = new URLSearchParams([['exportType', format.name], ...controlParameters(format, controls)]);
  return `/api/projects/${projectId}/snapshots/${snapshotId}/export?${query.toString()}`;
}

/** Whether somebody typed a snapshot's title, as a sign that it is meant. */
export function isTitleOf(typed: string, {title}: Snapshot): boolean {
  return typed.trim() === title.trim();
}

/** The two snapshots that people most likely want to compare: the last one with the one before. */
export function lastTwo(newestFirst: readonly Snapshot[]): [Snapshot, Snapshot] | undefined {
  const [last, before] = newestFirst;
  return last && before ? [before, last] : undefined;
}
