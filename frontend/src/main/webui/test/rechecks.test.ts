import {beforeEach, describe, expect, it} from 'vitest';

import type {Judgement} from '../src/api.js';
import {Rechecks} from '../src/model/rechecks.js';
import type {Shown} from '../src/shown.js';
import {MemoryRecheckStore, control, lease} from './fakes.js';

const LEFT: Judgement = {verdict: {outcome: 'preference', slot: 0}};
const TIE: Judgement = {verdict: {outcome: 'tie'}};
const BOTH_BAD: Judgement = {verdict: {outcome: 'both_bad'}};
const SKIP: Judgement = {verdict: {outcome: 'skip'}};

describe('Rechecks', () => {
  let store: MemoryRecheckStore;
  let rechecks: Rechecks;
  let random: number;

  beforeEach(() => {
    store = new MemoryRecheckStore();
    random = 0;
    rechecks = open();
  });

  function open(): Rechecks {
    return new Rechecks({store, random: () => random});
  }

  function judge(number: number, judgement = LEFT, asks: Partial<Shown> = {}, previous?: Judgement): void {
    const task = lease(number, {check_consistency: true, ...asks});
    rechecks.note({kind: 'judging', task, expired: false, previous, mayChange: true}, judgement);
  }

  /** Judges tasks from one number to another in a way that no pair can come back from. */
  function pass(from: number, to: number): void {
    for (let number = from; number <= to; number++) judge(number, BOTH_BAD);
  }

  const taken = () => rechecks.take()?.task.id;

  it('gives a pair back after ten other judgements, and not before', () => {
    judge(1);
    pass(2, 10);
    expect(taken()).toBeUndefined();
    pass(11, 11);
    expect(taken()).toBe('L1');
  });

  it('counts no skips and no changes among the others', () => {
    judge(1);
    pass(2, 10);
    judge(11, SKIP);
    judge(10, BOTH_BAD, {}, BOTH_BAD);
    expect(taken()).toBeUndefined();
  });

  it('gives one back at most once per twenty judgements, and each once', () => {
    judge(1);
    judge(2, TIE);
    pass(3, 12);
    expect(taken()).toBe('L1');
    pass(13, 31);
    expect(taken()).toBeUndefined();
    pass(32, 32);
    expect(taken()).toBe('L2');
    pass(33, 80);
    expect(taken()).toBeUndefined();
  });

  it('keeps that distance over another load of the page', () => {
    judge(1);
    pass(2, 11);
    rechecks.take();
    rechecks = open();
    judge(12);
    pass(13, 30);
    expect(taken()).toBeUndefined();
    pass(31, 31);
    expect(taken()).toBe('L12');
  });

  it('takes any of the pairs that are old enough', () => {
    for (let number = 1; number <= 14; number++) judge(number);
    random = 0.99;
    expect(taken()).toBe('L4');
  });

  it('gives back the newest fifty only', () => {
    for (let number = 1; number <= 61; number++) judge(number);
    expect(taken()).toBe('L12');
  });

  it('takes no pair of which nothing was said that could be said again', () => {
    judge(1, BOTH_BAD);
    judge(2, SKIP);
    judge(3, {verdict: {outcome: 'cannot_judge'}});
    judge(4, {answers: {}});
    pass(5, 30);
    expect(taken()).toBeUndefined();
  });

  it('holds to what was said last, and counts from then', () => {
    judge(1);
    judge(2);
    pass(3, 6);
    judge(1, BOTH_BAD, {}, LEFT);
    judge(2, TIE, {}, LEFT);
    pass(7, 15);
    expect(rechecks.take()).toBeUndefined();
    pass(16, 16);
    expect(rechecks.take()).toMatchObject({task: {id: 'L2'}, better: undefined});
  });

  it.each<[string, Partial<Shown>]>([
    ['a project that does not want it', {check_consistency: false}],
    ['no pair', {controls: [control('why', 'words')]}],
    ['a task that is blocked', {demanded: ['brush']}],
    [
      'a pair that is asked for each item of a list',
      {controls: [control('comparison', 'preference', {repeats: [{repeater: 0, index: 0}]})]},
    ],
  ])('leaves alone %s', (_, asks) => {
    judge(1, LEFT, asks);
    pass(2, 30);
    expect(taken()).toBeUndefined();
  });

  it('counts how often the same was said, for as long as the browser keeps it', () => {
    expect(rechecks.consistency).toEqual({same: 0, of: 0});
    rechecks.count(true);
    rechecks.count(false);
    expect(open().consistency).toEqual({same: 1, of: 2});
  });
});
