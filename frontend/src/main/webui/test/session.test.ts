import {beforeEach, describe, expect, it} from 'vitest';

import type {Judgement} from '../src/api.js';
import {Problem} from '../src/requests.js';
import {Outbox} from '../src/model/outbox.js';
import {LabelingSession} from '../src/model/session.js';
import {FakeClock, FakeServer, MemoryShelf, down, listed, loggedOut, lost, outage, settle} from './fakes.js';

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

  const shown = () => (session.phase.kind === 'judging' ? session.phase.task.id : session.phase.kind);

  beforeEach(() => {
    clock = new FakeClock();
    loggedOutTold = 0;
    keys = 0;
  });

  it('shows the first comparison and holds two more', async () => {
    await started(5);

    expect(shown()).toBe('L1');
    expect(server.counts).toEqual([3]);
    expect(session.progress).toEqual({mine: 0, skipped: 0, finished: 0, total: 5});
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
    expect(session.progress).toEqual({mine: 7, skipped: 0, finished: 7, total: 7});
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
      await session.undo();
      expect(session.phase).toMatchObject({kind: 'judging', task: {id: 'L1'}, previous: LEFT});

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
      await session.undo();
      await session.undo();
      expect(session.phase).toMatchObject({task: {id: 'L2'}, previous: TIE});

      session.keep();
      await quiet();

      expect(shown()).toBe('L4');
      expect(server.verdicts).toHaveLength(3);
    });

    it('sends nothing when the verdict stays the same', async () => {
      await started(3);
      session.judge(LEFT);
      await quiet();
      await session.undo();
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
      await session.undo();
      expect(session.phase).toMatchObject({task: {id: 'L1'}, previous: {...LEFT, answers}});

      session.judge({...LEFT, answers: {stars: {rating: 3}, why: {text: ['short']}}});
      await quiet();
      expect(server.verdicts).toHaveLength(1);

      await session.undo();
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

      await session.undo();
      expect(shown()).toBe('L1');
      session.judge({verdict: {outcome: 'skip'}});
      await quiet();

      expect(shown()).toBe('done');
      expect(server.verdicts.at(-1)).toMatchObject({leaseId: 'L1', verdict: {outcome: 'skip'}});
    });

    it('is not there before the first verdict', async () => {
      await started(2);
      expect(session.canUndo).toBe(false);

      await session.undo();

      expect(session.phase).toMatchObject({task: {id: 'L1'}, previous: undefined});
    });
  });

  describe('undo of what another page judged', () => {
    /** As after a reload: the server has two judgements, and the page has none. */
    async function reloaded(): Promise<void> {
      open(5);
      server.earlier = [
        listed(9, {outcome: 'tie', answers: {}}),
        listed(8, {outcome: 'preference', slot: 1, answers: {}}),
        listed(7, null),
      ];
      session.start();
      await quiet();
    }

    it('goes back to the last judgement, and to those before it', async () => {
      await reloaded();
      expect(session.canUndo).toBe(true);
      expect(await session.undo()).toBe('back');
      expect(session.shown).toMatchObject({task: {inner_id: 9}, previous: TIE, mayChange: true});
      expect(await session.undo()).toBe('back');
      expect(session.shown).toMatchObject({task: {inner_id: 8}, previous: RIGHT});
      expect(await session.undo()).toBe('back');
      expect(session.shown).toMatchObject({task: {inner_id: 7}, previous: {verdict: {outcome: 'skip'}}});

      expect(session.canUndo).toBe(false);
      session.keep();
      expect(shown()).toBe('L1');
      expect(server.verdicts).toEqual([]);
    });

    it('sends a changed answer to the judgement, and nothing if it stays the same', async () => {
      await reloaded();
      await session.undo();
      session.judge(TIE);
      await quiet();
      expect(server.verdicts).toEqual([]);

      await session.undo();
      session.judge(LEFT);
      await quiet();
      expect(server.verdicts).toMatchObject([{leaseId: 'annotation 509', ...LEFT, key: 'k1'}]);
      expect(shown()).toBe('L1');

      await session.undo();
      expect(session.shown).toMatchObject({task: {inner_id: 9}, previous: LEFT});
    });

    it('goes on behind what this page has judged itself, which the server lists too', async () => {
      await reloaded();
      session.judge(LEFT);
      await quiet();
      server.earlier.unshift(listed(1, {outcome: 'preference', slot: 0, answers: {}}, {task_id: 101}));
      await session.undo();
      await session.undo();

      expect(session.shown).toMatchObject({task: {inner_id: 9}});
    });

    it('takes no verdict where the project takes no changes', async () => {
      await reloaded();
      server.mayChange = false;
      await session.undo();
      expect(session.shown).toMatchObject({task: {inner_id: 9}, mayChange: false});
      session.judge(LEFT);
      await quiet();

      expect(server.verdicts).toEqual([]);
      expect(session.shown).toMatchObject({task: {inner_id: 9}});
    });

    it('says that it is on its way, stays where it is if that is left off, and can be asked again', async () => {
      await reloaded();
      const left = session.undo();
      expect(session.isGoingBack).toBe(true);
      session.keep();
      expect(session.isGoingBack).toBe(false);
      expect(await left).toBe('left');
      expect(shown()).toBe('L1');

      expect(await session.undo()).toBe('back');
      expect(session.shown).toMatchObject({task: {inner_id: 9}});
    });

    it('counts skips anew when an earlier judgement is changed from a skip or to one', async () => {
      server.earlier = [listed(1, {outcome: 'preference', slot: 0, answers: {}})];
      const skipped = () => session.progress?.skipped;
      const before = skipped() ?? 0;
      await session.undo();
      session.judge({verdict: {outcome: 'skip'}});
      expect(skipped()).toBe(before);
      await quiet();
      expect(skipped()).toBe(before + 1);

      await session.undo();
      session.judge(TIE);
      await quiet();
      expect(skipped()).toBe(before);
      server.failNext.verdict.push(lost());
      await session.undo();
      session.judge({verdict: {outcome: 'skip'}});
      await quiet();
      expect(skipped()).toBe(before);
    });

    it('stays at an earlier judgement if going back further is left off', async () => {
      await reloaded();
      await session.undo();
      const left = session.undo();
      session.keep();
      expect(await left).toBe('left');
      expect(session.shown).toMatchObject({task: {inner_id: 9}});
    });

    it('fails without consequences when the server is away', async () => {
      await reloaded();
      server.failNext.judgements.push(down());
      expect(await session.undo()).toBe('failed');
      server.failNext.judgement.push(outage());
      expect(await session.undo()).toBe('failed');
      expect(shown()).toBe('L1');

      expect(await session.undo()).toBe('back');
      expect(session.shown).toMatchObject({task: {inner_id: 9}});
    });

    it('waits for a verdict that an earlier page left behind, which is newer', async () => {
      await reloaded();
      server.failNext.verdict.push(down());
      const entry = {key: 'x', leaseId: 'gone', token: 1, ...TIE, leadTimeSeconds: 1, taskNumber: 3, promptStart: ''};
      outbox.adopt({unsent: [entry], refused: []});
      await quiet();
      expect(await session.undo()).toBe('unsent');

      await clock.pass(20_000);
      expect(await session.undo()).toBe('back');
    });

    it('passes over what is gone meanwhile', async () => {
      await reloaded();
      server.failNext.judgement.push(new Problem(404, 'not-found', 'gone'));
      expect(await session.undo()).toBe('back');

      expect(session.shown).toMatchObject({task: {inner_id: 8}});
    });

    it('measures the time of each task alone', async () => {
      await reloaded();
      await clock.pass(1000);
      await session.undo();
      await clock.pass(5000);
      session.judge(LEFT);
      await clock.pass(2000);
      session.judge(TIE);
      await quiet();

      expect(server.verdicts.map(({lead}) => lead)).toEqual([5, 3]);
    });
  });

  describe('redo', () => {
    it('goes forward by one, to where the annotator was, and changes nothing', async () => {
      await started(5);
      for (const judgement of [LEFT, TIE]) session.judge(judgement);
      await quiet();
      await session.undo();
      await session.undo();
      expect(shown()).toBe('L1');

      expect(session.redo()).toBe(true);
      expect(session.shown).toMatchObject({task: {id: 'L2'}, previous: TIE});
      expect(session.redo()).toBe(true);
      expect(session.shown).toMatchObject({task: {id: 'L3'}, previous: undefined});
      expect(session.redo()).toBe(false);
      expect(server.verdicts).toHaveLength(2);
    });

    it('has nothing to do after a change, which leads forward already', async () => {
      await started(5);
      session.judge(LEFT);
      await session.undo();
      session.judge(RIGHT);

      expect(shown()).toBe('L2');
      expect(session.redo()).toBe(false);
    });
  });

  describe('what was begun', () => {
    const words = (text: string): Judgement => ({answers: {why: {text: [text]}}});
    const NOTHING: Judgement = {answers: {}};

    it('is kept a moment after the last change', async () => {
      await started(5);
      session.begin(words('a'), NOTHING);
      await clock.pass(1000);
      session.begin(words('ab'), NOTHING);
      await clock.pass(1499);
      expect(server.drafts).toEqual([]);

      await clock.pass(1);
      expect(server.drafts).toEqual([{leaseId: 'L1', ...words('ab'), lead: 2.5}]);
      session.judge(words('ab'));
      await quiet();
      expect(server.verdicts).toMatchObject([{leaseId: 'L1', hadDraft: true}]);
    });

    it('is kept at once when the page is hidden, and once', async () => {
      await started(5);
      session.begin(words('a'), NOTHING);
      session.setVisible(false);
      expect(server.drafts).toHaveLength(1);

      await clock.pass(60_000);
      expect(server.drafts).toHaveLength(1);
    });

    it('is not kept if it is nothing, unless something was kept before', async () => {
      await started(5);
      session.begin(words('a'), NOTHING);
      session.begin(NOTHING, NOTHING);
      await clock.pass(5000);
      expect(server.drafts).toEqual([]);

      session.begin(words('a'), NOTHING);
      await clock.pass(5000);
      session.begin(NOTHING, NOTHING);
      await clock.pass(5000);
      expect(server.drafts).toMatchObject([words('a'), NOTHING]);
    });

    it('is not kept any more once the task is judged', async () => {
      await started(5);
      session.begin(words('a'), NOTHING);
      session.judge(words('a'));
      await clock.pass(60_000);

      expect(server.drafts).toEqual([]);
      expect(server.verdicts[0]).not.toHaveProperty('hadDraft');
    });

    it('counts as kept while it is under way, because it may have arrived', async () => {
      await started(5);
      session.begin(words('a'), NOTHING);
      session.setVisible(false);
      session.judge(words('a'));
      await quiet();

      expect(server.verdicts).toMatchObject([{hadDraft: true}]);
    });

    it('is tried again with the next change after a failure, which nobody is told of', async () => {
      await started(5);
      server.failNext.draft.push(down());
      session.begin(words('a'), NOTHING);
      await clock.pass(5000);
      expect(server.drafts).toEqual([]);

      session.begin(words('a'), NOTHING);
      await clock.pass(1500);
      expect(server.drafts).toHaveLength(1);
    });

    it('is known to the server where it came with the lease', async () => {
      open(5);
      server.begun.set(1, words('a'));
      session.start();
      await quiet();
      session.begin(words('a'), NOTHING);
      await clock.pass(5000);
      expect(server.drafts).toEqual([]);

      session.judge(words('a'));
      await quiet();
      expect(server.verdicts).toMatchObject([{leaseId: 'L1', hadDraft: true}]);
    });

    it('is not kept of a task that was judged before', async () => {
      await started(5);
      session.judge(words('a'));
      await session.undo();
      session.begin(words('b'), NOTHING);
      await clock.pass(5000);

      expect(server.drafts).toEqual([]);
    });

    it('is kept with its task, which is not handed back, so that it is there when the annotator comes back', async () => {
      await started(5);
      session.begin(words('a'), NOTHING);
      session.end();
      await quiet();

      expect(server.drafts).toHaveLength(1);
      expect(server.handedBack).toEqual(expect.arrayContaining(['L2', 'L3']));
      expect(server.handedBack).not.toContain('L1');
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

      expect(session.phase).toMatchObject({kind: 'judging', task: {id: 'L1'}, expired: true});
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
