/** A project's tasks in the REST API, as Label Studio's data manager has it. */

import type {Foreseen} from './model/bulk-actions.js';
import type {FullTask} from './model/task-annotations.js';
import type {SentFilters} from './model/task-filters.js';
import type {HistoryEntry} from './model/task-history.js';
import type {SelectedItems} from './model/task-selection.js';
import type {StoredView, ViewData} from './model/task-views.js';
import {read, send} from './requests.js';

export type TaskData = Readonly<Record<string, unknown>>;

/** A task as lists of the data manager show it. */
export interface ListedTask {
  id: number;
  /** Its number in the project. */
  inner_id: number;
  data: TaskData;
  /** Without those that were skipped. */
  total_annotations: number;
  cancelled_annotations: number;
  /** Whether as many people have judged it as it needs. */
  is_labeled: boolean;
  /** What else its columns hold, by their names. */
  [column: string]: unknown;
}

/** A page of a list of tasks. */
export interface TaskPage {
  tasks: ListedTask[];
  /** How many the list has; absent where nobody has counted them for this page. */
  total?: number;
  /** Whether there are more than the total says. */
  total_is_at_least?: boolean;
  /** By which the page that follows can be asked for; null at the end, and absent where the server does not say it. */
  next?: string | null;
}

/** What stands for `after` on the first page. */
export const START = 'start';

/** Which page of a list of tasks is wanted, counted from 1. */
export interface WantedPage {
  page: number;
  size: number;
  /** That of Label Studio's data manager, as JSON. */
  query: string | undefined;
  /** What the page before said of this one, which is found faster by that. */
  after?: string | undefined;
}

/** Which tasks a list has and in which order, as Label Studio's data manager takes it. */
export interface TaskQuery {
  filters?: SentFilters;
  /** A text that any value of the data has; Prefstream's own. */
  search?: string;
  ordering?: readonly string[];
}

/** What can be done with many tasks at once. */
export type Action =
  | 'delete_tasks'
  | 'delete_tasks_annotations'
  | 'set_overlap'
  | 'requeue'
  | 'copy_tasks'
  | 'move_tasks'
  | 'remove_duplicates';

/** What was done. */
export interface Done {
  /** How many tasks, or what the action says that it counts. */
  processed_items: number;
  /** By what it can be undone; null where it cannot. */
  undo: string | null;
}

/** What is to be done with which tasks. */
export interface ActionTerms extends TaskQuery {
  selectedItems: SelectedItems;
  /** How many people judge each task, where that is to be set. */
  overlap?: number;
  /** The project where tasks go. */
  to?: number;
}

export const taskApi = {
  tasks: (projectId: number, {page, size, query, after}: WantedPage, signal?: AbortSignal) => {
    const asked = new URLSearchParams({project: `${projectId}`, page_size: `${size}`});
    if (after === undefined) asked.set('page', `${page}`);
    else asked.set('after', after);
    if (query !== undefined) asked.set('query', query);
    return read<TaskPage>(`/api/tasks?${asked.toString()}`, {signal});
  },

  /** How many tasks a query finds. */
  total: async (projectId: number, query: string | undefined, signal?: AbortSignal) => {
    const asked = new URLSearchParams({project: `${projectId}`});
    if (query !== undefined) asked.set('query', query);
    return (await read<{total: number}>(`/api/tasks/totals?${asked.toString()}`, {signal})).total;
  },

  /** A task with all its annotations and predictions. */
  task: (id: number, signal?: AbortSignal) => read<FullTask>(`/api/tasks/${id}`, {signal}),

  /**
   * Does something with all chosen tasks.
   *
   * @param key the idempotency key: with the same key the same action goes on
   */
  act: (projectId: number, action: Action, terms: ActionTerms, key: string) =>
    read<Done>(`/api/dm/actions?id=${action}&project=${projectId}`, {
      method: 'POST',
      json: {...terms, project: projectId},
      headers: {'Idempotency-Key': key},
    }),

  /** Counts what the chosen tasks have, and does nothing. Refused where the action cannot be done. */
  foresee: (projectId: number, action: Action, terms: ActionTerms, signal?: AbortSignal) =>
    read<Foreseen>(`/api/dm/actions?id=${action}&project=${projectId}`, {
      method: 'POST',
      json: {...terms, project: projectId, dry_run: true},
      signal,
    }),

  /** Undoes an action of the project, as far as nobody has worked on its tasks since. */
  undo: (projectId: number, action: string) =>
    read<{processed_items: number; left_items: number}>(`/api/dm/actions?id=undo&project=${projectId}`, {
      method: 'POST',
      json: {action},
    }),

  /** What happened to a task, in the order of time. */
  history: async (id: number, signal?: AbortSignal) =>
    (await read<{history: HistoryEntry[]}>(`/api/tasks/${id}/history`, {signal})).history,

  views: (projectId: number, signal?: AbortSignal) =>
    read<StoredView[]>(`/api/dm/views?project=${projectId}`, {signal}),

  saveView: (projectId: number, data: ViewData) =>
    read<StoredView>(`/api/dm/views?project=${projectId}`, {method: 'POST', json: {project: projectId, data}}),

  changeView: (id: number, data: ViewData) => read<StoredView>(`/api/dm/views/${id}`, {method: 'PATCH', json: {data}}),

  deleteView: (id: number) => send(`/api/dm/views/${id}`, {method: 'DELETE'}),

  /** The id of a task by its number in the project; undefined if there is none. */
  taskNumbered: async (projectId: number, number: number, signal?: AbortSignal) =>
    (await taskApi.taskBeside(projectId, number, 'equal', signal))?.id,

  /** The task of a number in the project, the next one, or the one before; undefined if there is none. Its data may be cut short. */
  taskBeside: async (projectId: number, number: number, side: 'equal' | 'greater' | 'less', signal?: AbortSignal) => {
    const items = [{filter: 'filter:tasks:inner_id', operator: side, value: number}];
    const ordering = [side === 'less' ? '-tasks:inner_id' : 'tasks:inner_id'];
    const query = JSON.stringify({filters: {conjunction: 'and', items}, ordering});
    return (await taskApi.tasks(projectId, {page: 1, size: 1, query}, signal)).tasks[0];
  },

  /** The data of a project's first tasks. */
  firstTasks: async (projectId: number, count: number, signal?: AbortSignal) => {
    const path = `/api/tasks?project=${projectId}&page_size=${count}`;
    return (await read<{tasks: {data: TaskData}[]}>(path, {signal})).tasks.map(({data}) => data);
  },
};
