import {describe, expect, it} from 'vitest';

import {FIXED_COLUMNS, kindOf, operatorsOf} from '../src/model/task-columns.js';
import {
  type TaskFilter,
  type TaskFilters,
  begun,
  compact,
  complete,
  expanded,
  isoTime,
  localTime,
  received,
  sent,
} from '../src/model/task-filters.js';

const of = (...items: TaskFilter[]): TaskFilters => ({conjunction: 'and', items});
const condition = (column: string, operator: TaskFilter['operator'], ...values: string[]): TaskFilter => ({
  column,
  operator,
  values,
});

describe('a condition', () => {
  it.each([
    [condition('data.prompt', 'contains', 'a "b"'), 'String', 'a "b"'],
    [condition('data.n', 'equal', '10'), 'String', '10'],
    [condition('data.n', 'greater', '9'), 'Number', 9],
    [condition('data.n', 'greater', 'nine'), 'String', 'nine'],
    [condition('data.n', 'in', '1', '10'), 'Number', {min: 1, max: 10}],
    [condition('data.n', 'in', 'a', 'b'), 'String', {min: 'a', max: 'b'}],
    [condition('data.tag', 'in_list', 'x, y,,z'), 'String', ['x', 'y', 'z']],
    [condition('id', 'equal', ' 12 '), 'Number', 12],
    [condition('id', 'in_list', '1, 2'), 'Number', [1, 2]],
    [condition('predictions_score', 'not_in', '0.1', '0.5'), 'Number', {min: 0.1, max: 0.5}],
    [condition('agreement', 'less', '0.5'), 'Number', 0.5],
    [condition('created_at', 'greater', '2026-01-01T00:00:00.000Z'), 'Datetime', '2026-01-01T00:00:00.000Z'],
    [condition('is_labeled', 'equal', 'true'), 'Boolean', true],
    [condition('is_labeled', 'not_equal', 'false'), 'Boolean', false],
    [condition('annotators', 'contains', '3'), 'List', 3],
    [condition('data.prompt', 'empty', 'false'), 'String', false],
    [condition('outcome', 'equal', 'tie'), 'String', 'tie'],
  ])('%j is sent as %s %j', (item, type, value) => {
    const {column, operator} = item;

    expect(sent(of(item))?.items).toEqual([{filter: `filter:tasks:${column}`, operator, type, value}]);
  });

  it.each([
    condition('data.prompt', 'contains'),
    condition('data.prompt', 'contains', ''),
    condition('id', 'equal', 'twelve'),
    condition('id', 'in', '1'),
    condition('id', 'in', '1', ''),
    condition('id', 'in_list', '1, x'),
    condition('data.tag', 'in_list', ' , '),
    condition('annotators', 'contains', ''),
    condition('created_at', 'less', ''),
  ])('%j waits until it is complete', (item) => {
    expect(complete(of(item)).items).toEqual([]);
    expect(sent(of(item))).toBeUndefined();
    expect(compact(of(item))).toBe('');
  });

  it('begins with an operator of its column', () => {
    for (const column of [...FIXED_COLUMNS, 'data.prompt'])
      expect(operatorsOf(kindOf(column))).toContain(begun(column).operator);
  });
});

describe('filters in an address', () => {
  it('are read as they were written', () => {
    const filters: TaskFilters = {
      conjunction: 'or',
      items: [condition('data.a b', 'contains', '", ]&=#'), condition('id', 'in', '1', '9')],
    };

    expect(expanded(compact(filters))).toEqual(filters);
    expect(compact(of(condition('id', 'equal', '1')))).toBe('["and",["id","equal","1"]]');
  });

  it.each([
    null,
    '',
    '{',
    '[]',
    '{}',
    '["and",1]',
    '["and",["x","equal","1"]]',
    '["and",["id","contains","1"]]',
    '["and",["id","equal",{}]]',
    '["and",["data.","equal","1"]]',
    '["and",["toString","equal","1"]]',
  ])('say nothing in %j', (text) => {
    expect(expanded(text).items).toEqual([]);
  });
});

describe('filters of a view', () => {
  it('are read as they were sent', () => {
    const filters: TaskFilters = {
      conjunction: 'or',
      items: [
        condition('data.prompt', 'contains', 'x'),
        condition('id', 'in', '1', '9'),
        condition('id', 'in_list', '1, 2'),
        condition('is_labeled', 'equal', 'false'),
      ],
    };

    expect(received(sent(filters))).toEqual(filters);
  });

  it.each([
    undefined,
    null,
    'x',
    {},
    {items: 1},
    {items: [null, {filter: 1}, {filter: 'filter:tasks:x', operator: 'equal'}]},
  ])('leave out what is none in %j', (stored) => {
    expect(received(stored).items).toEqual([]);
  });
});

it('has the time of a form in the zone of the browser', () => {
  expect(isoTime(localTime('2026-01-05T09:30:00.000Z'))).toBe('2026-01-05T09:30:00.000Z');
  expect([localTime(''), isoTime(''), isoTime('soon')]).toEqual(['', '', '']);
});
