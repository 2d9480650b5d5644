import {expect, it} from 'vitest';

import {bucketOf, moveWithin, put, spokenBucket, unsorted} from '../src/model/buckets.js';

const SORTED = [[2], [], [0, 1]];

it('knows the bucket of an item', () => {
  expect([2, 1, 3].map((item) => bucketOf(SORTED, item))).toEqual([0, 2, -1]);
});

it.each([
  ['at the end', 3, 2, undefined, [[2], [], [0, 1, 3]]],
  ['before another', 3, 2, 1, [[2], [], [0, 3, 1]]],
  ['out of another bucket', 2, 1, undefined, [[], [2], [0, 1]]],
  ['elsewhere in its bucket, counted without itself', 0, 2, 1, [[2], [], [1, 0]]],
])('puts an item %s', (_where, item, bucket, index, expected) => {
  expect(put(SORTED, item, bucket, index)).toEqual(expected);
});

it('takes an item out', () => {
  expect(unsorted(SORTED, 0)).toEqual([[2], [], [1]]);
});

it('moves an item within its bucket only', () => {
  expect(moveWithin(SORTED, 1, -1)).toEqual([[2], [], [1, 0]]);
  expect(moveWithin(SORTED, 0, 1)).toEqual([[2], [], [1, 0]]);
  expect(moveWithin(SORTED, 1, 1)).toEqual(SORTED);
  expect(moveWithin(SORTED, 0, -1)).toEqual(SORTED);
  expect(moveWithin(SORTED, 3, 1)).toEqual(SORTED);
});

it('says where an item is', () => {
  const titles = ['Good', 'So so', 'Bad'];

  expect(spokenBucket(SORTED, 1, titles)).toBe('Answer 2 is now second of two in “Bad”.');
  expect(spokenBucket(SORTED, 3, titles)).toBe('Answer 4 is not sorted now.');
});
