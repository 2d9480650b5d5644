// @vitest-environment happy-dom
import axe from 'axe-core';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';

import '../src/elements/export-tab.js';
import type {ExportTabElement} from '../src/elements/export-tab.js';
import {ownerApi} from '../src/owner-api.js';
import {Problem} from '../src/requests.js';
import {settle} from './fakes.js';
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
    vi.spyOn(ownerApi, 'formats').mockResolvedValue(FORMATS);
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

  it('shows and downloads a file as it was asked for', async () => {
    await open();
    page.shadowRoot?.querySelectorAll<HTMLInputElement>('fieldset input')[1]?.click();
    await page.updateComplete;
    find('.option input')?.click();
    for (let i = 0; i < 4; i++) await settle();

    const path = '/api/projects/7/export?exportType=CSV&spreadsheet=true';
    expect(find('.actions .button')?.getAttribute('href')).toBe(path);
    expect(asked).toEqual(['/api/projects/7/export?exportType=TRL', '/api/projects/7/export?exportType=CSV', path]);
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
