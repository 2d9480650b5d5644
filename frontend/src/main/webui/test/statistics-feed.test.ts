import {beforeEach, describe, expect, it, vi} from 'vitest';

import type {Project} from '../src/api.js';
import {StatisticsFeed} from '../src/model/statistics-feed.js';
import {FakeClock, FakeSource} from './fakes.js';
import {STATISTICS} from './statistics.js';

const ANSWER = {statistics: STATISTICS, project: {id: 7} as Project};
const MINUTE = 60_000;

describe('the statistics of a project that somebody looks at', () => {
  let clock: FakeClock;
  let opened: FakeSource[];
  let feed: StatisticsFeed;
  let open: () => FakeSource | undefined;
  const ask = vi.fn(() => Promise.resolve(ANSWER));
  const onChange = vi.fn();

  beforeEach(() => {
    clock = new FakeClock();
    opened = [];
    ask.mockReset().mockResolvedValue(ANSWER);
    onChange.mockReset();
    open = () => {
      const source = new FakeSource();
      opened.push(source);
      return source;
    };
    feed = new StatisticsFeed({ask, open: () => open(), later: clock.later, now: clock.now, onChange});
  });

  async function started(): Promise<void> {
    feed.start();
    await clock.pass(0);
    opened[0]?.say('statistics', {});
    await clock.pass(MINUTE);
    ask.mockClear();
  }

  it('are asked for at once, and anew when the stream says that they have changed', async () => {
    feed.start();
    await clock.pass(0);
    expect(feed.statistics).toBe(STATISTICS);
    expect(ask).toHaveBeenCalledTimes(1);

    opened[0]?.say('statistics', {});
    await clock.pass(1000);
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('are not asked for while the stream says nothing', async () => {
    await started();
    await clock.pass(10 * MINUTE);

    expect(ask).not.toHaveBeenCalled();
    opened[0]?.say('statistics', {});
    await clock.pass(0);
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('are asked for once a second at most, and once more after the last change', async () => {
    await started();
    for (let i = 0; i < 50; i++) {
      opened[0]?.say('statistics', {});
      await clock.pass(100);
    }
    await clock.pass(MINUTE);

    expect(ask.mock.calls.length).toBeGreaterThanOrEqual(5);
    expect(ask.mock.calls.length).toBeLessThanOrEqual(6);
  });

  it('are asked for once more if they change while they are on their way', async () => {
    await started();
    let answer: (value: typeof ANSWER) => void = () => undefined;
    ask.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)));
    opened[0]?.say('statistics', {});
    await clock.pass(0);
    opened[0]?.say('statistics', {});
    opened[0]?.say('statistics', {});
    await clock.pass(5000);
    expect(ask).toHaveBeenCalledTimes(1);

    answer(ANSWER);
    await clock.pass(MINUTE);
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('are neither asked for nor listened for while the page is hidden', async () => {
    await started();
    feed.setVisible(false);
    opened[0]?.say('statistics', {});
    await clock.pass(MINUTE);
    expect(ask).not.toHaveBeenCalled();
    expect(opened[0]?.readyState).toBe(2);

    feed.setVisible(true);
    await clock.pass(0);
    expect(ask).toHaveBeenCalledTimes(1);
    expect(opened).toHaveLength(2);
  });

  it('are asked for ever more rarely while the server fails, whatever the stream says', async () => {
    await started();
    ask.mockRejectedValue(new Error('away'));
    for (let i = 0; i < 60; i++) {
      opened[0]?.say('statistics', {});
      await clock.pass(1000);
    }
    expect(feed.failure).toBeInstanceOf(Error);
    expect(feed.statistics).toBe(STATISTICS);
    expect(ask.mock.calls.length).toBeGreaterThanOrEqual(5);
    expect(ask.mock.calls.length).toBeLessThanOrEqual(10);

    ask.mockResolvedValue(ANSWER);
    await clock.pass(MINUTE);
    expect(feed.failure).toBeUndefined();
  });

  it('are asked for again and again while there is no stream, more seldom while nothing changes', async () => {
    open = () => undefined;
    feed.start();
    await clock.pass(20_000);
    expect(ask).toHaveBeenCalledTimes(11);
    await clock.pass(60_000);
    ask.mockClear();

    await clock.pass(MINUTE);
    expect(ask).toHaveBeenCalledTimes(6);
  });

  it('are asked for again and again while the stream is broken off, until it is there again', async () => {
    await started();
    opened[0]?.breakOff(0);
    await clock.pass(4000);
    expect(ask).toHaveBeenCalledTimes(2);

    opened[0]?.say('statistics', {});
    await clock.pass(MINUTE);
    expect(ask).toHaveBeenCalledTimes(3);
  });

  it('open a stream anew that was refused, ever more rarely', async () => {
    feed.start();
    for (let i = 0; i < 4; i++) {
      opened.at(-1)?.breakOff(2);
      await clock.pass(2 ** (i + 1) * 1000 - 1);
      expect(opened).toHaveLength(i + 1);
      await clock.pass(1);
      expect(opened).toHaveLength(i + 2);
    }
  });
});
