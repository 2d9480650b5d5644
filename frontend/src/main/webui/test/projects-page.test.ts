// @vitest-environment happy-dom
import axe from 'axe-core';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';

import type {Project} from '../src/api.js';
import '../src/elements/projects-page.js';
import type {ProjectsPageElement} from '../src/elements/projects-page.js';
import {laterApi} from '../src/later-api.js';
import {Unreachable} from '../src/requests.js';
import {eventually, settle} from './fakes.js';
import {Inside} from './inside.js';
import {account} from './people.js';

describe('projects-page', () => {
  let page: ProjectsPageElement;

  beforeEach(() => {
    const results = Array.from({length: 8}, (_, i) => project(i + 1, `Round ${i + 1}`));
    vi.spyOn(laterApi, 'projects').mockResolvedValue({results, count: 200, next: null});
    vi.spyOn(laterApi, 'projectsTitled').mockResolvedValue({results: [], count: 0, next: null});
  });

  afterEach(() => {
    page.remove();
    vi.restoreAllMocks();
  });

  function project(id: number, title: string, more: Partial<Project> = {}): Project {
    return {
      id,
      title,
      description: null,
      expert_instruction: null,
      task_number: 10,
      finished_task_number: 4,
      total_annotations_number: 7,
      label_config_warnings: [],
      config_has_control_tags: true,
      member_number: 1,
      ...more,
    };
  }

  async function open(role: 'owner' | 'annotator' = 'owner'): Promise<void> {
    page = document.createElement('projects-page');
    page.user = account(1, {role});
    document.body.append(page);
    await settled();
  }

  async function settled(): Promise<void> {
    for (let i = 0; i < 5; i++) await settle();
  }

  async function write(text: string): Promise<void> {
    const field = find('input[type=search]') as HTMLInputElement;
    field.value = text;
    field.dispatchEvent(new Event('input'));
    await settled();
  }

  const {find, words} = new Inside(() => page);
  const titles = () =>
    [...(page.shadowRoot?.querySelectorAll('project-card') ?? [])].map((card) =>
      card.shadowRoot?.querySelector('h2')?.textContent.trim(),
    );

  it('lists those first that were judged last, if the person says so, and keeps that in the address', async () => {
    history.replaceState(null, '', '/projects');
    await open();
    const menu = find('project-order', 'select') as HTMLSelectElement;
    vi.mocked(laterApi.projects).mockResolvedValue({results: [project(3, 'Lively')], count: 1, next: null});
    menu.value = 'judged';
    menu.dispatchEvent(new Event('change'));
    await settled();

    expect(vi.mocked(laterApi.projects).mock.calls.map(([page, byJudged]) => [page, byJudged])).toEqual([
      [1, false],
      [1, true],
    ]);
    expect(titles()).toEqual(['Lively']);
    expect(location.search).toBe('?order=judged');
    page.remove();
    await open('annotator');
    expect(vi.mocked(laterApi.projects).mock.calls.at(-1)?.[1]).toBe(false);
    expect(find('project-order')).toBeUndefined();
    history.replaceState(null, '', '/projects');
  });

  it('holds the places of projects until they are there', async () => {
    vi.mocked(laterApi.projects).mockReturnValue(new Promise(() => undefined));
    await open();

    expect(find('.skeleton')).toBeDefined();
    expect(words('[role=status]')).toBe('Fetching the projects…');
  });

  it('says how far a project is, and what is still to be done', async () => {
    vi.mocked(laterApi.projects).mockResolvedValue({
      results: [project(1, 'A'), project(2, 'B', {task_number: 0, finished_task_number: 0, member_number: 0})],
      count: 2,
      next: null,
    });
    await open();

    expect(words('project-card', '.counts')).toBe('6 tasks left · 7 judgements');
    expect(find('project-card', '.needs')).toBeUndefined();
    expect(words('li:nth-child(2) project-card', '.needs')).toBe('To do: Import tasks · Add people');
    expect(find('li:nth-child(2) project-card', '.needs a')?.getAttribute('href')).toBe('/projects/2/tasks');
    // Two projects are seen at a glance.
    expect(find('input[type=search]')).toBeUndefined();
  });

  it('tells annotators nothing of what others have to do', async () => {
    vi.mocked(laterApi.projects).mockResolvedValue({
      results: [project(1, 'A', {task_number: 0})],
      count: 1,
      next: null,
    });
    await open('annotator');

    expect(find('project-card', '.needs')).toBeUndefined();
    expect(find('project-card', '.counts')).toBeUndefined();
  });

  it('finds what is listed at once, and asks the server for what is not', async () => {
    const far = project(150, 'Round 37');
    vi.mocked(laterApi.projectsTitled).mockResolvedValue({results: [project(3, 'Round 3'), far], count: 2, next: null});
    await open();
    await write('round 3');
    expect(titles()).toEqual(['Round 3']);
    expect(words('.said')).toBe('Looking for more…');

    await eventually(() => expect(titles()).toEqual(['Round 3', 'Round 37']));
    expect(words('.said')).toBe('2 projects found.');
    expect(laterApi.projectsTitled).toHaveBeenCalledExactlyOnceWith('round 3', expect.anything());
    expect(find('.foot')).toBeUndefined();

    await write('');
    expect(titles()).toHaveLength(8);
    expect(find('.foot')).toBeDefined();
  });

  it('says so where nothing is found, or not all could be searched', async () => {
    await open();
    await write('zzz');
    await eventually(() => expect(words('.said')).toBe('No project is called “zzz”.'));

    vi.mocked(laterApi.projectsTitled).mockRejectedValue(new Unreachable());
    await write('zz');
    await eventually(() => expect(words('.said')).toContain('Not all projects were searched'));
  });

  it('has no faults that axe finds', async () => {
    await open();
    await write('round');
    const {violations} = await axe.run(page, {rules: {'color-contrast': {enabled: false}, region: {enabled: false}}});

    expect(violations.map(({id, nodes}) => [id, nodes.map(({html}) => html)])).toEqual([]);
  });
});
