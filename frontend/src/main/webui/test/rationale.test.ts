import {describe, expect, it} from 'vitest';

import {rationaleOf, withQuote} from '../src/model/rationale.js';
import {control} from './fakes.js';

const PAIR = control('comparison', 'preference');
const words = (name: string, index?: number) =>
  control(name, 'words', {repeats: index === undefined ? [] : [{repeater: 0, index}]});

describe('rationaleOf', () => {
  it('is what is named rationale, else reason, wherever it stands', () => {
    const both = [PAIR, words('notes'), words('reason'), words('rationale')];

    expect(rationaleOf(both, PAIR)?.name).toBe('rationale');
    expect(rationaleOf(both.slice(0, 3), PAIR)?.name).toBe('reason');
  });

  it('is the only control that asks for words, whatever its name, and none of several', () => {
    expect(rationaleOf([PAIR, words('notes')], PAIR)?.name).toBe('notes');
    expect(rationaleOf([PAIR, words('notes'), words('others')], PAIR)).toBeUndefined();
    expect(rationaleOf([PAIR, control('reason', 'choice')], PAIR)).toBeUndefined();
  });

  it('is one that is asked now', () => {
    const all = [words('rationale'), words('reason')];

    expect(rationaleOf(all, PAIR, ({name}) => name === 'reason')?.name).toBe('reason');
    expect(rationaleOf(all, PAIR, () => false)).toBeUndefined();
  });

  it('is that of the repetition of the pair', () => {
    const all = [words('reason_0', 0), words('reason_1', 1)];
    const pair = control('pair_1', 'preference', {repeats: [{repeater: 0, index: 1}]});

    expect(rationaleOf(all, pair)?.name).toBe('reason_1');
  });
});

describe('withQuote', () => {
  it('quotes each line, and leaves a fresh one behind them', () => {
    expect(withQuote([], 'one\ntwo')).toEqual(['> one\n> two\n']);
  });

  it('goes on behind what is written, in the last text', () => {
    expect(withQuote(['first', 'Because\n'], 'so')).toEqual(['first', 'Because\n> so\n']);
  });
});
