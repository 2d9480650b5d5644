import {describe, expect, it} from 'vitest';

import {shownOrder} from '../src/model/task-columns.js';
import {type Looked, type StoredView, dataOf, isAsSaved, lookedIn, placeOfView} from '../src/model/task-views.js';

const FIELDS = ['data.prompt', 'data.answer1'];
const LOOKED: Looked = {
  filters: {conjunction: 'or', items: [{column: 'data.prompt', operator: 'contains', values: ['x']}]},
  order: {column: 'id', descending: true},
  columns: ['inner_id', 'data.prompt', 'outcome'],
};
const stored = (data: StoredView['data']): StoredView => ({id: 3, project: 7, data: data ?? null});

describe('a saved view', () => {
  it('shows what was looked at when it was saved', () => {
    const view = stored(dataOf('Mine', LOOKED, FIELDS));

    expect(lookedIn(view, FIELDS)).toEqual(LOOKED);
    expect(isAsSaved(view, LOOKED, FIELDS)).toBe(true);
    expect(placeOfView(view)).toMatchObject({view: 3, search: '', order: LOOKED.order, filters: LOOKED.filters});
  });

  it('is as Label Studio has it', () => {
    expect(dataOf('Mine', LOOKED, FIELDS)).toMatchObject({
      title: 'Mine',
      filters: {
        conjunction: 'or',
        items: [{filter: 'filter:tasks:data.prompt', operator: 'contains', type: 'String', value: 'x'}],
      },
      ordering: ['-tasks:id'],
      hiddenColumns: {explore: expect.arrayContaining(['tasks:data.answer1', 'tasks:id']) as unknown, labeling: []},
    });
  });

  it.each([
    ['another order', {...LOOKED, order: undefined}],
    ['other filters', {...LOOKED, filters: {conjunction: 'and' as const, items: []}}],
    ['other columns', {...LOOKED, columns: ['inner_id']}],
  ])('differs from %s', (_, looked) => {
    expect(isAsSaved(stored(dataOf('Mine', LOOKED, FIELDS)), looked, FIELDS)).toBe(false);
  });

  it('keeps what other programs have stored in it', () => {
    const former = {type: 'list', hiddenColumns: {labeling: ['tasks:id']}};

    expect(dataOf('Mine', LOOKED, FIELDS, former)).toMatchObject({
      type: 'list',
      hiddenColumns: {labeling: ['tasks:id']},
    });
  });

  it.each([null, {}, {filters: {}, ordering: [], hiddenColumns: {}}, {ordering: ['tasks:odd'], filters: {items: 3}}])(
    'shows all tasks where it says nothing of them: %j',
    (data) => {
      expect(lookedIn(stored(data as StoredView['data']), FIELDS)).toEqual({
        filters: {conjunction: 'and', items: []},
        order: undefined,
        columns: undefined,
      });
    },
  );

  it('has no column twice', () => {
    expect(new Set(shownOrder(FIELDS)).size).toBe(shownOrder(FIELDS).length);
  });
});
