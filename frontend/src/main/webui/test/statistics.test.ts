import {describe, expect, it} from 'vitest';

import {courseOf, leaning, secondsLeft, spanOf} from '../src/model/statistics.js';
import {STATISTICS} from './statistics.js';

const THREE = Date.parse('2026-11-23T03:00:00Z') / 1000;

describe('the course of judgements', () => {
  it('has an entry for each hour, also for those without any', () => {
    expect(courseOf(STATISTICS)).toEqual({
      step: 'hour',
      times: [0, 1, 2, 3].map((hour) => THREE + hour * 3600),
      all: [20, 0, 0, 10],
      people: [
        {name: '', counts: [8, 0, 0, 10]},
        {name: 'Ann Lee', counts: [12, 0, 0, 0]},
      ],
    });
  });

  it('is by days where the server says so', () => {
    const buckets = [
      {from: '2026-11-23T00:00:00Z', judgements: 30, people: {'3': 30}},
      {from: '2026-11-26T00:00:00Z', judgements: 5, people: {'3': 5}},
    ];
    const course = courseOf({...STATISTICS, course: {step: 'day', buckets}});

    expect(course.step).toBe('day');
    expect(course.all).toEqual([30, 0, 0, 5]);
  });

  it('is shown to the end of its last hour, and through eight at least', () => {
    const course = courseOf(STATISTICS);
    expect(spanOf(course)).toEqual([THREE - 4 * 3600, THREE + 4 * 3600]);
    const times = Array.from({length: 20}, (_, i) => THREE + i * 3600);
    expect(spanOf({...course, times})).toEqual([THREE, THREE + 20 * 3600]);
  });

  it('shows five people at most, and is empty without judgements', () => {
    const [ann] = STATISTICS.people;
    if (!ann) throw new Error('there is nobody');
    const people = [1, 2, 3, 4, 5, 6, 7].map((user) => ({...ann, user, judgements: user}));
    expect(courseOf({...STATISTICS, people}).people).toHaveLength(5);
    expect(courseOf({course: {step: 'hour', buckets: []}, people: []})).toEqual({
      step: 'hour',
      times: [],
      all: [],
      people: [],
    });
  });
});

describe('a share', () => {
  it.each([
    [0.51, 0.7, 'high'],
    [0.2, 0.49, 'low'],
    [0.4, 0.6, undefined],
    [null, null, undefined],
  ])('from %s to %s leans to %s', (low, high, side) => {
    expect(leaning({share: 0.5, low, high})).toBe(side);
  });
});

describe('the time until all is done', () => {
  const now = (THREE + 4 * 3600) * 1000;

  it('goes on at the pace of the last hours', () => {
    // Ten judgements in one hour; those of the hour before the last three are long ago.
    expect(secondsLeft(STATISTICS.course, 15, now)).toBe(1.5 * 3600);
  });

  it('is unknown where nobody has judged for long', () => {
    expect(secondsLeft(STATISTICS.course, 15, now + 24 * 3600 * 1000)).toBeUndefined();
    expect(secondsLeft({step: 'hour', buckets: []}, 15, now)).toBeUndefined();
  });
});
