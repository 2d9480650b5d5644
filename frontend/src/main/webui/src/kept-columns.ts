import {canBeShown} from './model/task-columns.js';
import {readSetting, writeSetting} from './theme.js';

const nameOf = (projectId: number) => `prefstream.task-columns.${projectId}`;

/** The columns that somebody has chosen for a project's tasks in this browser; undefined if nobody has. */
export function keptColumns(projectId: number): readonly string[] | undefined {
  try {
    const kept: unknown = JSON.parse(readSetting(nameOf(projectId)) ?? 'null');
    if (!Array.isArray(kept)) return undefined;
    const known = kept.filter((column): column is string => typeof column === 'string' && canBeShown(column));
    return known.length > 0 ? known : undefined;
  } catch {
    return undefined;
  }
}

/** @param columns undefined to forget what was chosen */
export function keepColumns(projectId: number, columns: readonly string[] | undefined): void {
  writeSetting(nameOf(projectId), columns ? JSON.stringify(columns) : null);
}
