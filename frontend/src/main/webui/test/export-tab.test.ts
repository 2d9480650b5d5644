// @vitest-environment happy-dom
import axe from 'axe-core';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';

import '../src/elements/export-tab.js';
import type {ExportTabElement} from '../src/elements/export-tab.js';
import type {SnapshotListElement} from '../src/elements/snapshot-list.js';
import type {DryRun} from '../src/model/export-selection.js';
import {ownerApi} from '../src/owner-api.js';
import type {Statistics} from '../src/model/statistics.js';
import {Problem} from '../src/requests.js';
import {snapshotApi} from '../src/snapshot-api.js';
import {targetApi} from '../src/target-api.js';
import {eventually, settle} from './fakes.js';
import {Inside} from './inside.js';

const FORMATS = [
  {title: 'JSON', description: 'Every task.', link: 'https://example.org/json', name: 'JSON'},
  {title: 'CSV', description: 'A table.', link: 'https://example.org/csv', name: 'CSV'},
  {
    title: 'TRL preferences',
    description: 'One line each.',
    link: 'https://example.org/trl',
    name: 'TRL',
    tags: ['training'],
  },
  {
    title: 'Together',
    description: 'Pairs.',
    link: 'https://example.org/together',
    name: 'TOGETHER',
    tags: ['training', 'service'],
    choices: {
      part: ['data', 'provenance', 'rejected'],
      lint: ['leave_out', 'strict', 'report'],
      compress: ['none', 'gzip', 'zstd'],
    },
  },
];

const FOUND: DryRun = {
  rows: 'preference',
  rows_in: 1300,
  rows_out: 1204,
  left_out: [
    {code: 'TIE_DROPPED', count: 90, detail: 'It is a tie.'},
    {code: 'NOT_TRAINABLE', count: 5, detail: 'Both answers are the same.'},
    {code: 'NEW_REASON', count: 1, detail: 'It is new.'},
  ],
  size: {bytes: 1200, exact: true},
  warnings: [{code: 'CONFLICTING_DUPLICATE', count: 2, detail: 'Rows contradict each other.'}],
};

const PEOPLE = [
  {user: 3, name: 'Ann Lee'},
  {user: 4, name: ''},
];

const PROJECT = {
  id: 7,
  title: 'Poems',
  description: null,
  expert_instruction: null,
  task_number: 10,
  finished_task_number: 3,
  total_annotations_number: 4,
  label_config_warnings: [],
};

