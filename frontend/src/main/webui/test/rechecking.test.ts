import {beforeEach, describe, expect, it} from 'vitest';

import type {Judgement} from '../src/api.js';
import {Outbox} from '../src/model/outbox.js';
import {Rechecking} from '../src/model/rechecking.js';
import {Rechecks} from '../src/model/rechecks.js';
import {LabelingSession} from '../src/model/session.js';
import {FakeClock, FakeServer, MemoryRecheckStore, settle} from './fakes.js';

const LEFT: Judgement = {verdict: {outcome: 'preference', slot: 0}};
const RIGHT: Judgement = {verdict: {outcome: 'preference', slot: 1}};
const SKIP: Judgement = {verdict: {outcome: 'skip'}};

describe('Rechecking', () => {
  let clock: FakeClock;
  let server: FakeServer;
  let session: LabelingSession;
  let rechecking: Rechecking;
  let mayAsk: boolean;
  let done: number;

  beforeEach(async () => {
    clock = new FakeClock();
    server = new FakeServer(40, {check_consistency: true});
    mayAsk = true;
    done = 0;
    const outbox = new Outbox({shelf: undefined, later: clock.later, send: (entry) => server.verdict(entry)});
    session = new LabelingSession({
      api: server,
      outbox,
      projectId: 7,
      later: clock.later,
      now: clock.now,
      newKey: () => 'key',
      onChange: () => rechecking.look(),
      onLoggedOut: () => undefined,
    });
    rechecking = new Rechecking({
      rechecks: new Rechecks({store: new MemoryRecheckStore(), random: () => 0}),
      session,
      mayAsk: () => mayAsk,
      onDone: () => done++,
    });
    session.start();
    await quiet();
  });

  async function quiet(): Promise<void> {
    for (let i = 0; i < 3; i++) await settle();
  }

  /** Judges tasks as the page does, each of them for a second. */
  async function judge(count: number): Promise<void> {
    for (let i = 0; i < count; i++) {
      await clock.pass(1000);
      rechecking.note(LEFT);
      session.judge(LEFT);
      await quiet();
    }
  }

  const asked = () => rechecking.now?.shown.task.id;
  const shown = () => session.shown?.task.id;

  it('asks the first pair again after the eleventh judgement, and the next task waits', async () => {
    await judge(10);
    expect(asked()).toBeUndefined();
    await judge(1);
    expect(asked()).toBe('recheck-L1');
    expect(shown()).toBe('L12');
    rechecking.now?.judge(RIGHT);

    expect(asked()).toBeUndefined();
    expect(shown()).toBe('L12');
    expect(rechecking.result).toEqual({echo: 'same', consistency: {same: 1, of: 1}});
    expect(done).toBe(1);
  });

  it('sends nothing, and counts nothing of it as progress', async () => {
    await judge(11);
    const before = session.progress;
    const given = server.verdicts.length;
    rechecking.now?.judge(RIGHT);
    await clock.pass(10_000);

    expect(server.verdicts).toHaveLength(given);
    expect(server.drafts).toEqual([]);
    expect(session.progress).toEqual(before);
  });

  it('counts none of its time for the task that waits, and keeps the lease of that alive', async () => {
    await judge(11);
    await clock.pass(90_000);
    session.setVisible(false);
    session.setVisible(true);
    await clock.pass(30_000);
    expect(server.beats).toContain('L12');
    rechecking.now?.judge(RIGHT);
    await judge(1);

    expect(server.verdicts.at(-1)).toMatchObject({leaseId: 'L12', lead: 1});
  });

  it('counts nothing where it is left out, and does not ask that pair again', async () => {
    await judge(11);
    rechecking.now?.judge(SKIP);
    expect(rechecking.result).toBeUndefined();
    await judge(19);
    expect(asked()).toBeUndefined();
    await judge(1);
    expect(asked()).toBe('recheck-L2');
  });

  it('says what came of it until the next task is judged', async () => {
    await judge(11);
    rechecking.now?.judge(LEFT);
    expect(rechecking.result).toEqual({echo: 'other', consistency: {same: 0, of: 1}});
    await judge(1);
    expect(rechecking.result).toBeUndefined();
  });

  it('gives way to whoever takes the last real judgement back', async () => {
    await judge(11);
    expect(rechecking.now?.canUndo).toBe(true);
    expect(await rechecking.now?.undo()).toBe('back');

    expect(asked()).toBeUndefined();
    expect(shown()).toBe('L11');
    session.judge(RIGHT);
    await quiet();
    expect(server.verdicts.at(-1)).toMatchObject({verdict: RIGHT.verdict});
    expect(asked()).toBeUndefined();
  });

  it('asks nothing where it must not, and does not take away a task that is shown by then', async () => {
    mayAsk = false;
    await judge(11);
    expect(shown()).toBe('L12');
    mayAsk = true;
    await clock.pass(1000);
    rechecking.look();
    expect(asked()).toBeUndefined();
    await judge(1);
    expect(asked()).toBe('recheck-L1');
  });

  it('asks nothing while an earlier task is looked at, and nothing once the last task is judged', async () => {
    await judge(10);
    await session.undo();
    rechecking.note(RIGHT);
    session.judge(RIGHT);
    expect(asked()).toBeUndefined();
    mayAsk = false;
    await judge(29);
    mayAsk = true;
    await judge(1);
    expect(shown()).toBeUndefined();
    expect(asked()).toBeUndefined();
  });
});
