import {describe, expect, it} from 'vitest';

import type {Outcome} from '../src/api.js';
import {TaskForm} from '../src/model/form.js';
import {groupsOf} from '../src/model/pair-groups.js';
import {LEFT, choiceFor, prefers, sameVerdict, scaleOf, shortcutsOf, sidesOf, spoken} from '../src/model/verdicts.js';
import {lease} from './fakes.js';

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

describe('with strength', () => {
  it.each([
    ['left-much', {outcome: 'preference', slot: 0, strength: 3}],
    ['left', {outcome: 'preference', slot: 0, strength: 2}],
    ['left-slightly', {outcome: 'preference', slot: 0, strength: 1}],
    ['tie', {outcome: 'tie'}],
    ['right-slightly', {outcome: 'preference', slot: 1, strength: 1}],
    ['right', {outcome: 'preference', slot: 1, strength: 2}],
    ['right-much', {outcome: 'preference', slot: 1, strength: 3}],
  ] as const)('%s says %o', (command, verdict) => {
    expect(choiceFor(command, ALL, true)?.verdict).toEqual(verdict);
  });

  it('prints the digits from 1 to 7 along the scale', () => {
    expect(scaleOf(true).map(({keys}) => keys[0])).toEqual(['1', '2', '3', '4', '5', '6', '7']);
    expect(scaleOf(false).map(({keys}) => keys[0])).toEqual(['1', '0', '2']);
  });

  it('says how much better', () => {
    expect(spoken({outcome: 'preference', slot: 0, strength: 1})).toBe('answer 1 is slightly better');
    expect(spoken({outcome: 'preference', slot: 1, strength: 2})).toBe('answer 2 is better');
    expect(spoken({outcome: 'preference', slot: 1, strength: 3})).toBe('answer 2 is much better');
  });

  it('tells steps apart, but a card is preferred by each on its side', () => {
    const slightly = {outcome: 'preference', slot: 0, strength: 1} as const;
    expect(sameVerdict(slightly, {...slightly, strength: 2})).toBe(false);
    expect(prefers(slightly, 0)).toBe(true);
    expect(prefers(slightly, 1)).toBe(false);
    expect(prefers({outcome: 'tie'}, 0)).toBe(false);
  });
});

it('says a verdict in words', () => {
  expect(spoken({outcome: 'preference', slot: 1})).toBe('answer 2 is better');
  expect(spoken({outcome: 'both_bad'})).toBe('both bad');
});

it('names keys as assistive technology expects them', () => {
  expect(shortcutsOf(LEFT)).toBe('1 ArrowLeft');
});

it('finds the same sides and the same groups each time, so that nothing is drawn again for nothing', () => {
  const form = new TaskForm(lease(1));

  expect(sidesOf(false)).toBe(sidesOf(false));
  expect(sidesOf(true)).toBe(sidesOf(true));
  expect(sidesOf(true).map(({command}) => command)).toEqual(['left', 'right']);
  expect(groupsOf(form)).toBe(groupsOf(form));
});
