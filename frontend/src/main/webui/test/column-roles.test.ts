import {describe, expect, it} from 'vitest';

import {chosenOf, missingOf, withRole} from '../src/model/column-roles.js';
import type {Column, ColumnRole} from '../src/owner-api.js';

const column = (name: string, kind: Column['kind'] = 'text'): Column => ({
  name,
  kind,
  filled: 1,
  role: null,
  hindrance: null,
});

const COLUMNS = [column('a'), column('b'), column('c'), column('list', 'list'), column('things', 'other')];

function roles(given: Record<string, ColumnRole>): Map<string, ColumnRole> {
  return new Map(COLUMNS.map(({name}) => [name, given[name] ?? null]));
}

describe('roles of columns', () => {
  it.each([
    [{}, 'noAnswer'],
    [{a: 'answer'}, 'oneAnswer'],
    [{a: 'answer', b: 'answer'}, undefined],
    [{a: 'answer', b: 'answer', c: 'answer'}, 'manyAnswers'],
    [{list: 'answer'}, undefined],
    [{things: 'answer'}, 'notComparable'],
    [{things: 'answer', a: 'answer'}, 'notComparable'],
  ] as const)('%o lack %s', (given, missing) => {
    expect(missingOf(COLUMNS, roles(given))).toBe(missing);
  });

  it('compare a list by itself', () => {
    const both = roles({a: 'answer', b: 'answer', c: 'prompt'});

    const changed = withRole(COLUMNS, both, 'list', 'answer');
    expect(chosenOf(COLUMNS, changed)).toEqual({prompts: ['c'], answers: ['list']});

    expect(chosenOf(COLUMNS, withRole(COLUMNS, changed, 'b', 'answer')).answers).toEqual(['b']);
  });

  it('are told in the order of the file', () => {
    const changed = withRole(COLUMNS, withRole(COLUMNS, roles({}), 'c', 'answer'), 'a', 'answer');

    expect(chosenOf(COLUMNS, changed)).toEqual({prompts: [], answers: ['a', 'c']});
  });
});