describe('export-tab', () => {
  let page: ExportTabElement;
  const asked: string[] = [];

  beforeEach(() => {
    asked.length = 0;
    const observer = class {
      observe = () => undefined;
      disconnect = () => undefined;
    };
    vi.stubGlobal('ResizeObserver', observer);
    vi.stubGlobal('fetch', (path: string) => {
      asked.push(path);
      return Promise.resolve(new Response('{"prompt":"Why?"}\n'));
    });
    history.replaceState(null, '', '/projects/7/export');
    vi.spyOn(ownerApi, 'formats').mockResolvedValue(FORMATS);
    vi.spyOn(ownerApi, 'statistics').mockResolvedValue({people: PEOPLE} as unknown as Statistics);
    vi.spyOn(ownerApi, 'topic').mockResolvedValue({
      topic: 'prefstream.preferences.v1',
      bootstrap_servers: 'broker:9092',
    });
    vi.spyOn(ownerApi, 'dryRun').mockResolvedValue(FOUND);
    vi.spyOn(snapshotApi, 'snapshots').mockResolvedValue({count: 0, results: []});
    vi.spyOn(targetApi, 'targets').mockResolvedValue([]);
  });

  afterEach(() => {
    page.remove();
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });

  async function open(): Promise<void> {
    page = document.createElement('export-tab');
    page.project = PROJECT;
    document.body.append(page);
    for (let i = 0; i < 6; i++) await settle();
  }

  const {find, words} = new Inside(() => page);

  it('begins with what models train on, and shows its first rows', async () => {
    await open();

    expect(words('.count')).toBe('4 judgements. 3 of 10 tasks are done.');
    expect(words('label.chosen .name')).toBe('TRL preferences');
    expect(words('export-preview', 'pre')).toBe('{"prompt":"Why?"}');
    expect(find('.actions .button')?.getAttribute('href')).toBe('/api/projects/7/export?exportType=TRL');
    expect(find('.actions .button')?.hasAttribute('download')).toBe(true);
    expect([...(page.shadowRoot?.querySelectorAll('legend') ?? [])].map(({textContent}) => textContent)).toEqual([
      'To train on',
      'For a spreadsheet',
      'For scripts, and for Label Studio',
    ]);
  });

  it('offers no formats that the project can have nothing for, unless the address names one', async () => {
    const none = FORMATS.map((format) => ({...format, disabled: format.name === 'TRL'}));
    vi.mocked(ownerApi.formats).mockResolvedValue(none);
    const names = () =>
      [...(page.shadowRoot?.querySelectorAll('form .name') ?? [])].map(({textContent}) => textContent);
    await open();

    expect(names()).toEqual(['Together', 'CSV', 'JSON']);
    expect(find('.actions .button')?.getAttribute('href')).toBe('/api/projects/7/export?exportType=TOGETHER');
    expect(find('form p')?.textContent).toBe('1 format of preferences is not shown: this project compares no answers.');

    page.remove();
    history.replaceState(null, '', '/projects/7/export?exportType=TRL');
    await open();
    expect(names()).toContain('TRL preferences');
  });

  it('shows and downloads a file as it was asked for', async () => {
    await open();
    page.shadowRoot?.querySelectorAll<HTMLInputElement>('form input')[2]?.click();
    await page.updateComplete;
    find('.option input')?.click();
    for (let i = 0; i < 4; i++) await settle();

    const path = '/api/projects/7/export?exportType=CSV&spreadsheet=true';
    expect(find('.actions .button')?.getAttribute('href')).toBe(path);
    expect(asked).toEqual(['/api/projects/7/export?exportType=TRL', '/api/projects/7/export?exportType=CSV', path]);
  });

  /** What the form says, until it has settled. */
  async function choose(selector: string, value: string | boolean): Promise<void> {
    const field = find('export-selection', selector) as HTMLInputElement;
    if (typeof value === 'boolean') field.checked = value;
    else field.value = value;
    field.dispatchEvent(new Event('change'));
    for (let i = 0; i < 4; i++) await settle();
  }

  async function counted(): Promise<void> {
    await eventually(() => expect(find('export-counts', 'p')?.getAttribute('aria-busy')).not.toBe('true'));
  }

  it('says what the file holds and leaves out', async () => {
    await open();
    expect(words('export-counts', '.rows')).toBe('Counting…');
    await counted();

    expect(words('export-counts', '.rows')).toBe(
      '1,204 rows of 1,300 judged pairs; 96 left out: 90 ties, 5 with identical or empty answers, 1 (It is new.); 1 kB.',
    );
    expect(words('export-counts', '.warning')).toBe('Rows contradict each other. (2) CONFLICTING_DUPLICATE');
  });

  it('counts, downloads and addresses what was chosen, and counts once', async () => {
    await open();
    await choose('select', '2');
    await choose('input[type=number]', '66.4');
    await choose('.people input', true);
    await counted();

    const query = 'exportType=TRL&min_strength=2&min_agreement=0.66&annotators=3';
    expect(find('.actions .button')?.getAttribute('href')).toBe(`/api/projects/7/export?${query}`);
    expect(location.pathname + location.search.replaceAll('%2C', ',')).toBe(`/projects/7/export?${query}`);
    expect(vi.mocked(ownerApi.dryRun).mock.calls.map(([path]) => path)).toEqual([`/api/projects/7/export?${query}`]);
  });

  it('asks for the splits of a folder, and for no file while they do not make 100', async () => {
    const folder = {title: 'Folder', description: '', link: '', name: 'HF', ending: 'zip', tags: ['training']};
    vi.mocked(ownerApi.formats).mockResolvedValue([folder, ...FORMATS]);
    await open();
    await choose('.shares label:nth-child(1) input', '80');
    expect(find('.actions .button')).toBeUndefined();
    expect(find('export-selection', '#uneven')?.hidden).toBe(false);
    expect(location.search).toBe('');

    await choose('.shares label:nth-child(2) input', '10');
    await choose('.shares label:nth-child(3) input', '10');
    const query = 'exportType=HF&split_shares=80,10,10';
    expect(find('.actions .button')?.getAttribute('href')?.replaceAll('%2C', ',')).toBe(
      `/api/projects/7/export?${query}`,
    );
    expect(location.search.replaceAll('%2C', ',')).toBe(`?${query}`);
    expect((find('snapshot-list') as SnapshotListElement).selection).toEqual([['split_shares', '80,10,10']]);

    page.shadowRoot?.querySelectorAll<HTMLInputElement>('form input')[1]?.click();
    for (let i = 0; i < 4; i++) await settle();
    expect(find('export-selection', '.shares')).toBeUndefined();
    expect((find('snapshot-list') as SnapshotListElement).selection).toEqual([]);
  });

  it('asks for the columns of a table as they are typed', async () => {
    const table = {title: 'Table', description: '', link: '', name: 'CSV', ending: 'csv', choices: {columns: []}};
    vi.mocked(ownerApi.formats).mockResolvedValue([table]);
    await open();
    const field = find('export-controls', 'input') as HTMLInputElement;
    field.value = ' prompt,instruction ';
    field.dispatchEvent(new Event('change'));
    for (let i = 0; i < 4; i++) await settle();

    expect(find('.actions .button')?.getAttribute('href')?.replaceAll('%2C', ',')).toBe(
      '/api/projects/7/export?exportType=CSV&columns=prompt,instruction',
    );
  });

  it('begins with what its address says', async () => {
    history.replaceState(null, '', '/projects/7/export?exportType=CSV&download_all_tasks=true&annotators=4');
    await open();

    expect(words('label.chosen .name')).toBe('CSV');
    expect(find('.actions .button')?.getAttribute('href')).toBe(
      '/api/projects/7/export?exportType=CSV&download_all_tasks=true&annotators=4',
    );
    expect(find('export-selection', 'select')).toBeUndefined();
    expect(words('export-selection', '.people')).toBe('Ann Lee Account 4');
  });

  it('forgets a count that comes after another choice', async () => {
    let late: (found: DryRun) => void = () => undefined;
    vi.mocked(ownerApi.dryRun).mockReturnValueOnce(new Promise((resolve) => (late = resolve)));
    await open();
    await eventually(() => expect(ownerApi.dryRun).toHaveBeenCalledTimes(1));
    await choose('select', '3');
    late({...FOUND, rows_out: 1});
    for (let i = 0; i < 4; i++) await settle();
    expect(words('export-counts', '.rows')).toBe('Counting…');

    await counted();
    expect(words('export-counts', '.rows')).toContain('1,204 rows');
  });

  it('offers no file of days that are the wrong way round', async () => {
    await open();
    await choose('input[type=date]', '2026-11-02');
    const [, until] = find('export-selection')?.shadowRoot?.querySelectorAll('input[type=date]') ?? [];
    (until as HTMLInputElement).value = '2026-11-01';
    until?.dispatchEvent(new Event('change'));
    for (let i = 0; i < 4; i++) await settle();

    expect(words('export-selection', '.problem')).toBe('The last day is before the first one.');
    expect(find('.actions .button')).toBeUndefined();
  });

  it('shows where the topic is, or where to find that', async () => {
    const code = () =>
      [...(page.shadowRoot?.querySelectorAll('code-block') ?? [])]
        .map(({code}) => code)
        .find((code) => code.includes('kafka'));
    await open();
    expect(code()).toContain('--bootstrap-server broker:9092 ');
    expect(code()).toContain('--topic prefstream.preferences.v1 ');
    page.remove();

    vi.mocked(ownerApi.topic).mockResolvedValue({topic: 'prefstream.preferences.v1', bootstrap_servers: null});
    await open();
    expect(code()).toContain('--bootstrap-server $KAFKA_BOOTSTRAP ');
    expect(words('section details')).toContain('connection.env');
  });

  it('does without the people where these cannot be had', async () => {
    vi.mocked(ownerApi.statistics).mockRejectedValue(new Problem(503, '', 'no'));
    await open();

    expect(find('export-selection')?.shadowRoot?.textContent).toContain('The people cannot be shown right now.');
  });

  it('says why nothing could be counted, and tries again', async () => {
    vi.mocked(ownerApi.dryRun).mockRejectedValueOnce(new Problem(503, '', 'The copies lag.'));
    await open();
    await counted();
    expect(words('export-counts', '[role=alert]')).toContain('The copies lag.');

    find('export-counts', 'button')?.click();
    for (let i = 0; i < 4; i++) await settle();
    expect(words('export-counts', '.rows')).toContain('1,204 rows');
  });

  it('folds the formats that few people need, unless one of them is chosen', async () => {
    await open();
    const group = () => find('details.group') as HTMLDetailsElement;
    expect(words('details.group summary')).toBe('For services that tune models 1 format');
    expect(group().open).toBe(false);
    find('details.group input')?.dispatchEvent(new Event('change'));
    await settle();
    expect(group().open).toBe(true);
    expect(words('label.chosen .name')).toBe('Together');
  });

  const controls = () => [...(find('export-controls')?.shadowRoot?.querySelectorAll('select') ?? [])];

  async function control(name: string, word: string): Promise<void> {
    const field = controls().find((select) => select.parentElement?.textContent.includes(name));
    if (!field) throw new Error(`nothing asks ${name}`);
    field.value = word;
    field.dispatchEvent(new Event('change'));
    for (let i = 0; i < 4; i++) await settle();
  }

  it('asks what the format takes, and says that in the address, the file and the code', async () => {
    await open();
    expect(controls()).toEqual([]);
    find('details.group input')?.dispatchEvent(new Event('change'));
    for (let i = 0; i < 4; i++) await settle();
    await control('Compression', 'gzip');
    await control('File', 'provenance');

    const query = 'exportType=TOGETHER&part=provenance&compress=gzip';
    expect(find('.actions .button')?.getAttribute('href')).toBe(`/api/projects/7/export?${query}`);
    expect(location.search).toBe(`?${query}`);
    expect((find('code-block') as unknown as {code: string}).code).toContain(`export?${query}`);
    expect(asked.at(-1)).toBe('/api/projects/7/export?exportType=TOGETHER&part=provenance');
    expect(find('snapshot-list')).toBeDefined();
  });

  it('offers no file that rows refuse, and names what they break', async () => {
    history.replaceState(null, '', '/projects/7/export?exportType=TOGETHER&lint=strict');
    vi.mocked(ownerApi.dryRun).mockResolvedValue({...FOUND, refused: true});
    await open();
    await counted();

    expect(words('export-counts', '.refused')).toContain('There is no such file');
    expect((find('export-counts', 'details') as HTMLDetailsElement).open).toBe(true);
    expect(words('export-counts', 'ul')).toContain('NOT_TRAINABLE Both answers are the same. (5)');
    expect(words('export-counts', '.warning')).toBe('Rows contradict each other. (2) CONFLICTING_DUPLICATE');
    expect(find('.actions .button')).toBeUndefined();

    vi.mocked(ownerApi.dryRun).mockResolvedValue(FOUND);
    await control('Rows that break a rule', 'leave_out');
    await counted();
    expect(find('.actions .button')?.getAttribute('href')).toBe('/api/projects/7/export?exportType=TOGETHER');
  });

  it('offers no file of a request that is refused, and one whose counts are only away', async () => {
    history.replaceState(null, '', '/projects/7/export?exportType=CSV');
    vi.mocked(ownerApi.dryRun).mockRejectedValue(new Problem(400, '', 'columns: not nonsense'));
    await open();
    await eventually(() => expect(words('export-counts', '[role=alert]')).toContain('columns: not nonsense'));
    await page.updateComplete;
    expect(find('.actions .button')).toBeUndefined();

    vi.mocked(ownerApi.dryRun).mockRejectedValue(new Problem(503, '', 'The copies lag.'));
    find('export-counts', 'button')?.click();
    await eventually(() => expect(words('export-counts', '[role=alert]')).toContain('The copies lag.'));
    await page.updateComplete;
    expect(find('.actions .button')).toBeDefined();
  });

  it('says why there is nothing to export', async () => {
    vi.stubGlobal('fetch', () =>
      Promise.resolve(new Response('', {headers: {'Prefstream-Empty': 'Nobody has judged yet.'}})),
    );
    await open();

    expect(words('export-preview', '.words')).toBe('Nobody has judged yet.');
  });

  it('says what lags, and tries again', async () => {
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('{"detail":"The copies lag."}', {status: 503})));
    await open();
    expect(words('export-preview', '.words')).toContain('The copies lag.');

    vi.stubGlobal('fetch', () => Promise.resolve(new Response('row\n')));
    find('export-preview', 'button')?.click();
    for (let i = 0; i < 4; i++) await settle();
    expect(words('export-preview', 'pre')).toBe('row');
  });

  it('asks for the formats again where they did not come', async () => {
    vi.spyOn(ownerApi, 'formats').mockRejectedValueOnce(new Problem(503, '', 'no'));
    await open();
    expect(find('page-message')?.getAttribute('headline')).toBe('The formats cannot be shown right now');

    find('page-message button')?.click();
    for (let i = 0; i < 4; i++) await settle();
    expect(words('label.chosen .name')).toBe('TRL preferences');
  });

  it('has no faults that axe finds', async () => {
    await open();
    const {violations} = await axe.run(page, {rules: {'color-contrast': {enabled: false}, region: {enabled: false}}});

    expect(violations.map(({id, nodes}) => [id, nodes.map(({html}) => html)])).toEqual([]);
  });
});
