// @vitest-environment happy-dom
import axe from 'axe-core';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';

import '../src/elements/snapshot-list.js';
import type {SnapshotListElement} from '../src/elements/snapshot-list.js';
import type {DryRun} from '../src/model/export-selection.js';
import type {Snapshot} from '../src/model/snapshots.js';
import {ownerApi} from '../src/owner-api.js';
import {Problem} from '../src/requests.js';
import {snapshotApi} from '../src/snapshot-api.js';
import {eventually, settle} from './fakes.js';
import {Inside} from './inside.js';

const snapshot = (id: number, title: string, more: Partial<Snapshot> = {}): Snapshot => ({
  id,
  title,
  created_at: '2026-11-23T03:00:00.000000Z',
  selection: {},
  rows: 1204,
  purged: 0,
  sha256: 'ab'.repeat(32),
  ...more,
});

const FORMATS = ['TRL', 'PARQUET'].map((name) => ({
  title: `${name} file`,
  description: '',
  link: '',
  name,
  tags: ['training'],
}));
const JSON_FORMAT = {title: 'JSON', description: '', link: '', name: 'JSON'};

describe('snapshot-list', () => {
  let list: SnapshotListElement;
  const {find, words} = new Inside(() => list);

  beforeEach(() => {
    vi.spyOn(ownerApi, 'dryRun').mockReturnValue(new Promise(() => undefined));
    vi.spyOn(snapshotApi, 'snapshots').mockResolvedValue({
      count: 2,
      results: [snapshot(2, 'Newer'), snapshot(1, 'Older')],
    });
  });

  afterEach(() => {
    list.remove();
    vi.restoreAllMocks();
  });

  async function open(): Promise<void> {
    list = document.createElement('snapshot-list');
    list.projectId = 7;
    list.formats = FORMATS;
    list.selection = [['min_strength', '2']];
    document.body.append(list);
    for (let i = 0; i < 4; i++) await settle();
  }

  async function type(selector: string, text: string): Promise<void> {
    const field = find(selector) as HTMLInputElement;
    field.value = text;
    field.dispatchEvent(new Event('input'));
    await list.updateComplete;
  }

  async function submit(selector: string): Promise<void> {
    find(selector)?.dispatchEvent(new Event('submit', {cancelable: true}));
    for (let i = 0; i < 4; i++) await settle();
  }

  const titles = () => [...(list.shadowRoot?.querySelectorAll('h3') ?? [])].map(({textContent}) => textContent);

  it('lists what was frozen, with its file in the chosen format', async () => {
    await open();

    expect(titles()).toEqual(['Newer', 'Older']);
    expect(words('li .hint')).toContain('1,204 rows · SHA-256 abababababab…');
    expect(find('li a')?.getAttribute('href')).toBe('/api/projects/7/snapshots/2/export?exportType=TRL');
    expect(find('li a')?.getAttribute('aria-label')).toBe('Download the snapshot “Newer” as TRL file');

    const choice = find('.choice select') as HTMLSelectElement;
    choice.value = 'PARQUET';
    choice.dispatchEvent(new Event('change'));
    await list.updateComplete;
    expect(find('li a')?.getAttribute('href')).toBe('/api/projects/7/snapshots/2/export?exportType=PARQUET');
  });

  it('has files of tasks where it keeps them, and says so where it does not', async () => {
    const sources = {tasks: 3, annotations: 4, purged: 0, sha256: 'cd'.repeat(32)};
    vi.mocked(snapshotApi.snapshots).mockResolvedValue({
      count: 4,
      results: [
        snapshot(4, 'Kept', {sources}),
        snapshot(3, 'Without'),
        snapshot(2, 'Split', {sources, selection: {split: 'train'}}),
        snapshot(1, 'Purged', {sources: {...sources, purged: 1}}),
      ],
    });
    await open();
    list.formats = [...FORMATS, JSON_FORMAT];
    await list.updateComplete;
    const files = () => [...(list.shadowRoot?.querySelectorAll('li a') ?? [])].map((link) => link.getAttribute('href'));
    expect(files()).toHaveLength(4);
    expect(words('li:last-child .problem')).toContain('1 annotation of it are gone for good');

    const choice = find('.choice select') as HTMLSelectElement;
    choice.value = 'JSON';
    choice.dispatchEvent(new Event('change'));
    await list.updateComplete;

    expect(files()).toEqual(['/api/projects/7/snapshots/4/export?exportType=JSON']);
    expect(words('li:nth-child(2)')).toContain(
      'It keeps no tasks and annotations, of which the format “JSON” is made.',
    );
    expect(words('li:nth-child(3)')).toContain('It makes no file of the format “JSON”.');
  });

  it('counts annotations where nothing is compared', async () => {
    const made = snapshot(3, 'Written', {
      rows: 0,
      sources: {tasks: 3, annotations: 4, purged: 0, sha256: 'cd'.repeat(32)},
    });
    vi.spyOn(snapshotApi, 'makeSnapshot').mockResolvedValue(made);
    await open();
    await type('form input', 'Written');
    await submit('form');

    expect(words('[role=status]')).toBe('“Written” has 4 annotations.');
    expect(words('li .hint')).toContain('4 annotations · SHA-256 cdcdcdcdcdcd…');
  });

  it('asks of a file what its format takes', async () => {
    await open();
    expect(find('export-controls', 'select')).toBeUndefined();
    list.formats = FORMATS.map((format) => ({...format, tags: ['training'], choices: {compress: ['none', 'zstd']}}));
    await list.updateComplete;
    const compression = find('export-controls', 'select') as HTMLSelectElement;
    compression.value = 'zstd';
    compression.dispatchEvent(new Event('change'));
    await list.updateComplete;

    expect(find('li a')?.getAttribute('href')).toBe('/api/projects/7/snapshots/2/export?exportType=TRL&compress=zstd');
  });

  describe('counts', () => {
    const FOUND: DryRun = {
      rows: 'preference',
      rows_in: 1300,
      rows_out: 1204,
      left_out: [{code: 'TIE_DROPPED', count: 96, detail: 'It is a tie.'}],
      size: {bytes: 1200, exact: true},
      warnings: [],
    };
    const counts = () => [...(list.shadowRoot?.querySelectorAll('export-counts') ?? [])];
    const counted = () => eventually(() => expect(find('export-counts', 'p')?.getAttribute('aria-busy')).toBe('false'));

    async function choose(name: string): Promise<void> {
      const choice = find('.choice select') as HTMLSelectElement;
      choice.value = name;
      choice.dispatchEvent(new Event('change'));
      await list.updateComplete;
    }

    it('the newest file in the format that is chosen, and another one when asked', async () => {
      const dryRun = vi.spyOn(ownerApi, 'dryRun').mockResolvedValue(FOUND);
      await open();
      expect(counts()).toEqual([]);

      await choose('PARQUET');
      await counted();
      expect(words('export-counts', '.rows')).toBe('1,204 rows of 1,300 judged pairs; 96 left out: 96 ties; 1 kB.');
      expect(find('export-counts', 'h2')?.getAttribute('aria-level')).toBe('4');

      find('li:last-child button')?.click();
      await list.updateComplete;
      await counted();
      expect(counts()).toHaveLength(1);
      expect(dryRun.mock.calls.map(([path]) => path)).toEqual([
        '/api/projects/7/snapshots/2/export?exportType=PARQUET',
        '/api/projects/7/snapshots/1/export?exportType=PARQUET',
      ]);
      find('li:last-child button')?.click();
      await list.updateComplete;
      expect(counts()).toEqual([]);
    });

    it('and offers no file that there would not be', async () => {
      vi.spyOn(ownerApi, 'dryRun').mockResolvedValue({...FOUND, refused: true});
      await open();
      await choose('PARQUET');
      await counted();
      await list.updateComplete;
      expect(find('li a')?.getAttribute('aria-label')).toContain('“Older”');

      await choose('TRL');
      expect(find('li a')?.getAttribute('aria-label')).toContain('“Newer”');
    });

    it('are not there where rows are gone', async () => {
      vi.mocked(snapshotApi.snapshots).mockResolvedValue({count: 1, results: [snapshot(1, 'Old', {purged: 3})]});
      await open();
      await choose('PARQUET');
      expect(counts()).toEqual([]);
      expect(find('li button')?.textContent.trim()).toBe('Delete');
    });
  });

  it('freezes what is selected, under a title', async () => {
    const make = vi.spyOn(snapshotApi, 'makeSnapshot').mockResolvedValue(snapshot(3, 'Third', {rows: 1}));
    await open();
    expect((find('form .button') as HTMLButtonElement).disabled).toBe(true);
    await type('form input', ' Third ');
    await submit('form');

    expect(make).toHaveBeenCalledWith(7, 'Third', [['min_strength', '2']]);
    expect(titles()).toEqual(['Third', 'Newer', 'Older']);
    expect(words('[role=status]')).toBe('“Third” has 1 row.');
    expect((find('form input') as HTMLInputElement).value).toBe('');
  });

  it('says why nothing was frozen, and keeps the title', async () => {
    vi.spyOn(snapshotApi, 'makeSnapshot').mockRejectedValue(new Problem(400, '', 'Nothing was selected.'));
    await open();
    await type('form input', 'Third');
    await submit('form');

    expect(words('[role=alert]')).toBe('Nothing was selected.');
    expect((find('form input') as HTMLInputElement).value).toBe('Third');
    expect(titles()).toHaveLength(2);
  });

  it('deletes a snapshot once its title was typed', async () => {
    const gone = vi.spyOn(snapshotApi, 'deleteSnapshot').mockResolvedValue(new Response());
    await open();
    find('.doom')?.click();
    await list.updateComplete;
    await type('.doomed input', 'Older');
    await submit('.doomed');
    expect(gone).not.toHaveBeenCalled();

    await type('.doomed input', 'Newer');
    await submit('.doomed');
    expect(gone).toHaveBeenCalledWith(7, 2);
    expect(titles()).toEqual(['Older']);
    expect(words('[role=status]')).toBe('“Newer” is deleted.');
  });

  it('offers no file of a snapshot with rows that are gone', async () => {
    vi.mocked(snapshotApi.snapshots).mockResolvedValue({count: 1, results: [snapshot(1, 'Old', {purged: 3})]});
    await open();

    expect(find('li a')).toBeUndefined();
    expect(words('li .problem')).toContain('3 rows of it are gone for good');
    expect(find('snapshot-compare')).toBeUndefined();
  });

  it('compares the last two unless others are chosen, page by page', async () => {
    const compare = vi
      .spyOn(snapshotApi, 'compareSnapshots')
      .mockResolvedValueOnce({
        added: 2,
        changed: 0,
        withdrawn: 1,
        unchanged: 40,
        keys: [{record_id: '1/c/0-1', change: 'added'}],
        next: '1/c/0-1',
      })
      .mockResolvedValueOnce({
        added: 2,
        changed: 0,
        withdrawn: 1,
        unchanged: 40,
        keys: [{record_id: '2/c/0-1', change: 'withdrawn'}],
        next: null,
      });
    await open();
    find('snapshot-compare', 'form')?.dispatchEvent(new Event('submit', {cancelable: true}));
    for (let i = 0; i < 4; i++) await settle();

    expect(words('snapshot-compare', '[role=status]')).toBe('2 rows added, 0 changed, 1 withdrawn, 40 unchanged.');
    find('snapshot-compare', '.quiet')?.click();
    for (let i = 0; i < 4; i++) await settle();
    expect(words('snapshot-compare', 'ol')).toBe('1/c/0-1 added2/c/0-1 withdrawn');
    expect(compare.mock.calls).toEqual([
      [7, 1, 2, ''],
      [7, 1, 2, '1/c/0-1'],
    ]);
  });

  it('shows titles as text, whatever is in them', async () => {
    const hostile = '<img src=x onerror=alert(1)><script>alert(1)</script>';
    vi.mocked(snapshotApi.snapshots).mockResolvedValue({
      count: 2,
      results: [snapshot(2, hostile), snapshot(1, hostile)],
    });
    await open();

    expect(titles()[0]).toBe(hostile);
    expect(list.shadowRoot?.querySelector('img, script')).toBeNull();
    expect(find('snapshot-compare')?.shadowRoot?.querySelector('img, script')).toBeNull();
  });

  it('asks again where the list did not come', async () => {
    vi.mocked(snapshotApi.snapshots).mockRejectedValueOnce(new Problem(503, '', 'no'));
    await open();
    expect(words('[role=alert]')).toContain('The snapshots cannot be shown right now.');
    find('[role=alert] button')?.click();
    for (let i = 0; i < 4; i++) await settle();
    expect(titles()).toHaveLength(2);
  });

  it('is accessible', async () => {
    await open();
    find('.doom')?.click();
    await list.updateComplete;
    const {violations} = await axe.run(list, {rules: {'color-contrast': {enabled: false}, region: {enabled: false}}});
    expect(violations.map(({id}) => id)).toEqual([]);
  });
});
