import {describe, expect, it} from 'vitest';

import {judgementOf} from '../src/judged.js';
import {sameJudgement} from '../src/model/judgement.js';
import {saidIn, wordsOfAnswer} from '../src/model/said.js';

describe('wordsOfAnswer', () => {
  it.each([
    [{outcome: 'preference', slot: 1, strength: 3} as const, 'Answer 2 is much better'],
    [{outcome: 'tie'} as const, 'Tie'],
    [{choices: ['good', 'short']}, 'good, short'],
    [{choices: [['sci'], ['sci', 'law'], ['art', 'music']]}, 'sci, art › music'],
    [{rating: 1}, '1 star'],
    [{rating: 4}, '4 stars'],
    [{ranking: [[1], [0, 2]]}, '2 > 1 = 3'],
    [{text: ['one', ' ', 'two']}, 'one · two'],
    [{number: 1234.5}, '1,234.5'],
  ])('%j', (answer, words) => {
    expect(wordsOfAnswer(answer)).toBe(words);
  });
});

describe('saidIn', () => {
  it('begins with the verdict, and leaves out what says nothing', () => {
    const answers = {why: {text: ['x']}, none: {choices: []}};

    expect(saidIn({verdict: {outcome: 'both_bad'}, answers})).toEqual([
      {words: 'Both bad', isWritten: false},
      {control: 'why', words: 'x', isWritten: true},
    ]);
    expect(saidIn({answers: {}})).toEqual([]);
  });
});

describe('judgementOf', () => {
  it('says what the server says in the words of the page', () => {
    expect(judgementOf(null)).toEqual({verdict: {outcome: 'skip'}});
    const why = judgementOf(null, 'Both are cut off.');
    expect(saidIn(why).map(({words, isWritten}) => [words, isWritten])).toEqual([
      ['Skipped', false],
      ['Both are cut off.', true],
    ]);
    expect(judgementOf({answers: {}})).toEqual({answers: {}});
    const given = {outcome: 'preference' as const, slot: 0, answers: {why: {text: ['x']}}};
    expect(judgementOf(given)).toEqual({verdict: {outcome: 'preference', slot: 0}, answers: {why: {text: ['x']}}});
  });

  it('takes a single text for a list of one, as other programs write it', () => {
    const given = {answers: {why: {text: 'x'}}} as unknown as Parameters<typeof judgementOf>[0];

    expect(judgementOf(given)).toEqual({answers: {why: {text: ['x']}}});
  });

  it('is the same as a verdict that the page gave alone', () => {
    expect(sameJudgement(judgementOf({outcome: 'tie', answers: {}}), {verdict: {outcome: 'tie'}})).toBe(true);
  });
});
