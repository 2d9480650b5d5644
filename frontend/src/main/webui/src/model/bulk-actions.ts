/** What can be done with many tasks at once, and what is known of it before. */

import type {Action} from '../task-api.js';
import {OVERLAP_MAX} from './project-settings.js';

/** In the order of their buttons. */
export const ACTIONS: readonly Action[] = [
  'set_overlap',
  'requeue',
  'copy_tasks',
  'move_tasks',
  'remove_duplicates',
  'delete_tasks_annotations',
  'delete_tasks',
];

/** What chosen tasks have, counted before anything is done. */
export interface Foreseen {
  /** How many tasks it would be done to. */
  processed_items: number;
  /** Without the skips. */
  annotations: number;
  skips: number;
}

/** What somebody has entered for an action. */
export interface Entered {
  overlap: string;
  /** The project where tasks go; undefined while none is chosen. */
  to: number | undefined;
}

export function goesElsewhere(action: Action): boolean {
  return action === 'copy_tasks' || action === 'move_tasks';
}

/** Whether it is counted what goes with the tasks. */
export function isForeseen(action: Action): boolean {
  return action !== 'set_overlap';
}

/** What an action needs besides the tasks; undefined while that is not entered, or cannot be. */
export function termsOf(action: Action, {overlap, to}: Entered): {overlap?: number; to?: number} | undefined {
  if (goesElsewhere(action)) return to === undefined ? undefined : {to};
  if (action !== 'set_overlap') return {};
  const number = Number(overlap);
  return Number.isInteger(number) && number >= 1 && number <= OVERLAP_MAX ? {overlap: number} : undefined;
}

/** Whether an action waits for what is foreseen: it may turn out that it cannot be done, or that there is nothing to do. */
export function waitsForCount(action: Action): boolean {
  return goesElsewhere(action) || action === 'requeue' || action === 'remove_duplicates';
}

/** Whether there is something to do, by what is foreseen. */
export function hasWork(action: Action, {processed_items: tasks, skips}: Foreseen): boolean {
  if (action === 'requeue') return skips > 0;
  return action !== 'remove_duplicates' || tasks > 0;
}
