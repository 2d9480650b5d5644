/** Saved views of a list of tasks, as Label Studio's data manager keeps them. */

import {ALL_TASKS, type TaskOrder, type TaskPlace, receivedOrder, sentOrder} from './task-address.js';
import {shownOrder} from './task-columns.js';
import {type SentFilters, type TaskFilters, compact, received, sent} from './task-filters.js';

const COLUMN = 'tasks:';

/** What a view holds. What other programs keep there stays as it is. */
export interface ViewData {
  title?: string;
  filters?: SentFilters | Record<string, unknown>;
  ordering?: readonly string[];
  hiddenColumns?: {explore?: readonly string[]; labeling?: readonly string[]};
  [member: string]: unknown;
}

export interface StoredView {
  id: number;
  project: number;
  data?: ViewData | null;
}

/** What somebody looks at, as far as a view keeps it. */
export interface Looked {
  filters: TaskFilters;
  order: TaskOrder | undefined;
  columns: readonly string[];
}

/** What a view shows. Its columns are undefined where it does not say which it hides. */
export function lookedIn(
  {data}: StoredView,
  fields: readonly string[],
): Omit<Looked, 'columns'> & {columns: readonly string[] | undefined} {
  const hidden = data?.hiddenColumns?.explore;
  const columns = Array.isArray(hidden) ? shownOrder(fields).filter((one) => !hidden.includes(COLUMN + one)) : [];
  return {
    filters: received(data?.filters),
    order: receivedOrder(data?.ordering),
    columns: columns.length > 0 ? columns : undefined,
  };
}

/** What a view is to hold. @param former what it held before */
export function dataOf(title: string, looked: Looked, fields: readonly string[], former: ViewData = {}): ViewData {
  const hidden = shownOrder(fields).filter((one) => !looked.columns.includes(one));
  return {
    ...former,
    title,
    filters: sent(looked.filters) ?? {conjunction: 'and', items: []},
    ordering: sentOrder(looked.order),
    hiddenColumns: {labeling: [], ...former.hiddenColumns, explore: hidden.map((one) => COLUMN + one)},
  };
}

/** Whether somebody looks at what the view holds. */
export function isAsSaved(view: StoredView, looked: Looked, fields: readonly string[]): boolean {
  const saved = lookedIn(view, fields);
  return (
    compact(saved.filters) === compact(looked.filters) &&
    sentOrder(saved.order).join() === sentOrder(looked.order).join() &&
    (saved.columns === undefined || saved.columns.join() === inOrder(looked.columns, fields).join())
  );
}

/** Where a view is looked at. */
export function placeOfView(view: StoredView): TaskPlace {
  const {filters, order} = lookedIn(view, []);
  return {...ALL_TASKS, filters, order, view: view.id};
}

function inOrder(columns: readonly string[], fields: readonly string[]): readonly string[] {
  return shownOrder(fields).filter((one) => columns.includes(one));
}
