/** Tasks that were chosen for an action: some, or all that a query finds but some. */

/** As Label Studio's data manager takes it. */
export type SelectedItems = {all: false; included: readonly number[]} | {all: true; excluded: readonly number[]};

export interface TaskSelection {
  /** Whether all are chosen but those of `ids`, and not only those. */
  all: boolean;
  ids: ReadonlySet<number>;
}

export const NONE_SELECTED: TaskSelection = {all: false, ids: new Set()};
export const ALL_SELECTED: TaskSelection = {all: true, ids: new Set()};

export function isSelected({all, ids}: TaskSelection, taskId: number): boolean {
  return ids.has(taskId) !== all;
}

/** The selection after one task was chosen, or is no longer. */
export function toggled({all, ids}: TaskSelection, taskId: number): TaskSelection {
  const changed = new Set(ids);
  if (!changed.delete(taskId)) changed.add(taskId);
  return {all, ids: changed};
}

/** How many tasks are chosen of so many that a query finds. */
export function countOf({all, ids}: TaskSelection, total: number): number {
  return all ? Math.max(0, total - ids.size) : ids.size;
}

export function selectedItems({all, ids}: TaskSelection): SelectedItems {
  return all ? {all, excluded: [...ids]} : {all, included: [...ids]};
}
