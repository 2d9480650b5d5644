// @vitest-environment happy-dom
import axe from 'axe-core';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';

import type {Project} from '../src/api.js';
import {FilesChosenEvent} from '../src/elements/file-box.js';
import '../src/elements/tasks-tab.js';
import type {TasksTabElement} from '../src/elements/tasks-tab.js';
import {type ListedTask, ownerApi} from '../src/owner-api.js';
import {Problem} from '../src/requests.js';
import {down, settle} from './fakes.js';
import {Inside} from './inside.js';
import {file} from './new-projects.js';

const PROJECT = {id: 7, title: 'Poems', task_number: 60} as Project;

function task(number: number): ListedTask {
  const data = {prompt: `Question ${number}`, answer1: 'x'.repeat(300), tags: ['a']};
  return {
    id: 100 + number,
    inner_id: number,
    data,
    total_annotations: 2,
    cancelled_annotations: 0,
    is_labeled: number === 1,
  };
}

describe('tasks-tab', () => {
  let tab: TasksTabElement;
  const tasks = vi.spyOn(ownerApi, 'tasks');
  const importFiles = vi.spyOn(ownerApi, 'importFiles');

  beforeEach(() => {
    tasks.mockReset().mockImplementation((_id, {page}) => {
      const all = Array.from({length: 60}, (_, i) => task(i + 1));
      return Promise.resolve({tasks: all.slice((page - 1) * 50, page * 50), total: 60});
    });
    importFiles.mockReset().mockResolvedValue({task_count: 3});
  });

  afterEach(() => tab.remove());

  async function quiet(): Promise<void> {
    for (let i = 0; i < 6; i++) await settle();
  }

  async function open(project = PROJECT): Promise<void> {
    tab = document.createElement('tasks-tab');
    tab.project = project;
    document.body.append(tab);
    await quiet();
  }

  async function choose(...files: File[]): Promise<void> {
    find('file-box')?.dispatchEvent(new FilesChosenEvent(files));
    await quiet();
  }

  const {find, words} = new Inside(() => tab);
  const rows = () => [...(find('task-table')?.shadowRoot?.querySelectorAll('tbody tr') ?? [])];
  const cells = (row: Element | undefined) => [...(row?.children ?? [])].map(({textContent}) => textContent);

  it('lists tasks page by page, with the beginnings of their data', async () => {
    await open();
    expect(words('.count')).toBe('50 of 60 tasks');
    expect(cells(rows()[0])).toEqual(['1', 'Question 1', `${'x'.repeat(160)}…`, '["a"]', '2', 'Done']);

    find('.foot button')?.click();
    await quiet();
    expect(rows()).toHaveLength(60);
    expect(words('.count')).toBe('60 tasks');
    expect(find('.foot')).toBeUndefined();
  });

  it('finds a text in the columns that it shows', async () => {
    await open();
    const field = find('input[type=search]') as HTMLInputElement;
    field.value = 'sea "shell"';
    field.dispatchEvent(new Event('input'));
    tasks.mockResolvedValueOnce({tasks: [], total: 0});
    await vi.waitFor(() => expect(tasks).toHaveBeenCalledTimes(2));
    await quiet();

    expect(JSON.parse(tasks.mock.calls[1]?.[1].query ?? '')).toEqual({
      filters: {
        conjunction: 'or',
        items: ['prompt', 'answer1', 'tags'].map((column) => ({
          filter: `filter:tasks:data.${column}`,
          operator: 'contains',
          value: 'sea "shell"',
        })),
      },
    });
    expect(tab.shadowRoot?.textContent).toContain('No task contains this text.');
  });

  it('adds the tasks of files, and shows them', async () => {
    await open();
    const changed = vi.fn();
    tab.addEventListener('project-changed', changed);
    await choose(file('more.csv'));

    expect(words('.added')).toBe('3 tasks were added.');
    expect(changed).toHaveBeenCalledOnce();
    expect(tasks).toHaveBeenCalledTimes(2);
  });

  it('says why files are refused, and adds nothing', async () => {
    await open();
    importFiles.mockRejectedValueOnce(new Problem(400, '', 'line 3: the row has 4 values'));
    await choose(file('broken.csv'));

    expect(words('.problem')).toContain('line 3: the row has 4 values');
    expect(find('p > button')?.textContent).not.toContain('Try again');
    expect(tasks).toHaveBeenCalledOnce();
  });

  it('sends files again under the same key where no answer came', async () => {
    await open();
    importFiles.mockRejectedValueOnce(down());
    await choose(file('more.csv'));
    find('.problem + p button')?.click();
    await quiet();

    const keys = importFiles.mock.calls.map(([, , how]) => how.key);
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
    expect(words('.added')).toBe('3 tasks were added.');
  });

  it('begins with a file where there are no tasks', async () => {
    tasks.mockResolvedValue({tasks: [], total: 0});
    await open({...PROJECT, task_number: 0});

    expect(find('details')?.hasAttribute('open')).toBe(true);
    expect(tab.shadowRoot?.textContent).toContain('There are no tasks yet.');
  });

  it('asks again where the list did not come', async () => {
    tasks.mockRejectedValueOnce(down());
    await open();
    expect(find('page-message')?.getAttribute('headline')).toBe('The tasks cannot be shown right now');
    find('page-message button')?.click();
    await quiet();
    expect(rows()).toHaveLength(50);
  });

  it('has no faults that axe finds', async () => {
    await open();
    const {violations} = await axe.run(tab, {rules: {'color-contrast': {enabled: false}, region: {enabled: false}}});

    expect(violations.map(({id, nodes}) => [id, nodes.map(({html}) => html)])).toEqual([]);
  });
});
