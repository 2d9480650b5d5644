import type {ImportAnswer, RefusedFile, RefusedRow} from '../import-api.js';

/** What an import came to, as far as somebody must know of it. */
export interface ImportOutcome {
  added: number;
  /** Rows that were in the project already. */
  skipped: number;
  /** Rows that could not be imported. */
  refused: number;
  /** The first of these. */
  rows: readonly RefusedRow[];
  /** What holds all of these. */
  files: readonly RefusedFile[];
}

/** How a cancelled import ended: nothing is stored, or nobody knows. */
export type Cancelled = 'nothing' | 'unknown';

export function outcomeOf(answer: ImportAnswer): ImportOutcome {
  return {
    added: answer.task_count,
    skipped: answer.duplicates_skipped ?? 0,
    refused: answer.refused?.count ?? 0,
    rows: answer.refused?.rows ?? [],
    files: answer.refused?.files ?? [],
  };
}
