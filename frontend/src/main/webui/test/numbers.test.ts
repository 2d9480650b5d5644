import {describe, expect, it} from 'vitest';

import {counted, plainNumber, plural, spokenList, spokenNumber} from '../src/model/numbers.js';

const TASKS = {one: 'task', other: 'tasks'};

describe('numbers for people', () => {
  it('take the form that goes with the count', () => {
    expect([0, 1, 2].map((count) => plural(count, TASKS))).toEqual(['tasks', 'task', 'tasks']);
    expect([0, 1, 2].map((count) => counted(count, TASKS))).toEqual(['0 tasks', '1 task', '2 tasks']);
  });

  it('follow the locale of the browser', () => {
    expect(spokenNumber(1234567.5)).toBe((1234567.5).toLocaleString());
  });

  it('keep all their digits', () => {
    expect(Number(plainNumber(0.000123456789).replace(',', '.'))).toBe(0.000123456789);
  });

  it('have nothing between thousands where they are to be typed', () => {
    expect(plainNumber(1_234_567)).toBe('1234567');
  });

  it('are listed as in a sentence', () => {
    expect([['1'], ['1', '2'], ['1', '2', '3']].map(spokenList)).toEqual(['1', '1 and 2', '1, 2, and 3']);
  });
});
