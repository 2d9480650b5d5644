import {describe, expect, it} from 'vitest';

import {
  EVERYTHING,
  type Selection,
  isBackwards,
  isUneven,
  parametersOf,
  selectionOf,
} from '../src/model/export-selection.js';

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
  shares: '',
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

  it('has the splits of a folder where no single one is wanted', () => {
    const shares = {...EVERYTHING, shares: '90,5,5'};

    expect(parametersOf(shares, true, true)).toEqual([['split_shares', '90,5,5']]);
    expect(parametersOf(shares, true)).toEqual([]);
    expect(parametersOf({...shares, split: 'test'}, true, true)).toEqual([['split', 'test']]);
    expect(selectionOf(new URLSearchParams('split_shares=90,5,5'))).toEqual(shares);
  });

  it.each([
    ['', false],
    ['90,5,5', false],
    ['33.3,33.3,33.4', false],
    ['0,0,100', false],
    ['90,5,4', true],
    ['90,5,', true],
    ['90,10', true],
    ['110,-5,-5', true],
  ])('splits of %s are uneven: %s', (shares, expected) => {
    expect(isUneven({...EVERYTHING, shares})).toBe(expected);
    expect(isUneven({...EVERYTHING, shares, split: 'train'})).toBe(false);
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
    'split_shares=90,5',
    'split_shares=<b>',
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
