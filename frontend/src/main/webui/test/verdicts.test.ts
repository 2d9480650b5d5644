import {describe, expect, it} from 'vitest';

import type {Outcome} from '../src/api.js';
import {choiceFor, sameVerdict, shortcutsOf, spoken, LEFT} from '../src/model/verdicts.js';

const ALL: Outcome[] = ['preference', 'tie', 'both_bad', 'cannot_judge', 'skip'];

describe('choiceFor', () => {
  it.each([
    ['left', {outcome: 'preference', slot: 0}],
    ['right', {outcome: 'preference', slot: 1}],
    ['tie', {outcome: 'tie'}],
    ['both-bad', {outcome: 'both_bad'}],
    ['cannot-judge', {outcome: 'cannot_judge'}],
    ['skip', {outcome: 'skip'}],
  ] as const)('%s says %o', (command, verdict) => {
    expect(choiceFor(command, ALL)?.verdict).toEqual(verdict);
  });

  it('offers nothing that the project does not allow, and nothing for other commands', () => {
    expect(choiceFor('both-bad', ['preference', 'tie'])).toBeUndefined();
    expect(choiceFor('undo', ALL)).toBeUndefined();
  });
});

describe('sameVerdict', () => {
  it('tells the slots apart', () => {
    expect(sameVerdict({outcome: 'preference', slot: 0}, {outcome: 'preference', slot: 1})).toBe(false);
    expect(sameVerdict({outcome: 'preference', slot: 1}, {outcome: 'preference', slot: 1})).toBe(true);
    expect(sameVerdict({outcome: 'tie'}, {outcome: 'skip'})).toBe(false);
    expect(sameVerdict(undefined, {outcome: 'tie'})).toBe(false);
  });
});

it('says a verdict in words', () => {
  expect(spoken({outcome: 'preference', slot: 1})).toBe('answer 2 is better');
  expect(spoken({outcome: 'both_bad'})).toBe('both bad');
});

it('names keys as assistive technology expects them', () => {
  expect(shortcutsOf(LEFT)).toBe('1 ArrowLeft');
});
