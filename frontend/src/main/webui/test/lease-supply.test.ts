import {beforeEach, describe, expect, it} from 'vitest';

import type {Lease} from '../src/api.js';
import {Problem} from '../src/requests.js';
import {LeaseSupply} from '../src/model/lease-supply.js';
import {FakeClock, FakeServer, boxOf, down, layoutOf, lease, loggedOut, settle} from './fakes.js';

describe('LeaseSupply', () => {
  let clock: FakeClock;
  let server: FakeServer;
  let supply: LeaseSupply;
  let held: Lease[];
  let judged: string[];
  let unsent: {leaseId: string}[];
  let wanted: number;
  let loggedOutTold: number;

  function open(tasks: number): void {
    server = new FakeServer(tasks);
    supply = new LeaseSupply({
      api: server,
      projectId: 7,
      held: () => ids(),
      wanted: () => wanted,
      unsent: () => unsent,
      isKnown: (leaseId) => [...judged, ...held.map(({id}) => id)].includes(leaseId),
      later: clock.later,
      onAnswer: (fresh) => held.push(...fresh),
      onChange: () => undefined,
      onLoggedOut: () => loggedOutTold++,
    });
  }

  function judgeFirst(): void {
    const [id = ''] = held.splice(0, 1).map((one) => one.id);
    judged.push(id);
    unsent.push({leaseId: id});
  }

  async function refillAfterAVerdict(): Promise<void> {
    supply.refill();
    await settle();
    judgeFirst();
    supply.refill();
    await settle();
  }

  const ids = () => held.map(({id}) => id);

  beforeEach(() => {
    clock = new FakeClock();
    held = [];
    judged = [];
    unsent = [];
    wanted = 2;
    loggedOutTold = 0;
  });

  it('is loading until it has asked, and asks no more once two are held', async () => {
    open(5);
    expect(supply.lack).toEqual({kind: 'loading'});

    supply.refill();
    await settle();
    supply.refill();
    await settle();

    expect(ids()).toEqual(['L1', 'L2']);
    expect(server.counts).toEqual([2]);
  });

  it('asks for what is unsent too, and leaves out what the page had', async () => {
    open(9);
    await refillAfterAVerdict();

    expect(server.counts).toEqual([2, 3]);
    expect(ids()).toEqual(['L2', 'L3']);
  });

  it('does not ask behind each verdict while many are on their way', async () => {
    wanted = 10;
    open(30);
    supply.refill();
    await settle();
    for (let i = 0; i < 5; i++) {
      judgeFirst();
      supply.refill();
    }
    await settle();
    expect(server.counts).toEqual([10]);

    judgeFirst();
    supply.refill();
    await settle();
    expect(server.counts).toEqual([10, 12]);
  });

  it('says which tasks the page has, judged or not, so that they are not sent again', async () => {
    open(9);
    await refillAfterAVerdict();

    expect(server.knowns).toEqual([[], ['L2', 'L1']]);
  });

  it('asks one question at a time, and once more when it was wanted meanwhile', async () => {
    open(0);
    supply.refill();
    supply.refill();
    supply.refill();
    expect(server.counts).toEqual([2]);

    await settle();

    expect(server.counts).toEqual([2, 2]);
  });

  it('does not take a project for done while a verdict is on its way', async () => {
    open(0);
    unsent = [{leaseId: 'L0'}];
    supply.refill();
    await settle();
    expect(supply.lack).toEqual({kind: 'loading'});

    unsent = [];
    supply.refill();
    await settle();
    expect(supply.lack).toEqual({kind: 'done'});
  });

  it('puts its next look off while nobody sees the page, and looks when somebody does', async () => {
    open(0);
    supply.refill();
    await settle();
    supply.setVisible(false);
    await clock.pass(600_000);
    expect(server.counts).toEqual([2]);

    supply.setVisible(true);
    await settle();
    expect(server.counts).toEqual([2, 2]);
  });

  it('waits while the server is away, tries again by itself, and looks at once when told to', async () => {
    open(2);
    server.failNext.leases.push(down(), down());
    supply.refill();
    await settle();
    expect(supply.lack).toEqual({kind: 'waiting'});
    await clock.pass(500);
    expect(supply.lack).toEqual({kind: 'waiting'});
    expect(server.failNext.leases).toEqual([]);

    supply.lookAgain();
    expect(supply.lack).toEqual({kind: 'loading'});
    await settle();
    expect(ids()).toEqual(['L1', 'L2']);
  });

  it('asks for nothing once it is stopped, and gives back what comes too late', async () => {
    open(2);
    judged = ['L1'];
    supply.refill();
    supply.stop();
    await settle();
    supply.refill();
    await clock.pass(600_000);

    expect(ids()).toEqual([]);
    expect(server.counts).toEqual([2]);
    expect(server.handedBack).toEqual(['L2']);
  });

  it('stays done while the last verdict is on its way, until the server offers more', async () => {
    open(1);
    supply.refill();
    await settle();
    supply.refill();
    await settle();
    judgeFirst();
    supply.refill();
    await settle();
    expect(supply.lack).toEqual({kind: 'done'});

    server.addTasks(1);
    supply.refill();
    await settle();
    expect(ids()).toEqual(['L2']);
    expect(supply.lack).toEqual({kind: 'loading'});
  });

  it('asks for the login when the server no longer knows who is there', async () => {
    open(1);
    server.failNext.leases.push(loggedOut());
    supply.refill();
    await clock.pass(600_000);

    expect(loggedOutTold).toBe(1);
    expect(server.counts).toEqual([]);
  });

  it.each([403, 404])('says so where there is no such project for this person (%i)', async (status) => {
    open(1);
    server.failNext.leases.push(new Problem(status, '', 'No such project.'));
    supply.refill();
    await clock.pass(600_000);

    expect(supply.lack).toMatchObject({
      kind: 'unavailable',
      reason: expect.stringContaining('There is no such project') as string,
    });
    expect(server.counts).toEqual([]);
  });

  it('gives the layout to each lease that follows it', async () => {
    open(2);
    const layout = layoutOf(boxOf('comparison'));
    const leases = [lease(1, {follows_layout: true}), lease(2)];
    server.leases = () =>
      Promise.resolve({leases, known: [], layout, progress: {mine: 0, skipped: 0, finished: 0, total: 2}});
    supply.refill();
    await settle();

    expect(held.map((one) => one.layout)).toEqual([layout, null]);
  });

  it('says so where nothing is asked, and gives the task back', async () => {
    open(1);
    offer(lease(1, {controls: []}));
    supply.refill();
    await settle();

    expect(supply.lack).toMatchObject({
      kind: 'unavailable',
      reason: expect.stringContaining('labeling configuration') as string,
    });
    expect(server.handedBack).toEqual(['L1']);
    expect(ids()).toEqual([]);
  });

  it('gives back a task that asks nothing, and goes on with the others', async () => {
    open(2);
    offer(lease(1, {controls: []}), lease(2));
    supply.refill();
    await settle();

    expect(supply.lack).toEqual({kind: 'loading'});
    expect(server.handedBack).toEqual(['L1']);
    expect(ids()).toEqual(['L2']);
  });

  function offer(...leases: Lease[]): void {
    server.leases = () =>
      Promise.resolve({
        leases,
        known: [],
        layout: null,
        progress: {mine: 0, skipped: 0, finished: 0, total: leases.length},
      });
  }
});
