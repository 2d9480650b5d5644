import {beforeEach, describe, expect, it} from 'vitest';

import {Problem} from '../src/requests.js';
import {JudgementFeed} from '../src/model/judgement-feed.js';
import {FakeClock, FakeServer, down, listed, loggedOut} from './fakes.js';

describe('JudgementFeed', () => {
  let clock: FakeClock;
  let server: FakeServer;
  let feed: JudgementFeed;
  let loggedOutTold: number;

  beforeEach(() => {
    clock = new FakeClock();
    server = new FakeServer(0);
    server.earlier = Array.from({length: 45}, (_, i) => listed(45 - i, {outcome: 'tie', answers: {}}));
    loggedOutTold = 0;
    feed = new JudgementFeed({
      api: server,
      projectId: 7,
      later: clock.later,
      onChange: () => undefined,
      onLoggedOut: () => loggedOutTold++,
    });
  });

  const numbers = () => feed.listed.map(({inner_id: number}) => number);

  it('lists the newest first, and more when asked', async () => {
    feed.restart();
    await clock.pass(0);
    expect(feed.listed).toHaveLength(20);
    expect(numbers()[0]).toBe(45);
    feed.more();
    feed.more();
    await clock.pass(0);
    expect(feed.listed).toHaveLength(40);
    feed.more();
    await clock.pass(0);

    expect(feed.listed).toHaveLength(45);
    expect(feed.hasMore).toBe(false);
  });

  it('looks for a text once nothing is written for a moment', async () => {
    feed.restart();
    await clock.pass(0);
    for (const text of ['P', 'Prompt', 'Prompt 31 ']) {
      feed.find(text);
      await clock.pass(200);
    }
    expect(server.wanted).toHaveLength(1);
    await clock.pass(300);

    expect(server.wanted.at(-1)).toEqual({before: undefined, limit: 20, search: 'Prompt 31'});
    expect(numbers()).toEqual([31]);
  });

  it('lets no earlier answer overtake a later one', async () => {
    feed.restart();
    feed.find('Prompt 31');
    await clock.pass(300);

    expect(numbers()).toEqual([31]);
  });

  it('keeps what it has when the server is away, and tries the same again', async () => {
    feed.restart();
    await clock.pass(0);
    server.failNext.judgements.push(down());
    feed.more();
    await clock.pass(0);
    expect(feed.phase).toBe('failed');
    expect(feed.listed).toHaveLength(20);

    feed.more();
    await clock.pass(0);
    expect(feed.listed).toHaveLength(40);
  });

  it('says when trying again would not help, and when nobody is logged in', async () => {
    server.failNext.judgements.push(new Problem(404, '', ''), loggedOut());
    feed.restart();
    await clock.pass(0);
    expect(feed.phase).toBe('refused');

    feed.restart();
    await clock.pass(0);
    expect(loggedOutTold).toBe(1);
  });

  it('shows a change that the server has taken', async () => {
    feed.restart();
    await clock.pass(0);
    const entry = {key: 'k', annotationId: 545, leadTimeSeconds: 1, taskNumber: 45, promptStart: ''};
    feed.take({...entry, verdict: {outcome: 'both_bad'}}, '2026-02-01T00:00:00Z');

    expect(feed.listed[0]).toMatchObject({answers: {outcome: 'both_bad'}, revision: 2});
    feed.take({...entry, verdict: {outcome: 'skip'}}, '2026-02-01T00:00:00Z');
    expect(feed.listed[0]).toMatchObject({answers: null, revision: 3});
  });
});
