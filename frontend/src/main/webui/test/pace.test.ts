import {describe, expect, it} from 'vitest';

import {Pace} from '../src/model/pace.js';

/** The number of comparisons to hold, after verdicts with these milliseconds before each. */
function ahead(...pauses: number[]): number {
  let time = 0;
  const pace = new Pace(() => time);
  pace.note();
  for (const pause of pauses) {
    time += pause;
    pace.note();
  }
  return pace.ahead;
}

describe('Pace', () => {
  it('holds three for whoever begins or reads for long', () => {
    expect(ahead()).toBe(3);
    expect(ahead(5000, 30_000)).toBe(3);
  });

  it('holds more for whoever is fast, and ten at most', () => {
    expect(ahead(1000, 1000)).toBe(4);
    expect(ahead(500, 500, 500)).toBe(6);
    expect(ahead(100, 100)).toBe(10);
    expect(ahead(0, 0)).toBe(10);
  });

  it('counts no time that went to something else', () => {
    let time = 0;
    const pace = new Pace(() => time);
    pace.note();
    time += 9000;
    pace.rest();
    time += 500;
    pace.note();
    expect(pace.ahead).toBe(6);
  });

  it('forgets a former pace, and takes no break for one', () => {
    expect(ahead(100, 100, 100, 5000, 5000, 5000, 5000, 5000)).toBe(3);
    expect(ahead(500, 500, 3_600_000)).toBe(6);
  });
});
