import {beforeEach, describe, expect, it} from 'vitest';

import {TaskForm} from '../src/model/form.js';
import {briefJudgement} from '../src/model/judgement.js';
import {type Fate, type GivenVerdict, LastVerdict} from '../src/model/last-verdict.js';
import {mayGiveRow} from '../src/model/row-giving.js';
import type {Judgement} from '../src/api.js';
import type {Row} from '../src/row-stream.js';
import {FakeClock, compared, control, lease} from './fakes.js';

const PROGRESS = {mine: 1, skipped: 0, finished: 1, total: 2};

describe('LastVerdict', () => {
  let clock: FakeClock;
  let hears: boolean;
  let inUse: boolean;
  let last: LastVerdict;

  beforeEach(() => {
    clock = new FakeClock();
    clock.time = 1000;
    hears = true;
    inUse = false;
    last = new LastVerdict({
      hears: () => hears,
      isInUse: () => inUse,
      onChange: () => undefined,
      later: clock.later,
      now: clock.now,
    });
  });

  function give(more: Partial<GivenVerdict> = {}): void {
    const judgement: Judgement = {verdict: {outcome: 'preference', slot: 0}};
    last.give({key: 'k1', taskNumber: 12, judgement, pressedAt: clock.time, mayGiveRow: true, canUndo: true, ...more});
  }

  const saved = (revision = 1, key = 'k1') => last.saved(key, {annotation_id: 88, revision, progress: PROGRESS});
  const row = (more: Partial<Row> = {}) => last.arrived({annotationId: 88, revision: 1, isFresh: true, ...more});
  const fate = (): Fate | undefined => last.shown?.fate;

  it('is shown at once, and as landed when its row has come, with the time since the press', async () => {
    give();
    expect(fate()).toEqual({kind: 'on-its-way'});
    await clock.pass(10);
    saved();
    expect(fate()).toEqual({kind: 'on-its-way'});
    await clock.pass(24);
    row();

    expect(fate()).toEqual({kind: 'landed', millis: 34});
  });

  it('knows its row also if that comes before the answer', async () => {
    give();
    await clock.pass(20);
    row({annotationId: 87});
    row();
    await clock.pass(20);
    expect(fate()).toEqual({kind: 'on-its-way'});
    saved();

    expect(fate()).toEqual({kind: 'landed', millis: 20});
  });

  it.each([
    ['of another annotation', {annotationId: 87}],
    ['of the revision before', {revision: 1}],
  ])('takes no row %s for its own', (_, other) => {
    give();
    saved(2);
    row(other);

    expect(fate()).toEqual({kind: 'on-its-way'});
  });

  it('says no time that nobody measured', () => {
    give();
    saved();
    row({isFresh: false});

    expect(fate()).toEqual({kind: 'landed', millis: undefined});
  });

  it('keeps the time of its first row', async () => {
    give();
    saved();
    row();
    await clock.pass(50);
    row();

    expect(fate()).toEqual({kind: 'landed', millis: 0});
  });

  it('is saved and no more where it gives no row', () => {
    give({mayGiveRow: false});
    row();
    saved();
    row();

    expect(fate()).toEqual({kind: 'saved'});
  });

  it('is saved at once where rows are not heard of', () => {
    hears = false;
    give();
    saved();

    expect(fate()).toEqual({kind: 'saved'});
  });

  it('is saved when its row does not come, and landed when that comes late', async () => {
    give();
    saved();
    await clock.pass(1000);
    expect(fate()).toEqual({kind: 'saved'});
    await clock.pass(1000);
    row();

    expect(fate()).toEqual({kind: 'landed', millis: 2000});
  });

  it('is shown for 4 s after it was saved, however long that takes', async () => {
    give({mayGiveRow: false});
    await clock.pass(20_000);
    expect(fate()).toEqual({kind: 'on-its-way'});
    saved();
    await clock.pass(3999);
    expect(last.shown).toBeDefined();
    await clock.pass(1);

    expect(last.shown).toBeUndefined();
  });

  it('stays while somebody is using it', async () => {
    give({mayGiveRow: false});
    saved();
    inUse = true;
    await clock.pass(20_000);
    expect(last.shown).toBeDefined();
    inUse = false;
    await clock.pass(1000);

    expect(last.shown).toBeUndefined();
  });

  it('is replaced by the next one, for its whole time', async () => {
    give({mayGiveRow: false});
    saved();
    await clock.pass(3000);
    give({key: 'k2', taskNumber: 13, mayGiveRow: false});
    saved(1, 'k1');
    expect(fate()).toEqual({kind: 'on-its-way'});
    saved(1, 'k2');
    await clock.pass(3000);

    expect(last.shown?.taskNumber).toBe(13);
  });

  it('is shown no more once it is refused, or the annotator goes back', () => {
    give();
    last.refused('other');
    expect(last.shown).toBeDefined();
    last.refused('k1');
    expect(last.shown).toBeUndefined();

    give();
    last.forget();
    saved();
    expect(last.shown).toBeUndefined();
  });
});

describe('mayGiveRow', () => {
  const PAIR = control('comparison', 'preference');
  const form = (texts: string[], ...controls: Parameters<typeof control>[]) =>
    new TaskForm(
      lease(1, {
        controls: [PAIR, ...controls.map((one) => control(...one))],
        comparisons: [compared('comparison', ['a', 'b'], texts), compared('order', ['list'], ['x', 'y', 'y'])],
      }),
    );
  const prefers: Judgement = {verdict: {outcome: 'preference', slot: 0}};

  it.each<[string, Judgement, string[], boolean]>([
    ['a preference', prefers, ['one', 'two'], true],
    ['a preference between the same answers', prefers, ['one', 'one'], false],
    ['a preference for an answer over an empty one', prefers, ['one', ' '], false],
    ['a tie', {verdict: {outcome: 'tie'}}, ['one', 'two'], false],
    ['both bad', {verdict: {outcome: 'both_bad'}}, ['one', 'two'], false],
    ['cannot judge', {verdict: {outcome: 'cannot_judge'}}, ['one', 'two'], false],
    ['a skip', {verdict: {outcome: 'skip'}}, ['one', 'two'], false],
    ['nothing', {}, ['one', 'two'], false],
  ])('knows of %s', (_, judgement, texts, may) => {
    expect(mayGiveRow(judgement, form(texts))).toBe(may);
  });

  it.each<[number[][], boolean]>([
    [[[0], [1, 2]], true],
    [[[1], [2]], false],
    [[[0, 1]], false],
  ])('knows of an order: %j', (ranking, may) => {
    expect(mayGiveRow({answers: {order: {ranking}}}, form(['one', 'two'], ['order', 'order']))).toBe(may);
  });
});

it.each<[Judgement, string]>([
  [{verdict: {outcome: 'preference', slot: 1}}, 'Answer 2'],
  [{verdict: {outcome: 'preference', slot: 0, strength: 3}}, 'Answer 1, much better'],
  [{verdict: {outcome: 'both_bad'}}, 'Both bad'],
  [{verdict: {outcome: 'skip'}}, 'Skip'],
  [{answers: {order: {ranking: [[0]]}}}, 'answered “order”'],
])('has short words for %j', (judgement, words) => {
  expect(briefJudgement(judgement)).toBe(words);
});
