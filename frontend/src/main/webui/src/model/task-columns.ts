/** The columns of a list of tasks, and by which operators they are filtered. */

import type {ListedTask, TaskData} from '../task-api.js';

/** What a column holds. */
export type ColumnKind = 'words' | 'figure' | 'seconds' | 'share' | 'time' | 'flag' | 'people';

/** What the name of a field of the tasks' data begins with. */
export const DATA = 'data.';

const KINDS = {
  id: 'figure',
  inner_id: 'figure',
  total_annotations: 'figure',
  cancelled_annotations: 'figure',
  total_predictions: 'figure',
  is_labeled: 'flag',
  outcome: 'words',
  chosen: 'figure',
  strength: 'figure',
  agreement: 'share',
  annotators: 'people',
  avg_lead_time: 'seconds',
  annotations_results: 'words',
  ground_truth: 'flag',
  overlap: 'figure',
  predictions_score: 'figure',
  predictions_model_versions: 'words',
  created_at: 'time',
  updated_at: 'time',
  completed_at: 'time',
} as const satisfies Record<string, ColumnKind>;

/** A column that all tasks have. */
export type FixedColumn = keyof typeof KINDS;

/** All columns but the fields of the data, in the order in which they are offered. */
export const FIXED_COLUMNS = Object.keys(KINDS) as readonly FixedColumn[];

/** Lists have the results themselves nowhere: they can only be looked through. */
const NOT_SHOWN: readonly string[] = ['annotations_results', 'ground_truth'] satisfies FixedColumn[];

const SHOWN_FIRST: readonly FixedColumn[] = ['total_annotations', 'is_labeled'];
const FIELDS_SHOWN_MAX = 4;

export function isFixed(column: string): column is FixedColumn {
  return Object.hasOwn(KINDS, column);
}

/** Whether there can be such a column: one that all tasks have, or a field of the data. */
export function isColumn(column: string): boolean {
  return isFixed(column) || (column.startsWith(DATA) && column.length > DATA.length);
}

/** What a column holds; fields of the data are taken for words. */
export function kindOf(column: string): ColumnKind {
  return isFixed(column) ? KINDS[column] : 'words';
}

/** Whether a list can show the column. */
export function canBeShown(column: string): boolean {
  return isColumn(column) && !NOT_SHOWN.includes(column);
}

/** The fields that tasks' data have, those first that most of them have. */
export function fieldsOf(tasks: readonly {data: TaskData}[]): string[] {
  const counts = new Map<string, number>();
  for (const {data} of tasks) for (const key of Object.keys(data)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([key]) => DATA + key);
}

/** The columns that are shown unless somebody has chosen others: the number, some fields, how far each task is. */
export function firstColumns(fields: readonly string[]): string[] {
  return ['inner_id', ...fields.slice(0, FIELDS_SHOWN_MAX), ...SHOWN_FIRST];
}

/** All columns that may be shown, in the order in which they are: the number first, then the data. */
export function shownOrder(fields: readonly string[]): string[] {
  return ['inner_id', ...fields, ...FIXED_COLUMNS.filter((column) => column !== 'inner_id' && canBeShown(column))];
}

/** What a task has in a column; undefined if the list does not say it. */
export function valueOf(task: ListedTask, column: string): unknown {
  return column.startsWith(DATA) ? task.data[column.slice(DATA.length)] : task[column];
}

/** Whether a value is a number with which something can be said. */
export function isFigure(value: unknown): value is number {
  return Number.isFinite(value);
}

const EQUALITY = ['equal', 'not_equal'] as const;
const ORDERED = [
  ...EQUALITY,
  'greater',
  'greater_or_equal',
  'less',
  'less_or_equal',
  'in',
  'not_in',
  'in_list',
  'not_in_list',
  'empty',
] as const;
const CONTAINED = ['contains', 'not_contains'] as const;
const OF_WORDS = [...CONTAINED, 'starts_with', 'ends_with', 'regex', 'not_regex', ...ORDERED] as const;

export type Operator = (typeof OF_WORDS)[number];

/** The operators by which columns of a kind are filtered, the usual ones first. */
export function operatorsOf(kind: ColumnKind): readonly Operator[] {
  switch (kind) {
    case 'words':
      return OF_WORDS;
    case 'flag':
      return EQUALITY;
    case 'people':
      return [...CONTAINED, 'empty'];
    default:
      return ORDERED;
  }
}
