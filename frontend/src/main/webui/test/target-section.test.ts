// @vitest-environment happy-dom
import axe from 'axe-core';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';

import '../src/elements/target-section.js';
import type {TargetSectionElement} from '../src/elements/target-section.js';
import {type Delivery, type Schedule, isUnderWay, scheduled} from '../src/model/deliveries.js';
import {Problem} from '../src/requests.js';
import {targetApi} from '../src/target-api.js';
import {settle} from './fakes.js';

const SNAPSHOT = {
  id: 3,
  title: 'Reward model <b>3</b>',
  created_at: '2026-11-23T03:00:00.000000Z',
  selection: {},
  rows: 1204,
  purged: 0,
  sha256: 'ab'.repeat(32),
};
const FORMATS = ['TRL', 'HF'].map((name) => ({title: `${name} file`, description: '', link: '', name}));

const delivery = (more: Partial<Delivery> = {}): Delivery => ({
  id: 1,
  snapshot: 3,
  target: 'lake',
  export_type: 'TRL',
  place: '7-poems/3/TRL',
  state: 'done',
  bytes: 2_500_000,
  rows: 1204,
  error: null,
  ...more,
});

const schedule = (more: Partial<Schedule> = {}): Schedule => ({
  id: 5,
  title: 'Nightly',
  target: 'lake',
  every: 'day',
  at: '03:00',
  weekday: null,
  parameters: {exportType: 'TRL'},
  paused: false,
  next_at: '2026-11-30T03:00:00.000000Z',
  runs: [],
  ...more,
});

