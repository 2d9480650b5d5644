import {spokenRatio, spokenSeconds, spokenShare} from './model/figures.js';
import {plainNumber, spokenList, spokenNumber} from './model/numbers.js';
import {sampleOf} from './model/sample.js';
import {DATA, isFigure, isFixed, kindOf, valueOf} from './model/task-columns.js';
import {spokenMoment} from './model/when.js';
import type {ListedTask} from './task-api.js';
import {ownerTexts} from './owner-texts.js';

const SHOWN_MAX = 160;
const OUTCOMES = new Map<unknown, string>(Object.entries(ownerTexts.tasks.table.outcomes));

/** What people are called, by their ids. */
export type Names = ReadonlyMap<number, string>;

/** The name of a column for people. */
export function nameOfColumn(column: string): string {
  return isFixed(column) ? ownerTexts.tasks.columns[column] : column.slice(DATA.length);
}

/** What a task has in a column, in words; empty if it has nothing there. */
export function cellOf(task: ListedTask, column: string, names: Names): string {
  const value = valueOf(task, column);
  if (value === undefined || value === null) return '';
  const {yes, no} = ownerTexts.tasks.table;
  if (column === 'outcome') return OUTCOMES.get(value) ?? sampleOf(value, SHOWN_MAX);
  switch (kindOf(column)) {
    case 'figure':
      return figure(value, column);
    case 'seconds':
      return isFigure(value) ? spokenSeconds(value) : '';
    case 'share':
      return isFigure(value) ? spokenShare(value) : '';
    case 'time':
      return typeof value === 'string' ? spokenMoment(value, Date.now()) : '';
    case 'flag':
      return value === true ? yes : no;
    case 'people':
      return Array.isArray(value) ? spokenList(value.map((id) => nameOfPerson(id, names))) : '';
    case 'words':
      return sampleOf(value, SHOWN_MAX);
  }
}

/** What somebody is called whose account may be gone. */
export function nameOfPerson(id: unknown, names: Names): string {
  const number = Number(id);
  return names.get(number) ?? ownerTexts.overview.people.gone(number);
}

function figure(value: unknown, column: string): string {
  if (!isFigure(value)) return '';
  if (column === 'id' || column === 'inner_id') return plainNumber(value);
  return Number.isInteger(value) ? spokenNumber(value) : spokenRatio(value);
}
