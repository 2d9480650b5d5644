import 'fake-indexeddb/auto';
import {describe, expect, it} from 'vitest';

import type {Journey} from '../src/model/train.js';
import {LastingTrainStore} from '../src/train-store.js';
import {lease} from './fakes.js';

const JOURNEY: Journey = {subjects: ['L1'], refused: [], drafts: {L2: {answers: {}}}, receipt: undefined};

describe('LastingTrainStore', () => {
  it('gives back what was kept, in the order in which it was leased', async () => {
    const store = new LastingTrainStore(1, 7);
    await store.save(JOURNEY);
    await store.put([10, 9, 2, 1].map((number) => lease(number)));
    await store.drop(['L1']);

    const kept = await new LastingTrainStore(1, 7).load();

    expect(kept?.tasks.map(({id}) => id)).toEqual(['L2', 'L9', 'L10']);
    expect(kept?.tasks[0]).toEqual(lease(2));
    expect(kept?.journey).toMatchObject({subjects: ['L1'], drafts: {L2: {answers: {}}}});
  });

  it('keeps people and projects apart, and forgets a journey that has ended', async () => {
    const store = new LastingTrainStore(2, 7);
    await store.save(JOURNEY);
    await store.put([lease(1)]);
    const other = new LastingTrainStore(3, 7);
    await other.save(JOURNEY);
    await other.put([lease(1)]);

    await store.clear();

    expect(await store.load()).toBeUndefined();
    expect(await new LastingTrainStore(2, 8).load()).toBeUndefined();
    expect((await other.load())?.tasks).toHaveLength(1);
  });
});
