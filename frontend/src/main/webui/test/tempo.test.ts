import {beforeEach, describe, expect, it} from 'vitest';

import {Tempo} from '../src/model/tempo.js';

const MINUTE = 60_000;

describe('Tempo', () => {
  let tempo: Tempo;
  let now: number;

  beforeEach(() => {
    tempo = new Tempo();
    now = 0;
  });

  /** Judges so many tasks at a pace, and returns how often there was something to tell. */
  function judge(count: number, millis: number, characters = 600): number {
    let told = 0;
    for (let i = 0; i < count; i++) if (tempo.note((now += millis), characters)) told++;
    return told;
  }

  it('tells once that somebody takes more than twice as long', () => {
    expect(judge(30, 2000)).toBe(0);
    expect(judge(40, 4500)).toBe(1);
  });

  it('tells nothing while somebody finds into the work', () => {
    expect(judge(12, 1000) + judge(10, 3000)).toBe(0);
  });

  it('tells nothing while somebody is a little slower', () => {
    judge(30, 2000);
    expect(judge(60, 3900)).toBe(0);
  });

  it('takes long tasks for long, not for slow', () => {
    judge(30, 2000, 600);
    expect(judge(30, 20_000, 6000)).toBe(0);
  });

  it('takes tasks of a few words for no less than they need', () => {
    judge(30, 2000, 10);
    expect(judge(30, 2000, 100)).toBe(0);
  });

  it('takes a pause for a pause', () => {
    judge(30, 2000);
    now += 10 * MINUTE;
    expect(judge(20, 2000)).toBe(0);
  });

  it('counts no time that went to something else', () => {
    judge(30, 2000);
    for (let i = 0; i < 20; i++) {
      now += 5000;
      tempo.rest(now);
      expect(judge(1, 2000)).toBe(0);
    }
  });

  it('tells again after half an hour, if that is still so', () => {
    judge(30, 2000);
    judge(12, 5000);
    expect(judge(300, 5000)).toBe(0);
    expect(judge(100, 5000)).toBe(1);
  });
});
