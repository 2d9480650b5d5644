import {beforeEach, describe, expect, it} from 'vitest';

import {type Row, RowStream} from '../src/row-stream.js';
import {FakeClock, FakeSource} from './fakes.js';

const RECORD = {schema: 'preference/1', task_id: 3, annotation_id: 88, control: 'comparison', revision: 2};

describe('RowStream', () => {
  let clock: FakeClock;
  let opened: FakeSource[];
  let rows: Row[];
  let stream: RowStream;

  beforeEach(() => {
    clock = new FakeClock();
    opened = [];
    rows = [];
    const open = () => {
      const source = new FakeSource();
      opened.push(source);
      return source;
    };
    stream = new RowStream({open, later: clock.later, onRow: (row) => rows.push(row)});
  });

  it('opens when it is started, and only once', () => {
    expect(opened).toEqual([]);
    stream.start();
    stream.start();

    expect(opened).toHaveLength(1);
  });

  it('tells of rows that come when they are written', () => {
    stream.start();
    expect(stream.hears).toBe(false);
    opened[0]?.say('caught-up', {});
    expect(stream.hears).toBe(true);
    opened[0]?.say('preference', RECORD);

    expect(rows).toEqual([{annotationId: 88, revision: 2, isFresh: true}]);
  });

  it('tells rows that were written during a break from fresh ones', () => {
    stream.start();
    opened[0]?.say('caught-up', {});
    opened[0]?.breakOff(0);
    expect(stream.hears).toBe(false);
    opened[0]?.say('preference', RECORD);
    opened[0]?.say('caught-up', {});
    opened[0]?.say('preference', {...RECORD, revision: 3});

    expect(opened).toHaveLength(1);
    expect(rows.map(({isFresh}) => isFresh)).toEqual([false, true]);
  });

  it.each(['no JSON', 'null', '{}', '7', '{"annotation_id":1}'])('ignores what is no record: %s', (data) => {
    stream.start();
    opened[0]?.say('preference', data);

    expect(rows).toEqual([]);
  });

  it('tries again ever more rarely after a refusal, and as at first after it was heard', async () => {
    stream.start();
    const waits = [];
    for (let i = 0; i < 7; i++) {
      opened.at(-1)?.breakOff(2);
      const [from, count] = [clock.time, opened.length];
      while (opened.length === count) await clock.pass(500);
      waits.push((clock.time - from) / 1000);
    }
    expect(waits).toEqual([2, 4, 8, 16, 32, 60, 60]);

    opened.at(-1)?.say('caught-up', {});
    opened.at(-1)?.breakOff(2);
    await clock.pass(2000);
    expect(opened).toHaveLength(9);
  });

  it('closes a while after the page went out of sight, and opens again when it is seen', async () => {
    stream.start();
    opened[0]?.say('caught-up', {});
    stream.setVisible(false);
    await clock.pass(59_000);
    expect(opened[0]?.readyState).toBe(1);
    await clock.pass(1000);
    expect(opened[0]?.readyState).toBe(2);
    expect(stream.hears).toBe(false);

    stream.setVisible(true);
    expect(opened).toHaveLength(2);
  });

  it('stays open while the page is out of sight for a moment', async () => {
    stream.start();
    stream.setVisible(false);
    await clock.pass(30_000);
    stream.setVisible(true);
    await clock.pass(90_000);

    expect(opened.map(({readyState}) => readyState)).toEqual([1]);
  });

  it('does nothing more once it is stopped', async () => {
    stream.start();
    opened[0]?.breakOff(2);
    stream.stop();
    stream.setVisible(true);
    await clock.pass(90_000);

    expect(opened).toHaveLength(1);
  });

  it('opens nothing for a page that is seen before there is a task', () => {
    stream.setVisible(true);

    expect(opened).toEqual([]);
  });

  it('hears nothing where there are no streams', () => {
    const deaf = new RowStream({open: () => undefined, later: clock.later, onRow: (row) => rows.push(row)});
    deaf.start();

    expect(deaf.hears).toBe(false);
  });
});
