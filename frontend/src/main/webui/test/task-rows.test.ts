import {beforeEach, describe, expect, it, vi} from 'vitest';

import {TaskRows} from '../src/model/task-rows.js';
import type {OwnerApi} from '../src/owner-api.js';
import {type ListedTask, START, type TaskPage, type WantedPage} from '../src/task-api.js';
import {Problem} from '../src/requests.js';
import {FakeClock, down, settle} from './fakes.js';

/** A server with so many tasks that it may page by cursors, count no further than to a bound, and fail. */
class Server {
  asked: WantedPage[] = [];
  failNext: Error[] = [];
  hasCursors = false;
  countsTo = Infinity;
  /** What answers wait for. */
  held: Promise<void> | undefined;

  constructor(public count: number) {}

  readonly total: OwnerApi['total'] = async () => {
    await settle();
    if (this.count > this.countsTo) throw down();
    return this.count;
  };

  readonly tasks: OwnerApi['tasks'] = async (_project, wanted, signal): Promise<TaskPage> => {
    this.asked.push(wanted);
    await this.held;
    await settle();
    if (signal?.aborted) throw new DOMException('aborted', 'AbortError');
    const failure = this.failNext.shift();
    if (failure) throw failure;
    const start =
      wanted.after === undefined || wanted.after === START ? (wanted.page - 1) * wanted.size : Number(wanted.after);
    if (start > 0 && start >= this.count) throw new Problem(404, '', 'past the end');
    const end = Math.min(this.count, start + wanted.size);
    const tasks = Array.from({length: end - start}, (_, i) => ({id: 1000 + start + i}) as ListedTask);
    const isBounded = this.count > this.countsTo;
    return {
      tasks,
      total: Math.min(this.count, this.countsTo),
      ...(isBounded && {total_is_at_least: true}),
      ...(this.hasCursors && {next: end < this.count ? `${end}` : null}),
    };
  };
}

describe('the rows of a list of tasks', () => {
  let server: Server;
  let rows: TaskRows;
  let clock: FakeClock;
  const onChange = vi.fn();

  beforeEach(() => {
    server = new Server(1_000);
    clock = new FakeClock();
    rows = new TaskRows(7, {api: server, later: clock.later, onChange});
    onChange.mockClear();
  });

  async function look(first: number, last: number): Promise<void> {
    rows.want(first, last);
    await clock.pass(80);
    for (let i = 0; i < 3; i++) await settle();
  }

  it('are loaded by the pages that somebody looks at', async () => {
    await rows.find(undefined);
    await look(0, 27);
    expect([rows.total, rows.at(26)?.id, rows.at(500)]).toEqual([1_000, 1_026, undefined]);
    await look(490, 530);

    expect(server.asked.map(({page, after}) => [page, after])).toEqual([
      [1, START],
      [5, undefined],
      [6, undefined],
    ]);
    expect(rows.at(500)?.id).toBe(1_500);
    expect([rows.rowOf(1_500), rows.rowOf(1_800)]).toEqual([500, undefined]);
  });

  it('are asked for by where the page before has ended', async () => {
    server.hasCursors = true;
    await rows.find(undefined);
    await look(80, 120);
    await look(290, 310);

    expect(server.asked.map(({page, after}) => [page, after])).toEqual([
      [1, START],
      [2, '100'],
      [3, '200'],
      [4, undefined],
    ]);
    expect(rows.at(150)?.id).toBe(1_150);
  });

  it('are given up where nobody looks at them any more', async () => {
    await rows.find(undefined);
    rows.want(400, 430);
    await clock.pass(79);
    expect(server.asked).toHaveLength(1);
    let letGo: () => void = () => undefined;
    server.held = new Promise((resolve) => (letGo = resolve));
    await clock.pass(1);
    expect(server.asked).toHaveLength(2);
    rows.want(800, 830);
    letGo();
    await clock.pass(80);
    for (let i = 0; i < 3; i++) await settle();

    expect([rows.at(410), rows.at(810)?.id]).toEqual([undefined, 1_810]);
    await look(400, 430);
    expect(rows.at(410)?.id).toBe(1_410);
  });

  it('are not asked for where somebody scrolls by', async () => {
    await rows.find(undefined);
    for (let first = 100; first < 900; first += 50) {
      rows.want(first, first + 30);
      await clock.pass(16);
    }
    await clock.pass(80);

    expect(server.asked.map(({page}) => page)).toEqual([1, 9]);
  });

  it('go on behind a total to which nobody has counted further', async () => {
    server.hasCursors = true;
    server.countsTo = 200;
    server.count = 350;
    await rows.find(undefined);
    expect([rows.total, rows.isMore]).toEqual([200, true]);

    await look(100, 200);
    expect(rows.total).toBe(300);
    await look(200, 300);
    expect(rows.total).toBe(400);
    await look(300, 400);
    expect([rows.total, rows.isMore, rows.at(349)?.id]).toEqual([350, false, 1_349]);
  });

  it('stay as they are when a query is refused', async () => {
    await rows.find(undefined);
    server.failNext = [new Problem(400, '', 'the column x is unknown')];

    expect(await rows.find('{"filters":1}')).toBe(false);
    expect([rows.phase, rows.total, rows.at(3)?.id]).toEqual(['failed', 1_000, 1_003]);
    expect((rows.failure as Error).message).toContain('column x');
    await look(100, 130);
    expect(server.asked.at(-1)?.query).toBeUndefined();
  });

  it('are those of the last query, whichever was answered first', async () => {
    const first = rows.find('first');
    const second = rows.find('second');

    expect([await first, await second]).toEqual([false, true]);
    await look(100, 130);
    expect(server.asked.at(-1)?.query).toBe('second');
  });

  it('are tried again where a page could not be loaded', async () => {
    await rows.find(undefined);
    server.failNext = [down()];
    await look(100, 130);
    expect(rows.pageFailure).toBeDefined();
    const asked = server.asked.length;
    await look(101, 131);
    expect(server.asked).toHaveLength(asked);

    rows.again();
    for (let i = 0; i < 3; i++) await settle();
    expect([rows.pageFailure, rows.at(110)?.id]).toEqual([undefined, 1_110]);
  });

  it('end where tasks were deleted meanwhile', async () => {
    await rows.find(undefined);
    server.count = 320;
    await look(900, 930);
    expect(rows.total).toBe(900);
    await look(300, 330);
    expect(rows.total).toBe(320);
  });
});
