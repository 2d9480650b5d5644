/** What the address of a list of tasks says: which it shows, in which order, and which of them is open. */

import {paths} from '../navigation.js';
import type {TaskQuery} from '../task-api.js';
import {isColumn} from './task-columns.js';
import {NO_FILTERS, type TaskFilters, compact, expanded, sent} from './task-filters.js';

/** By which column a list is ordered. */
export interface TaskOrder {
  column: string;
  descending: boolean;
}

export interface TaskPlace {
  /** The task that is open beside the list. */
  taskId: number | undefined;
  /** A text that is looked for. */
  search: string;
  filters: TaskFilters;
  /** undefined for the order in which the tasks came. */
  order: TaskOrder | undefined;
  /** The saved view from which it comes. */
  view: number | undefined;
}

/** Where all tasks are shown as they came. */
export const ALL_TASKS: TaskPlace = {
  taskId: undefined,
  search: '',
  filters: NO_FILTERS,
  order: undefined,
  view: undefined,
};

/** The place that an address stands for. What is none of its words is left out. */
export function placeIn({pathname, search}: Pick<Location, 'pathname' | 'search'>): TaskPlace {
  const asked = new URLSearchParams(search);
  const [, task] = /\/tasks\/(\d{1,15})\/*$/.exec(pathname) ?? [];
  return {
    taskId: task === undefined ? undefined : Number(task),
    search: asked.get('search') ?? '',
    filters: expanded(asked.get('filters')),
    order: orderIn(asked.get('order') ?? ''),
    view: /^\d{1,15}$/.test(asked.get('view') ?? '') ? Number(asked.get('view')) : undefined,
  };
}

export function addressOf(projectId: number, {taskId, search, filters, order, view}: TaskPlace): string {
  const asked = new URLSearchParams();
  if (view !== undefined) asked.set('view', `${view}`);
  if (search !== '') asked.set('search', search);
  const conditions = compact(filters);
  if (conditions !== '') asked.set('filters', conditions);
  if (order) asked.set('order', orderWords(order));
  const path = paths.tab(projectId, 'tasks') + (taskId === undefined ? '' : `/${taskId}`);
  return asked.size === 0 ? path : `${path}?${asked.toString()}`;
}

/** The order after a press on the head of a column: ascending, descending, none. */
export function nextOrder(order: TaskOrder | undefined, column: string): TaskOrder | undefined {
  if (order?.column !== column) return {column, descending: false};
  return order.descending ? undefined : {column, descending: true};
}

/** An order as views of Label Studio name it, such as `-tasks:id`. */
export function sentOrder(order: TaskOrder | undefined): string[] {
  return order ? [`${order.descending ? '-' : ''}tasks:${order.column}`] : [];
}

export function receivedOrder(stored: unknown): TaskOrder | undefined {
  const [first] = Array.isArray(stored) ? (stored as unknown[]) : [];
  return typeof first === 'string' ? orderIn(first.replace('tasks:', '')) : undefined;
}

/** The text, the filters and the order as the server takes them. */
export function queryOf({search, filters, order}: TaskPlace): TaskQuery {
  const text = search.trim();
  const conditions = sent(filters);
  const ordering = sentOrder(order);
  return {
    ...(conditions && {filters: conditions}),
    ...(text !== '' && {search: text}),
    ...(ordering.length > 0 && {ordering}),
  };
}

function orderIn(text: string): TaskOrder | undefined {
  const column = text.replace(/^-/, '');
  return isColumn(column) ? {column, descending: text.startsWith('-')} : undefined;
}

function orderWords({column, descending}: TaskOrder): string {
  return `${descending ? '-' : ''}${column}`;
}
