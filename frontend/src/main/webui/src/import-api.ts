/** Imports in the REST API. */

import {later} from './platform.js';
import {read} from './requests.js';
import {type Upload, upload} from './upload.js';

/** What becomes of tasks that are in the project already: they are imported again, left out, or the import is refused. */
export type OnDuplicate = 'keep' | 'skip' | 'fail';

/** How files are imported. */
export interface ImportTerms extends Upload {
  onDuplicate?: OnDuplicate;
  /** The columns of the files that stand for keys of the data with other names, by these keys. */
  columns?: ReadonlyMap<string, string>;
  /** Whether rows that cannot be imported are left out; the import is refused for them otherwise. */
  leaveOut?: boolean;
  /** Called with how far the server is, once all was sent. */
  onRows?: (progress: ImportProgress) => void;
}

/** How far the server is with an import. */
export interface ImportProgress {
  state: 'receiving' | 'waiting' | 'storing' | 'committing' | 'stored' | 'refused' | 'cancelled';
  rows_read: number;
  rows_stored: number;
  bytes_read: number;
  bytes_total: number;
  /** Since it began to read them. */
  seconds: number;
}

/** A row that could not be imported. */
export interface RefusedRow {
  file: string | null;
  line: number;
  error: string;
}

/** The rows of a file that could not be imported, as a file. */
export interface RefusedFile {
  name: string;
  count: number;
  url: string;
}

/** What an import came to. */
export interface ImportAnswer {
  task_count: number;
  duplicates_skipped?: number;
  refused?: {count: number; rows: RefusedRow[]; files: RefusedFile[]};
}

const ASK_MILLIS = 500;

export const importApi = {
  /** Imports files into a project: all of their tasks, or none, but for what the terms leave out. */
  importFiles: async (projectId: number, files: readonly File[], terms: ImportTerms): Promise<ImportAnswer> => {
    const {onRows, onSent} = terms;
    let stop: (() => void) | undefined;
    let isOver = false;
    // The import goes on whether its progress is known or not.
    const ask = () =>
      read<ImportProgress>(progressPath(projectId, terms.key), {signal: terms.signal}).then(onRows, () => undefined);
    const goOn = () => {
      if (!isOver) stop = later(ASK_MILLIS, () => void ask().then(goOn));
    };
    const how: Upload = {
      ...terms,
      onSent: (sent, total) => {
        onSent(sent, total);
        if (onRows && sent >= total && !stop) goOn();
      },
    };
    try {
      return await upload<ImportAnswer>(importPath(projectId, terms), files, how, {'Import-Id': idOf(terms.key)});
    } finally {
      isOver = true;
      stop?.();
    }
  },

  /** Cancels an import if that is still possible. @returns how it ended; refused with a 404 where the server knows nothing of it */
  cancelImport: (projectId: number, key: string) =>
    read<ImportProgress>(progressPath(projectId, key), {method: 'DELETE'}),
};

function importPath(projectId: number, {onDuplicate = 'keep', leaveOut = false, columns}: ImportTerms): string {
  const query = new URLSearchParams();
  if (onDuplicate !== 'keep') query.set('on_duplicate', onDuplicate);
  if (leaveOut) query.set('on_error', 'leave_out');
  for (const [key, column] of columns ?? []) query.set(`data.${key}`, column);
  return `/api/projects/${projectId}/import${query.size > 0 ? `?${query.toString()}` : ''}`;
}

function progressPath(projectId: number, key: string): string {
  return `/api/projects/${projectId}/imports/${idOf(key)}`;
}

/** The key in the form of a UUID. */
function idOf(key: string): string {
  return key.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
