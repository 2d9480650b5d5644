import {expect, it} from 'vitest';

import {type Ranking, dropAt, isTiedUp, move, place, spokenPlace, toggleTie, without} from '../src/model/ranking.js';

const RANKING: Ranking = [[2], [0, 3], [1]];

it.each([
  [3, -1, [[2], [3], [0], [1]]],
  [0, 1, [[2], [3], [0], [1]]],
  [1, -1, [[2], [1], [0, 3]]],
  [2, 1, [[0, 3], [2], [1]]],
  [2, -1, RANKING],
  [9, 1, RANKING],
] as const)('moves %i by %i: out of a tie, or past the place beside it', (item, direction, expected) => {
  expect(move(RANKING, item, direction)).toEqual(expected);
});

it.each([
  [1, 0, [[1], [2], [0, 3]]],
  [4, 1, [[2], [4], [0, 3], [1]]],
  [4, 8, [[2], [0, 3], [1], [4]]],
  [0, 0, [[0], [2], [3], [1]]],
])('gives %i the place %i', (item, at, expected) => {
  expect(place(RANKING, item, at)).toEqual(expected);
});

it('ties an item with the one above, and parts them again', () => {
  const tied = toggleTie(RANKING, 1);
  expect(tied).toEqual([[2], [0, 3, 1]]);
  expect(toggleTie(tied, 1)).toEqual(RANKING);
  expect(toggleTie(tied, 3)).toEqual([[2], [0], [3, 1]]);
  expect(toggleTie(RANKING, 0)).toEqual([[2, 0, 3], [1]]);
  expect(toggleTie(RANKING, 2)).toEqual(RANKING);
  expect([2, 0, 3].map((item) => isTiedUp(RANKING, item))).toEqual([false, false, true]);
});

it.each([
  [4, 0, [[4], [2], [0, 3], [1]]],
  [4, 1, [[2], [4], [0, 3], [1]]],
  [4, 2, [[2], [0, 4, 3], [1]]],
  [4, 3, [[2], [0, 3], [4], [1]]],
  [4, 4, [[2], [0, 3], [1], [4]]],
  [2, 2, [[0, 3], [2], [1]]],
  [3, 1, [[2], [3], [0], [1]]],
])('drops %i at %i', (item, index, expected) => {
  expect(dropAt(RANKING, item, index)).toEqual(expected);
});

it('says where an item stands', () => {
  expect(spokenPlace(RANKING, 2)).toBe('Answer 3 is now first of three.');
  expect(spokenPlace(RANKING, 3)).toBe('Answer 4 is now tied for second of three.');
  expect(spokenPlace(without(RANKING, 3), 3)).toBe('Answer 4 is not ranked now.');
});
