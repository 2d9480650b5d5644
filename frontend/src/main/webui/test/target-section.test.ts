// @vitest-environment happy-dom
import axe from 'axe-core';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';

import '../src/elements/target-section.js';
import type {TargetSectionElement} from '../src/elements/target-section.js';
import {type Delivery, type Schedule, isUnderWay, rescheduled, scheduled} from '../src/model/deliveries.js';
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
const CHOICES = {TRL: {part: ['data', 'rejected']}, HF: {license: []}};
const FORMATS = (['TRL', 'HF'] as const).map((name) => ({
  title: `${name} file`,
  description: '',
  link: '',
  name,
  tags: ['training'],
  choices: CHOICES[name],
}));

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
  keep: null,
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

  /** The part of that name; of several, the last one: a schedule is changed below the form for a new one. */
  const part = (name: string) => {
    const list = section.shadowRoot?.querySelector('schedule-list')?.shadowRoot;
    const inList = [...(list?.querySelectorAll(name) ?? [])].at(-1);
    return (inList ?? section.shadowRoot?.querySelector(name))?.shadowRoot ?? undefined;
  };
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

    expect(deliver).toHaveBeenCalledWith(7, 3, 'disk', 'HF', []);
  });

  it('sends a file as its format was asked for it', async () => {
    const deliver = vi.spyOn(targetApi, 'deliver').mockResolvedValue(delivery());
    await open();
    const controls = part('delivery-list')?.querySelector('export-controls');
    const select = controls?.shadowRoot?.querySelector('select');
    if (!select) throw new Error('nothing is asked');
    select.value = 'rejected';
    select.dispatchEvent(new Event('change'));
    await rest();
    await submit('delivery-list');
    expect(deliver).toHaveBeenLastCalledWith(7, 3, 'lake', 'TRL', [['part', 'rejected']]);

    choose('delivery-list', 'Format', 'HF');
    await submit('delivery-list');
    expect(deliver).toHaveBeenLastCalledWith(7, 3, 'lake', 'HF', []);
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
    choose('schedule-form', 'Title', ' Weekly ');
    choose('schedule-form', 'How often', 'week');
    await rest();
    choose('schedule-form', 'Day', 'friday');
    choose('schedule-form', 'At (UTC)', '04:30');
    choose('schedule-form', 'Snapshots to keep', '5');
    await submit('schedule-form');

    expect(add).toHaveBeenCalledWith(7, {
      title: 'Weekly',
      target: 'lake',
      every: 'week',
      at: '04:30',
      weekday: 'friday',
      keep: 5,
      parameters: {exportType: 'TRL', min_strength: '2', annotators: '3,4'},
    });
    expect(words('schedule-list', '[role="status"]')).toEqual(['“Weekly” is added.']);
    expect(part('schedule-form')?.querySelector('input')?.value).toBe('');
  });

  it('says at its field why a schedule is refused, and keeps what was typed', async () => {
    vi.spyOn(targetApi, 'addSchedule').mockRejectedValue(
      new Problem(400, '', 'title is too long', undefined, {
        title: 'is too long',
        keep: 'is too much',
        other: 'is odd',
      }),
    );
    await open();
    choose('schedule-form', 'Title', 'Weekly');
    await submit('schedule-form');

    expect(words('schedule-form', '.field .problem')).toEqual(['is too long', 'is too much']);
    expect(words('schedule-form', '[role="alert"]')).toEqual(['is odd']);
    const title = part('schedule-form')?.querySelector('input');
    expect(title?.value).toBe('Weekly');
    expect(title?.getAttribute('aria-invalid')).toBe('true');
    expect(part('schedule-form')?.activeElement).toBe(title);
  });

  it('changes a schedule in its place, with what it was', async () => {
    vi.spyOn(targetApi, 'schedules').mockResolvedValue([
      schedule({
        every: 'week',
        weekday: 'friday',
        keep: 3,
        target: 'disk',
        parameters: {exportType: 'HF', min_strength: '1', license: 'mit'},
      }),
      schedule({id: 6, title: 'Weekly'}),
    ]);
    vi.spyOn(targetApi, 'runSchedule').mockResolvedValue(schedule());
    const change = vi.spyOn(targetApi, 'changeSchedule').mockResolvedValue(schedule());
    await open();
    expect(words('schedule-list', 'h4 + .hint')[0]).toBe(
      'Every Friday at 03:00 UTC · HF file · disk · keeps 3 snapshots',
    );
    await press('schedule-list', 'Change the schedule “Nightly”');

    expect(part('schedule-form')?.activeElement).toBe(part('schedule-form')?.querySelector('input'));
    choose('schedule-form', 'Title', 'Daily');
    await press('schedule-list', 'Run now: “Weekly”');
    choose('schedule-form', 'How often', 'day');
    choose('schedule-form', 'Snapshots to keep', '');
    await submit('schedule-form');

    expect(change).toHaveBeenCalledWith(7, 5, {
      title: 'Daily',
      target: 'disk',
      every: 'day',
      at: '03:00',
      keep: null,
      parameters: {exportType: 'HF', min_strength: '1', license: 'mit'},
    });
    expect(words('schedule-list', '[role="status"]')).toEqual(['“Daily” is changed.']);
    expect(part('schedule-list')?.activeElement?.getAttribute('aria-label')).toBe('Change the schedule “Nightly”');
  });

  it('leaves a schedule as it was when its change is cancelled', async () => {
    vi.spyOn(targetApi, 'schedules').mockResolvedValue([schedule()]);
    const change = vi.spyOn(targetApi, 'changeSchedule');
    await open();
    await press('schedule-list', 'Change the schedule “Nightly”');
    choose('schedule-form', 'Title', 'Other');
    part('schedule-form')
      ?.querySelector('input')
      ?.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape', bubbles: true}));
    await rest();

    expect(change).not.toHaveBeenCalled();
    expect(words('schedule-list', 'h4')).toEqual(['Nightly']);
    expect(part('schedule-list')?.activeElement?.getAttribute('aria-label')).toBe('Change the schedule “Nightly”');
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
    vi.spyOn(targetApi, 'schedules').mockResolvedValue([schedule(), schedule({id: 6, title: 'Weekly'})]);
    vi.spyOn(targetApi, 'changeSchedule').mockRejectedValue(new Problem(400, '', '', undefined, {target: 'is gone'}));
    await open();
    await press('schedule-list', 'Change the schedule “Weekly”');
    await submit('schedule-form');
    expect(words('schedule-form', '.field .problem')).toEqual(['is gone']);

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

  it('of a schedule keep what the format can have when that changes, and take other rows when asked', () => {
    const {parameters} = {parameters: {exportType: 'TRL', ties: 'both', part: 'rejected'}};

    expect(rescheduled({parameters}, 'TRL', FORMATS, undefined)).toEqual(parameters);
    expect(rescheduled({parameters}, 'HF', FORMATS, undefined)).toEqual({exportType: 'HF', ties: 'both'});
    expect(rescheduled({parameters}, 'TRL', FORMATS, [['min_strength', '1']])).toEqual({
      exportType: 'TRL',
      part: 'rejected',
      min_strength: '1',
    });
  });
});
