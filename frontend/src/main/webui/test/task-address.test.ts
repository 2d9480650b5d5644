import {describe, expect, it} from 'vitest';

import {
  type TaskPlace,
  addressOf,
  nextOrder,
  placeIn,
  queryOf,
  receivedOrder,
  sentOrder,
} from '../src/model/task-address.js';
import type {TaskFilters} from '../src/model/task-filters.js';

const PLAIN = placeIn({pathname: '/projects/7/tasks', search: ''});
const filters = (conjunction: 'and' | 'or', ...columns: string[]): TaskFilters => ({
  conjunction,
  items: columns.map((column) => ({column, operator: 'equal', values: ['1']})),
});

function read(address: string): TaskPlace {
  return placeIn(new URL(address, 'http://localhost'));
}

describe('the address of a list of tasks', () => {
  it('is short where nothing is asked', () => {
    expect(addressOf(7, PLAIN)).toBe('/projects/7/tasks');
    expect(addressOf(7, {...PLAIN, taskId: 12})).toBe('/projects/7/tasks/12');
  });

  it('is read as it was written', () => {
    const place: TaskPlace = {
      taskId: 12,
      search: 'a & b',
      filters: filters('or', 'id', 'data.prompt'),
      order: {column: 'data.prompt', descending: true},
      view: 3,
    };

    expect(read(addressOf(7, place))).toEqual(place);
  });

  it.each(['?order=-nothing', '?view=x', '?filters=x', '?order='])('asks nothing by %s', (search) => {
    expect(placeIn({pathname: '/projects/7/tasks/', search})).toEqual(PLAIN);
  });
});

describe('the order', () => {
  it('goes by a column upwards, then downwards, then no more', () => {
    const up = nextOrder({column: 'id', descending: true}, 'data.prompt');
    const down = nextOrder(up, 'data.prompt');

    expect([up, down, nextOrder(down, 'data.prompt')]).toEqual([
      {column: 'data.prompt', descending: false},
      {column: 'data.prompt', descending: true},
      undefined,
    ]);
  });

  it('is read as it was sent', () => {
    const order = {column: 'data.tasks:x', descending: true};

    expect(sentOrder(order)).toEqual(['-tasks:data.tasks:x']);
    expect(receivedOrder(sentOrder(order))).toEqual(order);
    expect([receivedOrder([]), receivedOrder(undefined), receivedOrder(['tasks:x'])]).toEqual(Array(3).fill(undefined));
  });
});

describe('what is asked', () => {
  it('is a text in any value beside filters', () => {
    const place = {...PLAIN, search: ' x ', filters: filters('or', 'id', 'overlap')};

    expect(queryOf(place).search).toBe('x');
    expect(queryOf(place).filters?.items).toHaveLength(2);
  });

  it('is nothing where nothing is', () => {
    expect(queryOf(PLAIN)).toEqual({});
  });
});
