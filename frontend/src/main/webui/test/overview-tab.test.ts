// @vitest-environment happy-dom
import axe from 'axe-core';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';

import {type Project, api} from '../src/api.js';
import '../src/elements/overview-tab.js';
import type {OverviewTabElement} from '../src/elements/overview-tab.js';
import {ownerApi} from '../src/owner-api.js';
import {Problem} from '../src/requests.js';
import {settle} from './fakes.js';
import {Inside} from './inside.js';
import {STATISTICS} from './statistics.js';

const {drawn} = vi.hoisted(() => ({drawn: [] as unknown[][]}));

vi.mock('uplot', () => ({
  default: class {
    static paths = {};
    destroy = () => undefined;
    setSize = () => undefined;
    setData = (data: unknown[]) => drawn.push(data);
    constructor(_options: unknown, data: unknown[]) {
      drawn.push(data);
    }
  },
}));

const PROJECT = {id: 7, title: 'Poems', task_number: 100, finished_task_number: 40} as Project;

describe('overview-tab', () => {
  let tab: OverviewTabElement;
  const statistics = vi.spyOn(ownerApi, 'statistics');

  beforeEach(() => {
    drawn.length = 0;
    const observer = class {
      observe = () => undefined;
      disconnect = () => undefined;
    };
    vi.stubGlobal('ResizeObserver', observer);
    statistics.mockReset().mockResolvedValue(STATISTICS);
    vi.spyOn(api, 'project').mockResolvedValue(PROJECT);
  });

  afterEach(() => {
    tab.remove();
    vi.unstubAllGlobals();
  });

  async function open(): Promise<void> {
    tab = document.createElement('overview-tab');
    tab.project = PROJECT;
    document.body.append(tab);
    for (let i = 0; i < 6; i++) await settle();
  }

  const {find, words} = new Inside(() => tab);
  const text = () => tab.shadowRoot?.textContent.replace(/\s+/g, ' ') ?? '';

  it('shows the figures, each with a line on how it is computed', async () => {
    await open();

    expect([...(tab.shadowRoot?.querySelectorAll('.value') ?? [])].map((value) => value.textContent.trim())).toEqual([
      '30',
      '40 of 100',
      '12.4 sec',
      '24',
      expect.stringContaining('0.62 (0.20 to 0.95)'),
      '83% (64% to 93%)',
      '50% (31% to 69%)',
    ]);
    expect(text()).toContain('80% of 10 pairs of judgements say the same.');
    expect(text()).toContain('One is better 24 · 80%');
    expect(words('.warning')).toContain('Sides are chosen unevenly');
    expect(tab.shadowRoot?.querySelectorAll('.warning')).toHaveLength(1);
  });

  it('draws the course, and says it in a table too', async () => {
    await open();

    expect(drawn[0]?.slice(1)).toEqual([
      [20, 0, 0, 10],
      [8, 0, 0, 10],
      [12, 0, 0, 0],
    ]);
    const rows = find('time-chart')?.shadowRoot?.querySelectorAll('tbody tr') ?? [];
    expect([...(rows[0]?.querySelectorAll('td') ?? [])].map((cell) => cell.textContent)).toEqual(['20', '8', '12']);
  });

  it('lists people by what they did, also those whose account is gone', async () => {
    await open();

    const names = [...(find('people-table')?.shadowRoot?.querySelectorAll('tbody th') ?? [])];
    expect(names.map((name) => name.textContent)).toEqual(['Account 4', 'Ann Lee']);
  });

  it('says what to do where nothing is judged', async () => {
    statistics.mockResolvedValue({...STATISTICS, judgements: 0, skipped: 0});
    await open();

    expect(find('page-message')?.getAttribute('headline')).toBe('Nothing is judged yet');
    expect(find('page-message a')?.getAttribute('href')).toBe('/projects/7/label');
  });

  it('says what lags, and tries again', async () => {
    statistics.mockRejectedValueOnce(new Problem(503, 'lagging', 'The copies lag.'));
    await open();
    expect(find('page-message')?.textContent).toContain('The copies lag.');

    find('page-message button')?.click();
    for (let i = 0; i < 6; i++) await settle();
    expect(words('.value')).toBe('30');
  });

  it('has no faults that axe finds', async () => {
    await open();
    const {violations} = await axe.run(tab, {rules: {'color-contrast': {enabled: false}, region: {enabled: false}}});

    expect(violations.map(({id, nodes}) => [id, nodes.map(({html}) => html)])).toEqual([]);
  });
});
