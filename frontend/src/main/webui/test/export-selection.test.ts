import {describe, expect, it} from 'vitest';

import {EVERYTHING, type Selection, isBackwards, parametersOf, selectionOf} from '../src/model/export-selection.js';

const ALL: Selection = {
  minStrength: 2,
  minAgreement: 66,
  byMajority: true,
  withTies: true,
  annotators: [3, 12],
  since: '2026-11-01',
  until: '2026-11-23',
  withoutGroundTruths: true,
  split: 'validation',
};

describe('what goes into an export', () => {
  it('is everything where nothing is said', () => {
    expect(parametersOf(EVERYTHING, true)).toEqual([]);
    expect(selectionOf(new URLSearchParams())).toEqual(EVERYTHING);
  });

  it('is said by the parameters of the API', () => {
    const {since, until, ...others} = Object.fromEntries(parametersOf(ALL, true));

    expect(others).toEqual({
      min_strength: '2',
      min_agreement: '0.66',
      aggregate: 'majority',
      ties: 'both',
      split: 'validation',
      annotators: '3,12',
      ground_truth: 'exclude',
    });
    expect(new Date(since ?? '').getTime()).toBe(new Date(2026, 10, 1).getTime());
    expect(new Date(until ?? '').getTime()).toBe(new Date(2026, 10, 24).getTime());
  });

  it('is asked of other formats only where these can', () => {
    expect(parametersOf(ALL, false).map(([name]) => name)).toEqual(['annotators', 'since', 'until', 'ground_truth']);
  });

  it.each<Partial<Selection>>([
    ALL,
    {minAgreement: 100},
    {minAgreement: 1},
    {annotators: [7]},
    {since: '2026-03-29'},
    {until: '2025-12-31'},
    {split: 'test'},
    {withTies: true},
  ])('%o is read from an address as it was written there', (changed) => {
    const selection = {...EVERYTHING, ...changed};
    expect(selectionOf(new URLSearchParams(parametersOf(selection, true)))).toEqual(selection);
  });

  it.each([
    'min_strength=4',
    'min_strength=<b>',
    'min_agreement=NaN',
    'min_agreement=7',
    'min_agreement=-1',
    'aggregate=mean',
    'annotators=1,x',
    'annotators=,',
    'since=yesterday',
    'until=',
    'ground_truth=no',
    'split=dev',
  ])('%s in an address means nothing', (query) => {
    expect(selectionOf(new URLSearchParams(query))).toEqual(EVERYTHING);
  });

  it.each([
    ['', '', false],
    ['2026-11-02', '', false],
    ['2026-11-02', '2026-11-02', false],
    ['2026-11-02', '2026-11-01', true],
  ])('from %s until %s is backwards: %s', (since, until, expected) => {
    expect(isBackwards({...EVERYTHING, since, until})).toBe(expected);
  });
});
