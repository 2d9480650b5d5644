import {beforeEach, describe, expect, it, vi} from 'vitest';

import type {User, Verdict} from '../src/api.js';
import {Problem} from '../src/requests.js';
import {type Entry, Outbox, type Refused} from '../src/model/outbox.js';
import {SomebodyElse} from '../src/same-person.js';
import {sendEntry} from '../src/sending.js';
import {FakeClock, MemoryShelf, down, loggedOut, lost, outage, settle} from './fakes.js';

const TIE: Verdict = {outcome: 'tie'};
const LEFT: Verdict = {outcome: 'preference', slot: 0};

function entry(leaseId: string, verdict: Verdict = TIE, key = `${leaseId}-${verdict.outcome}`): Entry {
  return {key, leaseId, token: 1, verdict, leadTimeSeconds: 1, taskNumber: 1, promptStart: 'p'};
}

describe('Outbox', () => {
  let clock: FakeClock;
  let shelf: MemoryShelf;
  let sent: string[];
  let answers: (Error | 'ok')[];
  let outbox: Outbox;

  function open(): Outbox {
    const progress = {mine: 1, skipped: 0, finished: 1, total: 2};
    return new Outbox({
      shelf,
      later: clock.later,
      send: async ({key}) => {
        sent.push(key);
        const answer = answers.shift() ?? 'ok';
        await Promise.resolve();
        if (answer instanceof Error) throw answer;
        return {progress};
      },
    });
  }

  beforeEach(() => {
    clock = new FakeClock();
    shelf = new MemoryShelf();
    sent = [];
    answers = [];
    outbox = open();
  });

  it('sends in the order the verdicts were given, one at a time', async () => {
    outbox.add(entry('a'));
    outbox.add(entry('b'));
    outbox.add(entry('c'));

    expect(sent).toEqual(['a-tie']);
    await clock.pass(0);
    await clock.pass(0);
    await clock.pass(0);
    expect(sent).toEqual(['a-tie', 'b-tie', 'c-tie']);
    expect(outbox.state).toEqual({kind: 'saved'});
  });

  it.each([down(), outage(), new Problem(500, '', ''), new Problem(429, '', '')])(
    'tries again after %s',
    async (failure) => {
      answers = [failure, failure];
      outbox.add(entry('a'));
      outbox.add(entry('b'));
      await settle();

      expect(outbox.state).toEqual({kind: 'retrying', unsaved: 2});
      await clock.pass(10_000);
      expect(sent).toEqual(['a-tie', 'a-tie', 'a-tie', 'b-tie']);
      expect(outbox.state).toEqual({kind: 'saved'});
    },
  );

  it('never gives up on an outage', async () => {
    answers = Array.from({length: 100}, () => down());
    outbox.add(entry('a'));
    await clock.pass(3_600_000);

    expect(sent).toHaveLength(101);
    expect(outbox.state.kind).toBe('saved');
  });

  it('waits as long as the server asks', async () => {
    answers = [outage(7)];
    outbox.add(entry('a'));
    await clock.pass(6999);
    expect(sent).toHaveLength(1);

    await clock.pass(1);
    expect(sent).toHaveLength(2);
  });

  it('tries at once when it is woken', async () => {
    answers = [outage(15)];
    outbox.add(entry('a'));
    await settle();

    outbox.wake();
    await clock.pass(0);

    expect(outbox.state.kind).toBe('saved');
    await clock.pass(60_000);
    expect(sent).toHaveLength(2);
  });

  it('survives a reload of the page', async () => {
    answers = [down(), down()];
    outbox.add(entry('a'));
    outbox.add(entry('b'));
    await settle();
    outbox.stop();

    answers = [];
    const reloaded = open();
    reloaded.adopt(shelf.kept);
    expect(reloaded.state).toEqual({kind: 'saving', unsaved: 2});
    await clock.pass(1000);

    expect(sent).toEqual(['a-tie', 'a-tie', 'b-tie']);
    expect(shelf.kept.unsent).toEqual([]);
  });

  it('sends what an earlier version of the page kept, which knew verdicts only', async () => {
    const bodies: unknown[] = [];
    vi.stubGlobal('fetch', (_: string, {body}: {body: string}) => {
      bodies.push(JSON.parse(body));
      return Promise.resolve(new Response('{"progress":{}}'));
    });
    const later = new Outbox({shelf, later: clock.later, send: sendEntry});
    later.adopt({unsent: [entry('a', LEFT), {...entry('b', LEFT), answers: {why: {text: ['x']}}}], refused: []});
    await clock.pass(0);
    await clock.pass(0);
    vi.unstubAllGlobals();

    const verdict = {token: 1, outcome: 'preference', slot: 0, lead_time_seconds: 1};
    expect(bodies).toEqual([verdict, {...verdict, answers: {why: {text: ['x']}}}]);
  });

  it('sends a change to the judgement that it is on, which lasts as verdicts do', async () => {
    const calls: unknown[] = [];
    vi.stubGlobal('fetch', (path: string, {method, headers}: {method: string; headers: Record<string, string>}) => {
      calls.push([method, path, headers['Idempotency-Key']]);
      return Promise.resolve(new Response('{}'));
    });
    const later = new Outbox({shelf, later: clock.later, send: sendEntry});
    const change = {...entry('a'), annotationId: 5, leaseId: undefined, token: undefined};
    later.adopt({unsent: [entry('a'), {...change, key: 'c'}], refused: []});
    expect(later.changeOf(5)?.key).toBe('c');
    expect(shelf.kept.unsent[1]).toMatchObject({annotationId: 5});
    await clock.pass(0);
    await clock.pass(0);
    vi.unstubAllGlobals();

    expect(calls).toEqual([
      ['POST', '/api/leases/a/verdict', 'a-tie'],
      ['PUT', '/api/judgements/5', 'c'],
    ]);
    expect(later.changeOf(5)).toBeUndefined();
  });

  it('sends what an earlier page kept before what was given since, and nothing twice', async () => {
    answers = [down()];
    outbox.add(entry('c'));
    await settle();
    outbox.add(entry('d'));

    outbox.adopt({unsent: [entry('a'), entry('b'), entry('d')], refused: []});
    expect(shelf.kept.unsent.map(({leaseId}) => leaseId)).toEqual(['c', 'a', 'b', 'd']);
    await clock.pass(10_000);

    expect(sent).toEqual(['c-tie', 'c-tie', 'a-tie', 'b-tie', 'd-tie']);
  });

  it('would lose verdicts only where nothing can be stored', async () => {
    answers = [down()];
    outbox.add(entry('a'));
    await settle();
    expect(outbox.wouldLose).toBe(false);

    const fleeting = new Outbox({shelf: undefined, later: clock.later, send: () => Promise.reject(down())});
    expect(fleeting.wouldLose).toBe(false);
    fleeting.add(entry('a'));
    expect(fleeting.wouldLose).toBe(true);
  });

  it('keeps and tells what was lost, and goes on with the next', async () => {
    const told: Refused[] = [];
    outbox.listen({onRefused: (refused) => told.push(refused)});
    answers = [lost()];
    outbox.add(entry('a', LEFT));
    outbox.add(entry('b'));
    await clock.pass(0);
    await clock.pass(0);

    expect(told).toHaveLength(1);
    expect(outbox.refused).toMatchObject([{entry: {leaseId: 'a', verdict: LEFT}, lost: true}]);
    expect(sent).toEqual(['a-preference', 'b-tie']);
    expect(shelf.kept.refused).toHaveLength(1);
    outbox.dismissRefused();
    expect(shelf.kept.refused).toEqual([]);
  });

  it('does not repeat what was refused for good', async () => {
    answers = [new Problem(400, 'invalid', 'slot must be 0 or 1')];
    outbox.add(entry('a'));
    await clock.pass(60_000);

    expect(sent).toHaveLength(1);
    expect(outbox.refused).toMatchObject([{lost: false, reason: 'slot must be 0 or 1'}]);
  });

  it('waits for the login and loses nothing over it', async () => {
    let asked = 0;
    outbox.listen({onLoggedOut: () => asked++});
    answers = [loggedOut()];
    outbox.add(entry('a'));
    outbox.add(entry('b'));
    await clock.pass(60_000);
    expect(asked).toBe(1);
    expect(sent).toHaveLength(1);
    expect(outbox.state).toEqual({kind: 'logged-out', unsaved: 2});

    outbox.wake();
    await clock.pass(0);
    await clock.pass(0);
    expect(sent).toEqual(['a-tie', 'a-tie', 'b-tie']);
  });

  it('keeps everything and stops when somebody else has logged in', async () => {
    const bob = {id: 2, email: 'bob@test'} as User;
    const met: (User | undefined)[] = [];
    outbox.listen({onLoggedOut: (user) => met.push(user)});
    answers = [new SomebodyElse(bob)];
    outbox.add(entry('a'));
    outbox.add(entry('b'));
    await clock.pass(60_000);

    expect(met).toEqual([bob]);
    expect(sent).toEqual(['a-tie']);
    expect(outbox.refused).toEqual([]);
    expect(shelf.kept.unsent).toHaveLength(2);
    expect(outbox.state).toEqual({kind: 'logged-out', unsaved: 2});
  });

  it('sends nothing while it is held', async () => {
    outbox.hold();
    outbox.add(entry('a'));
    await clock.pass(60_000);
    expect(sent).toEqual([]);
    expect(outbox.state).toEqual({kind: 'logged-out', unsaved: 1});
    outbox.wake();
    expect(sent).toEqual(['a-tie']);
    await clock.pass(0);
  });

  it('sends only the last word on what has not been tried yet', async () => {
    outbox.add(entry('a'));
    outbox.add(entry('b'));
    outbox.add(entry('b', LEFT));
    await clock.pass(0);
    await clock.pass(0);
    await clock.pass(0);

    expect(sent).toEqual(['a-tie', 'b-preference']);
  });

  it('tells of a draft also with a later word on the same task', async () => {
    outbox.add(entry('a'));
    outbox.add({...entry('b'), hadDraft: true});
    outbox.add(entry('b', LEFT));

    expect(shelf.kept.unsent[1]).toMatchObject({verdict: LEFT, hadDraft: true});
    await clock.pass(0);
  });

  it('sends a correction after what may already have arrived', async () => {
    answers = [down()];
    outbox.add(entry('a'));
    await settle();
    outbox.add(entry('a', LEFT));
    await clock.pass(10_000);

    expect(sent).toEqual(['a-tie', 'a-tie', 'a-preference']);
  });

  it('takes a conflict with itself for a race a few times, then says so', async () => {
    answers = Array.from({length: 9}, () => new Problem(409, 'overtaken', 'somebody was faster'));
    outbox.add(entry('a'));
    await clock.pass(3_600_000);

    expect(sent).toHaveLength(6);
    expect(outbox.refused).toHaveLength(1);
  });
});
