import {beforeEach, describe, expect, it} from 'vitest';

import type {Judgement} from '../src/api.js';
import {Outbox} from '../src/model/outbox.js';
import {LabelingSession} from '../src/model/session.js';
import {FakeClock, FakeServer, MemoryShelf, down, loggedOut, lost, settle} from './fakes.js';

const TIE: Judgement = {verdict: {outcome: 'tie'}};
const LEFT: Judgement = {verdict: {outcome: 'preference', slot: 0}};
const RIGHT: Judgement = {verdict: {outcome: 'preference', slot: 1}};

describe('LabelingSession', () => {
  let clock: FakeClock;
  let server: FakeServer;
  let shelf: MemoryShelf;
  let outbox: Outbox;
  let session: LabelingSession;
  let loggedOutTold: number;
  let keys: number;

  function open(tasks: number): void {
    server = new FakeServer(tasks);
    shelf = new MemoryShelf();
    outbox = newOutbox();
    session = newSession();
  }

  function newOutbox(): Outbox {
    return new Outbox({shelf, later: clock.later, send: (entry) => server.verdict(entry)});
  }

  function newSession(): LabelingSession {
    return new LabelingSession({
      api: server,
      outbox,
      projectId: 7,
      later: clock.later,
      now: clock.now,
      newKey: () => `k${++keys}`,
      onChange: () => undefined,
      onLoggedOut: () => loggedOutTold++,
    });
  }

  async function started(tasks: number): Promise<void> {
    open(tasks);
    session.start();
    await quiet();
  }

  async function quiet(): Promise<void> {
    for (let i = 0; i < 3; i++) await settle();
  }

  const shown = () => (session.phase.kind === 'judging' ? session.phase.lease.id : session.phase.kind);

  beforeEach(() => {
    clock = new FakeClock();
    loggedOutTold = 0;
    keys = 0;
  });

  it('shows the first comparison and holds two more', async () => {
    await started(5);

    expect(shown()).toBe('L1');
    expect(server.counts).toEqual([3]);
    expect(session.progress).toEqual({mine: 0, finished: 0, total: 5});
  });

  it('shows the next one in the same instant', async () => {
    await started(5);

    session.judge(TIE);

    expect(shown()).toBe('L2');
  });

  it('goes through a project to its end, each task judged once and in order', async () => {
    await started(7);
    for (let i = 0; i < 7; i++) {
      session.judge(i % 2 === 0 ? LEFT : RIGHT);
      await quiet();
    }

    expect(server.verdicts.map(({leaseId}) => leaseId)).toEqual(['L1', 'L2', 'L3', 'L4', 'L5', 'L6', 'L7']);
    expect(session.phase).toEqual({kind: 'done'});
    expect(session.progress).toEqual({mine: 7, finished: 7, total: 7});
  });

  it('keeps up with somebody who judges faster than the server answers', async () => {
    await started(6);
    for (let i = 0; i < 3; i++) session.judge(TIE);
    expect(shown()).toBe('loading');
    session.judge(TIE);
    await quiet();

    expect(shown()).toBe('L4');
    expect(server.verdicts).toHaveLength(3);
  });

  it('holds more for somebody who judges fast', async () => {
    await started(40);
    for (let i = 0; i < 12; i++) {
      await clock.pass(250);
      session.judge(TIE);
    }
    await quiet();

    expect(Math.max(...server.counts)).toBeGreaterThanOrEqual(10);
  });

  it('finds what comes later, by itself and when asked', async () => {
    await started(0);
    expect(shown()).toBe('done');

    server.addTasks(1);
    await clock.pass(20_000);
    expect(shown()).toBe('L1');

    session.judge(TIE);
    await quiet();
    expect(shown()).toBe('done');
    server.addTasks(1);
    session.lookAgain();
    await quiet();
    expect(shown()).toBe('L2');
  });

  it('measures how long a comparison was seen, and not while the page was hidden', async () => {
    await started(3);
    await clock.pass(4000);
    session.setVisible(false);
    await clock.pass(60_000);
    session.setVisible(true);
    await clock.pass(1500);
    session.judge(TIE);
    await clock.pass(2000);
    session.judge(TIE);
    await quiet();

    expect(server.verdicts.map(({lead}) => lead)).toEqual([5.5, 2]);
  });

  describe('undo', () => {
    it('goes back with the verdict marked, edits it, and returns to where it was', async () => {
      await started(5);
      session.judge(LEFT);
      await quiet();
      session.undo();
      expect(session.phase).toMatchObject({kind: 'judging', lease: {id: 'L1'}, previous: LEFT});

      session.judge(RIGHT);
      await quiet();

      expect(shown()).toBe('L2');
      expect(server.verdicts).toMatchObject([
        {leaseId: 'L1', ...LEFT},
        {leaseId: 'L1', ...RIGHT},
      ]);
      expect(new Set(server.verdicts.map(({key}) => key)).size).toBe(2);
    });

    it('goes back several steps and leaves everything as it was when told to', async () => {
      await started(5);
      for (const judgement of [LEFT, TIE, RIGHT]) {
        session.judge(judgement);
        await quiet();
      }
      session.undo();
      session.undo();
      expect(session.phase).toMatchObject({lease: {id: 'L2'}, previous: TIE});

      session.keep();
      await quiet();

      expect(shown()).toBe('L4');
      expect(server.verdicts).toHaveLength(3);
    });

    it('sends nothing when the verdict stays the same', async () => {
      await started(3);
      session.judge(LEFT);
      await quiet();
      session.undo();
      session.judge(LEFT);
      await quiet();

      expect(server.verdicts).toHaveLength(1);
      expect(shown()).toBe('L2');
    });

    it('goes back with all answers, and sends them again if one of them has changed', async () => {
      await started(3);
      const answers = {why: {text: ['short']}, stars: {rating: 3}};
      session.judge({...LEFT, answers});
      await quiet();
      session.undo();
      expect(session.phase).toMatchObject({lease: {id: 'L1'}, previous: {...LEFT, answers}});

      session.judge({...LEFT, answers: {stars: {rating: 3}, why: {text: ['short']}}});
      await quiet();
      expect(server.verdicts).toHaveLength(1);

      session.undo();
      session.judge({...LEFT, answers: {...answers, stars: {rating: 4}}});
      await quiet();
      expect(server.verdicts).toHaveLength(2);
      expect(server.verdicts.at(-1)).toMatchObject({leaseId: 'L1', ...LEFT, answers: {stars: {rating: 4}}});
    });

    it('works at the end, and returns to it', async () => {
      await started(1);
      session.judge(LEFT);
      await quiet();
      expect(shown()).toBe('done');

      session.undo();
      expect(shown()).toBe('L1');
      session.judge({verdict: {outcome: 'skip'}});
      await quiet();

      expect(shown()).toBe('done');
      expect(server.verdicts.at(-1)).toMatchObject({leaseId: 'L1', verdict: {outcome: 'skip'}});
    });

    it('is not there before the first verdict', async () => {
      await started(2);
      expect(session.canUndo).toBe(false);

      session.undo();

      expect(session.phase).toMatchObject({lease: {id: 'L1'}, previous: undefined});
    });
  });

  describe('when the server is away', () => {
    it('waits, tries again, and begins', async () => {
      open(2);
      server.failNext.leases.push(down(), down());
      session.start();
      await quiet();
      expect(shown()).toBe('waiting');

      await clock.pass(5000);
      expect(shown()).toBe('L1');
    });

    it('goes on with what it holds and saves it all in order later', async () => {
      await started(9);
      server.failNext.verdict.push(down(), down(), down());
      session.judge(LEFT);
      await quiet();
      expect(shown()).toBe('L2');
      session.judge(RIGHT);
      await quiet();
      expect(outbox.state).toEqual({kind: 'retrying', unsaved: 2});

      await clock.pass(20_000);

      expect(server.verdicts).toMatchObject([
        {leaseId: 'L1', ...LEFT},
        {leaseId: 'L2', ...RIGHT},
      ]);
      expect(shown()).toBe('L3');
    });

    it('does not show again after a reload what is still on its way', async () => {
      await started(5);
      server.failNext.verdict.push(down(), down());
      session.judge(LEFT);
      await quiet();
      outbox.stop();

      outbox = newOutbox();
      outbox.adopt(shelf.kept);
      session = newSession();
      session.start();
      await quiet();
      expect(shown()).toBe('L2');

      outbox.wake();
      await quiet();
      expect(server.verdicts).toMatchObject([{leaseId: 'L1', ...LEFT}]);
    });
  });

  describe('leases', () => {
    it('are kept alive while somebody is there', async () => {
      await started(5);
      session.noteActivity();
      await clock.pass(60_000);
      expect(server.beats).toEqual(['L1', 'L2', 'L3']);

      await clock.pass(3_600_000);
      const tenMinutes = 3 * 10;
      expect(server.beats.length).toBeLessThanOrEqual(tenMinutes);
    });

    it('are not kept alive by a page that nobody sees', async () => {
      await started(5);
      session.setVisible(false);
      await clock.pass(600_000);

      expect(server.beats).toEqual([]);
    });

    it('that were lost ahead are let go; the one on the page is kept and marked', async () => {
      await started(5);
      server.failNext.heartbeat.push(lost(), lost(), lost());
      await clock.pass(60_000);

      expect(session.phase).toMatchObject({kind: 'judging', lease: {id: 'L1'}, expired: true});
    });

    it('are handed back when the annotator leaves', async () => {
      await started(5);
      session.judge(TIE);
      await quiet();

      session.end();

      expect(server.handedBack).toEqual(expect.arrayContaining(['L2', 'L3', 'L4']));
      expect(server.handedBack).not.toContain('L1');
    });

    it('that are lost with a verdict leave the answer to be told, and nothing to go back to', async () => {
      await started(5);
      server.failNext.verdict.push(lost());
      session.judge(LEFT);
      await quiet();

      expect(outbox.refused).toMatchObject([{entry: {taskNumber: 1, ...LEFT, promptStart: 'Prompt 1'}, lost: true}]);
      expect(session.canUndo).toBe(false);
      expect(shown()).toBe('L2');
    });
  });

  it('asks for the login when the server no longer knows who is there', async () => {
    open(1);
    server.failNext.leases.push(loggedOut());
    session.start();
    await quiet();

    expect(loggedOutTold).toBe(1);
  });
});
