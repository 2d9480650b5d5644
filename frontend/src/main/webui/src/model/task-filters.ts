/** Filters of a list of tasks, as they are edited, kept in an address, and sent. */

import {type ColumnKind, type Operator, isColumn, kindOf, operatorsOf} from './task-columns.js';

/** A condition. Its values are as somebody wrote them: two for a range, otherwise one. */
export interface TaskFilter {
  column: string;
  operator: Operator;
  values: readonly string[];
}

export type Conjunction = 'and' | 'or';

export interface TaskFilters {
  conjunction: Conjunction;
  items: readonly TaskFilter[];
}

/** A condition as Label Studio's data manager takes it. */
export interface SentFilter {
  filter: string;
  operator: string;
  type: string;
  value: unknown;
}

export interface SentFilters {
  conjunction: Conjunction;
  items: readonly SentFilter[];
}

export const NO_FILTERS: TaskFilters = {conjunction: 'and', items: []};

const PREFIX = 'filter:tasks:';
const RANGES: readonly string[] = ['in', 'not_in'] satisfies Operator[];
const LISTS: readonly string[] = ['in_list', 'not_in_list'] satisfies Operator[];
const COMPARED: readonly string[] = [
  'greater',
  'greater_or_equal',
  'less',
  'less_or_equal',
  'in',
  'not_in',
] satisfies Operator[];

/** How a value is asked for. */
export type ValueForm = 'range' | 'list' | 'yes-no' | 'single';

export function formOf(column: string, operator: Operator): ValueForm {
  if (operator === 'empty' || kindOf(column) === 'flag') return 'yes-no';
  return RANGES.includes(operator) ? 'range' : LISTS.includes(operator) ? 'list' : 'single';
}

/** A condition on a column to begin with: nothing to compare with is written yet, or it is a question that has an answer. */
export function begun(column: string, operator: Operator | undefined = usualOperator(column)): TaskFilter {
  const asked = operator ?? 'equal';
  return {column, operator: asked, values: formOf(column, asked) === 'yes-no' ? ['true'] : []};
}

/** What an outcome is, is one of few words. */
function usualOperator(column: string): Operator | undefined {
  return column === 'outcome' ? 'equal' : operatorsOf(kindOf(column))[0];
}

/** The conditions that say with what to compare. */
export function complete({conjunction, items}: TaskFilters): TaskFilters {
  return {conjunction, items: items.filter((item) => valueOf(item) !== undefined)};
}

/** Filters as the server takes them; undefined if there are none. */
export function sent(filters: TaskFilters): SentFilters | undefined {
  const {conjunction, items} = complete(filters);
  if (items.length === 0) return undefined;
  return {conjunction, items: items.map(sentItem)};
}

function sentItem(item: TaskFilter): SentFilter {
  return {filter: PREFIX + item.column, operator: item.operator, type: typeOf(item), value: valueOf(item)};
}

/** Filters as others have stored them, without what this page has no words for. */
export function received(stored: unknown): TaskFilters {
  const {conjunction, items} = asRecord(stored);
  if (!Array.isArray(items)) return NO_FILTERS;
  const read = items
    .map(asRecord)
    .filter(({filter}) => typeof filter === 'string')
    .map(({filter, operator, value}) =>
      checked([(filter as string).replace(PREFIX, ''), operator, ...valuesIn(value)]),
    );
  return {conjunction: conjunction === 'or' ? 'or' : 'and', items: read.filter((item) => item !== undefined)};
}

/** Filters in few characters, for an address; empty if there are none. */
export function compact(filters: TaskFilters): string {
  const {conjunction, items} = complete(filters);
  if (items.length === 0) return '';
  return JSON.stringify([conjunction, ...items.map(({column, operator, values}) => [column, operator, ...values])]);
}

/** What {@link compact} has written; no filters if it is anything else. */
export function expanded(text: string | null): TaskFilters {
  if (text === null) return NO_FILTERS;
  try {
    const [conjunction, ...items] = JSON.parse(text) as unknown[];
    const read = items.map((item) => (Array.isArray(item) ? checked(item) : undefined));
    return {conjunction: conjunction === 'or' ? 'or' : 'and', items: read.filter((item) => item !== undefined)};
  } catch {
    return NO_FILTERS;
  }
}

/** A point in time in the browser's zone, as a field of a form has it; empty if it is none. */
export function localTime(iso: string): string {
  const millis = Date.parse(iso);
  if (Number.isNaN(millis)) return '';
  const offset = new Date(millis).getTimezoneOffset() * 60_000;
  return new Date(millis - offset).toISOString().slice(0, 16);
}

/** The point in time that a field of a form has; empty if it has none. */
export function isoTime(local: string): string {
  const millis = Date.parse(local);
  return Number.isNaN(millis) ? '' : new Date(millis).toISOString();
}

function checked([column, operator, ...values]: unknown[]): TaskFilter | undefined {
  if (typeof column !== 'string' || !isColumn(column)) return undefined;
  const known = operatorsOf(kindOf(column)).find((one) => one === operator);
  if (known === undefined || !values.every((value) => typeof value === 'string')) return undefined;
  return {column, operator: known, values};
}

function valuesIn(value: unknown): string[] {
  const {min, max} = asRecord(value);
  if (min !== undefined || max !== undefined) return [written(min), written(max)];
  return [Array.isArray(value) ? value.map(written).join(', ') : written(value)];
}

function written(value: unknown): string {
  return typeof value === 'string' ? value : value === undefined || value === null ? '' : JSON.stringify(value);
}

/** With what is compared, as JSON says it; undefined if that is not written yet. */
function valueOf(item: TaskFilter): unknown {
  const {column, operator, values} = item;
  const read = (text = '') => single(kindOf(column), text, isByFigures(item));
  switch (formOf(column, operator)) {
    case 'yes-no':
      return values[0] === 'true';
    case 'range': {
      const [min, max] = [read(values[0]), read(values[1])];
      return min === undefined || max === undefined ? undefined : {min, max};
    }
    case 'list': {
      const all = (values[0] ?? '').split(',').map((one) => one.trim());
      const some = all.filter((one) => one !== '').map(read);
      return some.length === 0 || some.includes(undefined) ? undefined : some;
    }
    case 'single':
      return read(values[0]);
  }
}

function single(kind: ColumnKind, text: string, byFigures: boolean): string | number | undefined {
  if (kind !== 'words') {
    const trimmed = text.trim();
    if (trimmed === '') return undefined;
    if (kind === 'time') return trimmed;
    return Number.isFinite(Number(trimmed)) ? Number(trimmed) : undefined;
  }
  if (byFigures) return Number(text);
  return text === '' ? undefined : text;
}

/** Fields of the data that are compared with figures are compared as figures: 9 is less than 10. */
function isByFigures({column, operator, values}: TaskFilter): boolean {
  return (
    kindOf(column) === 'words' &&
    COMPARED.includes(operator) &&
    values.length > 0 &&
    values.every((value) => value.trim() !== '' && Number.isFinite(Number(value)))
  );
}

function typeOf(item: TaskFilter): string {
  if (isByFigures(item)) return 'Number';
  switch (kindOf(item.column)) {
    case 'words':
      return 'String';
    case 'time':
      return 'Datetime';
    case 'flag':
      return 'Boolean';
    case 'people':
      return 'List';
    default:
      return 'Number';
  }
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}
