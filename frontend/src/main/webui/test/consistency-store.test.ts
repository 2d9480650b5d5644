// @vitest-environment happy-dom
import {beforeEach, describe, expect, it} from 'vitest';

import {consistencyOf, consistencyStore} from '../src/consistency-store.js';

describe('consistencyStore', () => {
  beforeEach(() => localStorage.clear());

  it('keeps people and projects apart', () => {
    consistencyStore(1, 7).save({same: 7, of: 8, since: 3});

    expect(consistencyStore(1, 7).load()).toEqual({same: 7, of: 8, since: 3});
    expect(consistencyOf(1, 7)).toMatchObject({same: 7, of: 8});
    expect(consistencyOf(2, 7)).toMatchObject({same: 0, of: 0});
    expect(consistencyOf(1, 8)).toMatchObject({same: 0, of: 0});
  });

  it.each([
    '',
    'null',
    '7',
    '{"same":1}',
    '{"same":"1","of":2,"since":3}',
    '{"same":3,"of":2,"since":1}',
    '{"same":-1,"of":2,"since":1}',
  ])('takes %j for nothing', (stored) => {
    localStorage.setItem('prefstream.consistency.1.7', stored);
    expect(consistencyStore(1, 7).load()).toBeUndefined();
  });
});
