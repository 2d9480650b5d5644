import {expect, it} from 'vitest';

import {waitMillis} from '../src/model/backoff.js';

const least = () => 1 - Number.EPSILON;
const most = () => 0;

it('doubles from half a second to fifteen', () => {
  expect([1, 2, 3, 4, 5, 6, 60].map((n) => waitMillis(n, 0, most))).toEqual([
    500, 1000, 2000, 4000, 8000, 15_000, 15_000,
  ]);
});

it('takes off at most a quarter at random', () => {
  expect(waitMillis(3, 0, least)).toBe(1500);
});

it('waits as long as the server asks, within reason', () => {
  expect(waitMillis(1, 3, most)).toBe(3000);
  expect(waitMillis(1, 86_400, most)).toBe(15_000);
});