describe('target-section', () => {
  let section: TargetSectionElement;

  beforeEach(() => {
    vi.spyOn(targetApi, 'targets').mockResolvedValue([
      {name: 'lake', kind: 's3'},
      {name: 'disk', kind: 'folder'},
    ]);
    vi.spyOn(targetApi, 'deliveries').mockResolvedValue([]);
    vi.spyOn(targetApi, 'schedules').mockResolvedValue([]);
  });

  afterEach(() => {
    section.remove();
    vi.restoreAllMocks();
  });

  async function rest(): Promise<void> {
    for (let i = 0; i < 6; i++) await settle();
  }

  async function open(snapshots = [SNAPSHOT]): Promise<void> {
    section = document.createElement('target-section');
    section.projectId = 7;
    section.formats = FORMATS;
    section.snapshots = snapshots;
    section.selection = [
      ['min_strength', '2'],
      ['annotators', '3'],
      ['annotators', '4'],
    ];
    document.body.append(section);
    await rest();
  }

  const part = (name: string) => section.shadowRoot?.querySelector(name)?.shadowRoot ?? undefined;
  const words = (name: string, selector: string) =>
    [...(part(name)?.querySelectorAll(selector) ?? [])].map(({textContent}) => textContent.replace(/\s+/g, ' ').trim());

  function choose(name: string, title: string, value: string): void {
    const label = [...(part(name)?.querySelectorAll('label') ?? [])].find((one) => one.textContent.includes(title));
    const field = label?.querySelector<HTMLSelectElement | HTMLInputElement>('select, input');
    if (!field) throw new Error(`there is no field ${title}`);
    field.value = value;
    field.dispatchEvent(new Event(field.localName === 'select' ? 'change' : 'input'));
  }

  async function submit(name: string): Promise<void> {
    part(name)
      ?.querySelector('form')
      ?.dispatchEvent(new Event('submit', {cancelable: true}));
    await rest();
  }

  async function press(name: string, spoken: string): Promise<void> {
    const button = part(name)?.querySelector<HTMLButtonElement>(`button[aria-label="${spoken}"]`);
    if (!button) throw new Error(`there is no button ${spoken}`);
    button.click();
    await rest();
  }

  it('says in one line how targets come where there are none', async () => {
    vi.spyOn(targetApi, 'targets').mockResolvedValue([]);
    await open();

    expect(section.shadowRoot?.textContent).toContain('once the operator of this installation names one');
    expect(section.shadowRoot?.querySelector('h2')).toBeNull();
  });

  it('sends the newest snapshot in a format to a target', async () => {
    const deliver = vi.spyOn(targetApi, 'deliver').mockResolvedValue(delivery());
    await open();

    expect(words('delivery-list', '.hint')).toEqual(['“Reward model <b>3</b>” was not sent anywhere yet.']);
    choose('delivery-list', 'Format', 'HF');
    choose('delivery-list', 'Target', 'disk');
    await submit('delivery-list');

    expect(deliver).toHaveBeenCalledWith(7, 3, 'disk', 'HF');
  });

  it('shows how far each delivery is, and stops one', async () => {
    vi.spyOn(targetApi, 'deliveries').mockResolvedValue([
      delivery({id: 2, state: 'running', rows: null, bytes: 0}),
      delivery({id: 1}),
      delivery({id: 4, state: 'failed', rows: null, bytes: 0, error: "The target's bucket is not there."}),
    ]);
    const cancel = vi.spyOn(targetApi, 'cancel').mockResolvedValue(new Response());
    await open();

    expect(words('delivery-list', '[role="status"]')).toEqual(['TRL to lake: Under way.']);
    expect(words('delivery-list', 'li > p:nth-child(2)')).toEqual([
      'Under way',
      'Sent · 1,204 rows · 2.5 MB',
      'Failed',
    ]);
    expect(words('delivery-list', 'code')).toEqual(['7-poems/3/TRL']);
    expect(words('delivery-list', '.problem')).toEqual(["The target's bucket is not there."]);
    await press('delivery-list', 'Stop sending TRL to lake');
    expect(cancel.mock.calls[0]?.[1].id).toBe(2);
  });

  it('adds a schedule of what is selected now', async () => {
    const add = vi.spyOn(targetApi, 'addSchedule').mockResolvedValue(schedule());
    await open([]);

    expect(section.shadowRoot?.querySelector('delivery-list')).toBeNull();
    choose('schedule-list', 'Title', ' Weekly ');
    choose('schedule-list', 'How often', 'week');
    await rest();
    choose('schedule-list', 'Day', 'friday');
    choose('schedule-list', 'At (UTC)', '04:30');
    await submit('schedule-list');

    expect(add).toHaveBeenCalledWith(7, {
      title: 'Weekly',
      target: 'lake',
      every: 'week',
      at: '04:30',
      weekday: 'friday',
      parameters: {exportType: 'TRL', min_strength: '2', annotators: '3,4'},
    });
    expect(words('schedule-list', '[role="status"]')).toEqual(['“Weekly” is added.']);
  });

  it('says why a schedule is refused, and keeps what was typed', async () => {
    vi.spyOn(targetApi, 'addSchedule').mockRejectedValue(new Problem(400, '', 'title is too long'));
    await open();
    choose('schedule-list', 'Title', 'Weekly');
    await submit('schedule-list');

    expect(words('schedule-list', '.problem')).toEqual(['title is too long']);
    expect(part('schedule-list')?.querySelector('input')?.value).toBe('Weekly');
  });

  it('lists schedules with their last runs, and runs, pauses and deletes them', async () => {
    const runs = [
      {id: 9, due_at: '2026-11-29T03:00:00Z', state: 'skipped', note: 'Nothing has changed.'},
      {id: 8, due_at: '2026-11-28T03:00:00Z', state: 'done', note: null},
    ] as const;
    vi.spyOn(targetApi, 'schedules').mockResolvedValue([
      schedule({runs}),
      schedule({id: 6, title: 'Weekly', every: 'week', weekday: 'friday', paused: true, next_at: null}),
    ]);
    const run = vi.spyOn(targetApi, 'runSchedule').mockResolvedValue(schedule());
    const pause = vi.spyOn(targetApi, 'pauseSchedule').mockResolvedValue(schedule());
    const remove = vi.spyOn(targetApi, 'deleteSchedule').mockResolvedValue(new Response());
    await open();

    expect(words('schedule-list', 'h4')).toEqual(['Nightly', 'Weekly']);
    expect(words('schedule-list', 'h4 + .hint')).toEqual([
      'Every day at 03:00 UTC · TRL file · lake',
      'Every Friday at 03:00 UTC · TRL file · lake',
    ]);
    expect(words('schedule-list', 'ol li')[0]).toMatch(/: Skipped – Nothing has changed\.$/);
    expect(words('schedule-list', 'ol li')[1]).toMatch(/: Sent$/);
    expect(words('schedule-list', 'li > .hint:nth-child(3)')[1]).toBe('Paused');

    await press('schedule-list', 'Run now: “Nightly”');
    expect(run).toHaveBeenCalledWith(7, 5);
    expect(words('schedule-list', '[role="status"]')).toEqual(['“Nightly” is being run.']);
    await press('schedule-list', 'Pause “Nightly”');
    expect(pause).toHaveBeenLastCalledWith(7, 5, true);
    await press('schedule-list', 'Let “Weekly” go on');
    expect(pause).toHaveBeenLastCalledWith(7, 6, false);
    await press('schedule-list', 'Delete the schedule “Weekly”');
    expect(remove).toHaveBeenCalledWith(7, 6);
  });

  it('has no faults that axe finds', async () => {
    vi.spyOn(targetApi, 'deliveries').mockResolvedValue([delivery({state: 'waiting'})]);
    vi.spyOn(targetApi, 'schedules').mockResolvedValue([schedule()]);
    await open();

    const {violations} = await axe.run(section, {rules: {'color-contrast': {enabled: false}}});

    expect(violations).toEqual([]);
  });
});

describe('deliveries', () => {
  it('are under way until they are over', () => {
    expect(
      ['waiting', 'running', 'done', 'failed', 'cancelled'].map((state) =>
        isUnderWay(delivery({state: state as Delivery['state']})),
      ),
    ).toEqual([true, true, false, false, false]);
  });

  it('of a schedule have each parameter once', () => {
    expect(
      scheduled('TRL', [
        ['ids', '1'],
        ['ids', '2'],
        ['ties', 'drop'],
      ]),
    ).toEqual({exportType: 'TRL', ids: '1,2', ties: 'drop'});
  });
});
