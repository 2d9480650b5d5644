/** What happened to a task, as the server tells it. */

import type {Region} from './task-annotations.js';

/** Somebody; without a name where the account is gone. */
export interface Somebody {
  id: number;
  email?: string;
  first_name?: string;
  last_name?: string;
}

/** What an annotation said from then on. */
export interface SaidThen {
  result: readonly Region[] | null;
  was_cancelled: boolean;
  skip_reason: string | null;
  /** Whether that is known: of what was edited before edits were kept it is not. */
  known: boolean;
}

export interface HistoryEntry {
  at: string;
  kind: string;
  /** Absent where that is not known. */
  by?: Somebody;
  overlap?: number;
  former_overlap?: number;
  /** Where the task was copied or moved from; the title is null where that project is gone. */
  from?: {id: number; title: string | null; inner_id: number | null};
  model_version?: string;
  /** Whose annotation it is. */
  author?: Somebody;
  said?: SaidThen;
}

export const HAPPENINGS = [
  'added',
  'edited',
  'overlap_set',
  'copied',
  'moved',
  'predicted',
  'submitted',
  'skipped',
  'annotation_edited',
  'own_edited',
  'deleted',
  'withdrawn',
  'skip_withdrawn',
] as const;

/** What people tell apart. */
export type Happening = (typeof HAPPENINGS)[number];

/** What sentences about an entry need. */
export interface Told {
  who: string;
  whose: string;
  former: string;
  overlap: string;
  from: string;
  number: string;
  model: string;
}

/** What an entry tells; undefined for what a later server tells and this page does not know. */
export function happeningOf({kind, by, author, said}: HistoryEntry): Happening | undefined {
  if (kind === 'submitted' && said?.known === true && said.was_cancelled) return 'skipped';
  if (kind === 'withdrawn' && said?.was_cancelled === true) return 'skip_withdrawn';
  if (kind === 'annotation_edited' && by !== undefined && by.id === author?.id) return 'own_edited';
  return HAPPENINGS.find((one) => one === kind);
}

/** Whether an entry is one after which something was said. */
export function saysSomething(entry: HistoryEntry): boolean {
  return ['submitted', 'skipped', 'annotation_edited', 'own_edited'].includes(happeningOf(entry) ?? '');
}
