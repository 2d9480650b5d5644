import {describe, expect, it} from 'vitest';

import {type Echo, type JudgedPair, echoOf, pairOf, swapped} from '../src/model/judged-pair.js';
import type {PairVerdict} from '../src/api.js';
import {TaskForm} from '../src/model/form.js';
import {boxOf, compared, control, layoutOf, lease} from './fakes.js';

const ASKS = {check_consistency: true};
const LEFT: PairVerdict = {outcome: 'preference', slot: 0};
const TIE: PairVerdict = {outcome: 'tie'};

function pair(verdict: PairVerdict, task = lease(1, ASKS)): JudgedPair {
  const found = pairOf(task, {verdict});
  if (!found) throw new Error('no pair');
  return found;
}

describe('pairOf', () => {
  it('leaves alone what the author arranges, and several pairs', () => {
    const two = [control('comparison', 'preference'), control('second', 'preference')];
    const comparisons = [compared('comparison'), compared('second')];

    const arranged = {...layoutOf(boxOf('comparison')), as_configured: true};
    expect(pairOf(lease(1, ASKS, arranged), {verdict: LEFT})).toBeUndefined();
    expect(pairOf(lease(1, {...ASKS, controls: two, comparisons}), {verdict: LEFT})).toBeUndefined();
    expect(pairOf(lease(1, ASKS, layoutOf(boxOf('comparison'))), {verdict: LEFT})).toBeDefined();
  });
});

describe('swapped', () => {
  it('asks the pair alone, with its answers in swapped places, and may be left out', () => {
    const controls = [
      control('comparison', 'preference', {required: true}),
      control('why', 'words', {required: true}),
      control('order', 'order'),
    ];
    const asks = {
      ...ASKS,
      controls,
      comparisons: [compared('comparison'), compared('order', ['list'], ['x', 'y', 'z'])],
      allows: ['preference' as const],
      strength: true,
    };
    const before = lease(1, asks, layoutOf(boxOf('comparison'), boxOf('why')));
    const task = swapped(pair(LEFT, before));

    expect(task.shown.comparisons).toEqual([compared('comparison', ['b', 'a'], ['two', 'one'])]);
    expect(task.shown.parts).toEqual(before.shown.parts);
    expect(task.shown.strength).toBe(true);
    expect(task.shown.check_consistency).toBeUndefined();
    expect(task.shown.allows).toEqual(['preference', 'skip']);
    expect(task.id).not.toBe(before.id);
    const form = new TaskForm(task);
    expect(form.controls.map(({name}) => name)).toEqual(['comparison']);
    expect([form.savable, form.asConfigured, form.blocked]).toEqual([false, false, false]);
    expect(before.shown.comparisons[0]).toEqual(compared('comparison'));
  });
});

describe('echoOf', () => {
  it.each<[PairVerdict, PairVerdict, Echo]>([
    [LEFT, {outcome: 'preference', slot: 1}, 'same'],
    [{...LEFT, strength: 1}, {outcome: 'preference', slot: 1, strength: 3}, 'same'],
    [LEFT, LEFT, 'other'],
    [LEFT, TIE, 'one'],
    [LEFT, {outcome: 'both_bad'}, 'one'],
    [TIE, TIE, 'same'],
    [TIE, LEFT, 'tie'],
    [TIE, {outcome: 'cannot_judge'}, 'tie'],
  ])('compares %j in its places with %j in swapped places: %s', (before, now, echo) => {
    expect(echoOf(pair(before), now)).toBe(echo);
  });
});
