import {beforeEach, describe, expect, it} from 'vitest';

import type {Judgement} from '../src/api.js';
import {Outbox} from '../src/model/outbox.js';
import {LabelingSession} from '../src/model/session.js';
import {LUGGAGE, Train} from '../src/model/train.js';
import {FakeClock, FakeServer, MemoryShelf, MemoryTrainStore, down, lost, settle} from './fakes.js';

const LEFT: Judgement = {verdict: {outcome: 'preference', slot: 0}};
const UNTIL = '2026-01-01T06:00:00Z';

describe('Train', () => {
  let clock: FakeClock;
  let server: FakeServer;
  let shelf: MemoryShelf;
  let store: MemoryTrainStore;
  let outbox: Outbox;
  let session: LabelingSession;
  let train: Train;
  let prepared: () => Promise<boolean>;
  let timeOfDay: number;
  let keys: number;
  let offline: boolean;

  /** Opens the page, in a browser that has what earlier pages kept. */
  async function open(online = true): Promise<void> {
    offline = !online;
    outbox = new Outbox({
      shelf,
      later: clock.later,
      send: (entry) => (offline ? Promise.reject(down()) : server.verdict(entry)),
    });
    outbox.adopt(shelf.kept);
    session = new LabelingSession({
      api: {
        heartbeat: server.heartbeat,
        handBack: server.handBack,
        draft: server.draft,
        judgements: server.judgements,
        judgement: server.judgement,
        leases: (...asked) => (offline ? Promise.reject(down()) : server.leases(...asked)),
      },
      outbox,
      projectId: 7,
      later: clock.later,
      now: clock.now,
      newKey: () => `k${++keys}`,
      onChange: () => train.look(),
      onLoggedOut: () => undefined,
    });
    train = new Train({
      load: session.load,
      outbox,
      store,
      prepare: () => prepared(),
      later: clock.later,
      now: () => timeOfDay,
      onChange: () => undefined,
    });
    train.setOnline(online);
    await train.resume();
    session.start();
    await quiet();
  }

  function network(online: boolean): void {
    offline = !online;
    train.setOnline(online);
    if (online) outbox.wake();
  }

  function close(): void {
    session.end();
    outbox.stop();
  }

  async function quiet(): Promise<void> {
    for (let i = 0; i < 8; i++) await settle();
  }

  async function judge(count: number): Promise<void> {
    for (let i = 0; i < count; i++) {
      session.judge(LEFT);
      await quiet();
    }
  }

  const shown = () => session.shown?.task.id ?? session.phase.kind;

  beforeEach(() => {
    clock = new FakeClock();
    server = new FakeServer(100);
    server.expiresAt = UNTIL;
    shelf = new MemoryShelf();
    store = new MemoryTrainStore();
    prepared = () => Promise.resolve(true);
    timeOfDay = Date.parse('2026-01-01T00:00:00Z');
    keys = 0;
  });

  it('takes forty tasks along, keeps them in the browser, and says until when they are kept', async () => {
    await open();
    train.start();
    await quiet();

    expect(train.state).toEqual({kind: 'ready', count: 40, isAll: false, until: Date.parse(UNTIL), reopens: true});
    expect(server.keeps.at(-1)).toBe(LUGGAGE.keepSeconds);
    expect(store.tasks.size).toBe(40);
  });

  it('says how far it is until all is there', async () => {
    let done: (reopens: boolean) => void = () => undefined;
    prepared = () => new Promise((resolve) => (done = resolve));
    await open();
    train.start();
    expect(train.state).toEqual({kind: 'filling', ready: 3, wanted: 40});
    await quiet();
    expect(train.state).toEqual({kind: 'filling', ready: 40, wanted: 40});

    done(false);
    await quiet();
    expect(train.state).toMatchObject({kind: 'ready', reopens: false});
  });

  it('loads the rest later if it cannot be loaded at once', async () => {
    let attempts = 0;
    prepared = () => (++attempts < 3 ? Promise.reject(new Error('cut off')) : Promise.resolve(true));
    await open();
    train.start();
    await quiet();
    expect(train.state.kind).toBe('filling');

    await clock.pass(11_000);
    await quiet();
    expect(train.state.kind).toBe('ready');
  });

  it('is content with fewer where the server has no more for one', async () => {
    server.most = 12;
    await open();
    train.start();
    await quiet();

    expect(train.state).toMatchObject({kind: 'ready', count: 12, isAll: true});
  });

  it('asks for signs of life of nothing but what is shown', async () => {
    await open();
    train.start();
    await quiet();
    await clock.pass(60_000);

    expect(server.beats).toEqual(['L1']);
  });

  it('counts down offline, and tells afterwards that all was saved', async () => {
    await open();
    train.start();
    await quiet();
    network(false);
    await judge(20);
    expect(train.state).toMatchObject({kind: 'away', left: 20, isOver: false});
    expect(store.tasks.size).toBe(20);
    expect(server.verdicts).toEqual([]);

    network(true);
    expect(train.state.kind).toBe('away');
    await clock.pass(20_000);
    await quiet();

    expect(server.verdicts).toHaveLength(20);
    expect(train.receipt).toEqual({saved: 20, refused: []});
    expect(train.state).toMatchObject({kind: 'ready', count: 40});
    train.dismissReceipt();
    expect(train.receipt).toBeUndefined();
  });

  it('goes on offline after the browser was closed, with what was begun, and accounts for all of it', async () => {
    await open();
    train.start();
    await quiet();
    network(false);
    await judge(5);
    train.begin('L6', {answers: {why: {text: ['half a sent']}}});
    close();
    expect(server.handedBack).toEqual([]);

    await open(false);
    expect(shown()).toBe('L6');
    expect(session.shown?.task.draft).toEqual({answers: {why: {text: ['half a sent']}}});
    expect(train.state).toMatchObject({kind: 'away', left: 35});
    await judge(3);
    close();

    await open(true);
    await clock.pass(20_000);
    await quiet();
    expect(server.verdicts.map(({leaseId}) => leaseId)).toEqual(['L1', 'L2', 'L3', 'L4', 'L5', 'L6', 'L7', 'L8']);
    expect(train.receipt).toEqual({saved: 8, refused: []});
    expect(shown()).toBe('L9');
  });

  it('shows the receipt again to a later page, until it is dismissed', async () => {
    await open();
    train.start();
    await quiet();
    network(false);
    await judge(1);
    network(true);
    await clock.pass(20_000);
    await quiet();
    close();

    await open();
    expect(train.receipt).toEqual({saved: 1, refused: []});
  });

  it('counts a task once that was judged otherwise on the way, and tells what was refused and why', async () => {
    await open();
    train.start();
    await quiet();
    network(false);
    await judge(3);
    await session.undo();
    session.judge({verdict: {outcome: 'tie'}});
    server.failNext.verdict.push(lost());
    network(true);
    await clock.pass(20_000);
    await quiet();

    expect(train.receipt).toMatchObject({saved: 2, refused: [{taskNumber: 1}]});
    expect(train.receipt?.refused[0]?.reason).toContain('somebody else');
  });

  it('gives back the rest when it is switched off, and goes on as usual', async () => {
    await open();
    train.start();
    await quiet();
    await judge(2);

    expect(await train.stop()).toBe(true);
    await quiet();

    expect(train.state).toEqual({kind: 'off'});
    expect(server.handedBack).toContain('L40');
    expect(server.handedBack).not.toContain('L3');
    expect(shown()).toBe('L3');
    expect(server.keeps.at(-1)).toBeUndefined();
    expect(store.journey).toBeUndefined();
    expect(store.tasks.size).toBe(0);
  });

  it('is not switched off while the server cannot be reached', async () => {
    await open();
    train.start();
    await quiet();
    network(false);

    expect(await train.stop()).toBe(false);
    expect(train.isOn).toBe(true);
    expect(server.handedBack).toEqual([]);
  });

  it('keeps tasks whose time is over while nobody can say better, and lets go of them online', async () => {
    await open();
    train.start();
    await quiet();
    close();
    timeOfDay = Date.parse('2026-01-01T07:00:00Z');

    await open(false);
    expect(train.state).toMatchObject({kind: 'away', left: 40, isOver: true});
    close();

    await open(true);
    expect(session.load.held.every(({lease}) => lease.expires_at === UNTIL)).toBe(true);
    expect(server.keeps.at(-1)).toBe(LUGGAGE.keepSeconds);
  });
});
