// @vitest-environment happy-dom
import axe from 'axe-core';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';

import type {Project} from '../src/api.js';
import {ColumnsEvent} from '../src/elements/column-menu.js';
import {FilesChosenEvent} from '../src/elements/file-box.js';
import '../src/elements/tasks-tab.js';
import type {TasksTabElement} from '../src/elements/tasks-tab.js';
import {type ListedTask, ownerApi} from '../src/owner-api.js';
import {Problem} from '../src/requests.js';
import {navigate} from '../src/navigation.js';
import {down, pressKey, settle} from './fakes.js';
import {Inside} from './inside.js';
import {file} from './new-projects.js';

const COUNT = 250;
const PROJECT = {id: 7, title: 'Poems', task_number: COUNT} as Project;

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
      const all = Array.from({length: COUNT}, (_, i) => task(i + 1));
      return Promise.resolve({tasks: all.slice((page - 1) * 100, page * 100), total: COUNT});
    });
    history.replaceState(null, '', '/projects/7/tasks');
    vi.spyOn(ownerApi, 'accounts').mockResolvedValue([]);
    vi.spyOn(ownerApi, 'firstTasks').mockResolvedValue([task(1).data]);
    importFiles.mockReset().mockResolvedValue({task_count: 3});
  });

  afterEach(() => {
    tab.remove();
    localStorage.clear();
  });

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
    find('task-adding', 'file-box')?.dispatchEvent(new FilesChosenEvent(files));
    await quiet();
  }

  const {find, words} = new Inside(() => tab);
  const table = () => find('task-table')?.shadowRoot;
  const rows = () => [...(table()?.querySelectorAll('.rows [role=row]') ?? [])];
  const cells = (row: Element | undefined) =>
    [...(row?.querySelectorAll('[role=gridcell]') ?? [])].slice(1).map(({textContent}) => textContent.trim());
  const grid = () => table()?.querySelector<HTMLElement>('.grid') ?? document.body;
  const asked = (at: number) => JSON.parse(tasks.mock.calls[at]?.[1].query ?? '{}') as unknown;

  async function press(key: string): Promise<void> {
    pressKey(grid, key);
    await quiet();
  }

  it('lists tasks with the beginnings of their data, and has few rows in the document', async () => {
    await open();
    expect(words('.count')).toBe('250 tasks');
    expect(cells(rows()[0])).toEqual(['1', 'Question 1', `${'x'.repeat(160)}…`, '["a"]', '2', 'Yes']);
    expect(rows().length).toBeLessThan(40);
    expect(grid().getAttribute('aria-rowcount')).toBe('251');
    expect(rows()[0]?.getAttribute('aria-rowindex')).toBe('2');
    expect(tasks).toHaveBeenCalledOnce();
  });

  it('goes through the tasks by keys, and loads those that come into sight', async () => {
    await open();
    await press('ArrowDown');
    expect(grid().getAttribute('aria-activedescendant')).toBe('row-1');
    await press('End');

    expect(grid().getAttribute('aria-activedescendant')).toBe('row-249');
    expect(cells(rows().at(-1))[1]).toBe('Question 250');
    expect(tasks.mock.calls.map(([, {page}]) => page)).toEqual([1, 3]);
    await press('Home');
    expect(cells(rows()[0])[1]).toBe('Question 1');
  });

  it('opens a task under an address of its own', async () => {
    await open();
    await press('ArrowDown');
    await press('Enter');

    expect(location.pathname).toBe('/projects/7/tasks/102');
  });

  it('finds a text in the fields of the data', async () => {
    await open();
    const field = find('task-tools', 'input[type=search]') as HTMLInputElement;
    field.value = 'sea "shell"';
    field.dispatchEvent(new Event('input'));
    tasks.mockResolvedValueOnce({tasks: [], total: 0});
    await vi.waitFor(() => expect(tasks).toHaveBeenCalledTimes(2));
    await quiet();

    expect(asked(1)).toMatchObject({
      filters: {
        conjunction: 'or',
        items: ['prompt', 'answer1', 'tags'].map((column) => ({
          filter: `filter:tasks:data.${column}`,
          operator: 'contains',
          value: 'sea "shell"',
        })),
      },
    });
    expect(location.search).toBe('?search=sea+%22shell%22');
    expect(tab.shadowRoot?.textContent).toContain('No task is like that.');
  });

  it('orders by a column upwards, downwards and no more, and Back undoes it', async () => {
    await open();
    const heads = () => [...(table()?.querySelectorAll('[role=columnheader]') ?? [])];
    const sorts = async () => {
      heads()[2]?.querySelector('button')?.click();
      await quiet();
      return heads()[2]?.getAttribute('aria-sort');
    };

    expect([await sorts(), await sorts(), await sorts()]).toEqual(['ascending', 'descending', 'none']);
    expect([asked(1), asked(2), asked(3)]).toEqual([
      {ordering: ['tasks:data.prompt']},
      {ordering: ['-tasks:data.prompt']},
      {},
    ]);
  });

  it('begins with what its address asks', async () => {
    history.replaceState(null, '', '/projects/7/tasks?filters=["and",["id","greater","5"]]&order=-id');
    await open();

    expect(asked(0)).toEqual({
      filters: {
        conjunction: 'and',
        items: [{filter: 'filter:tasks:id', operator: 'greater', type: 'Number', value: 5}],
      },
      ordering: ['-tasks:id'],
    });
    expect(find('task-tools', 'filter-builder', '.operator')).toBeDefined();
  });

  it('keeps the former tasks and says why, where conditions are refused', async () => {
    await open();
    tasks.mockRejectedValueOnce(new Problem(400, '', 'the column outcome is unknown'));
    navigate('/projects/7/tasks?order=outcome');
    await quiet();

    expect(words('task-tools', '.problem')).toBe('the column outcome is unknown');
    expect(cells(rows()[0])[1]).toBe('Question 1');
  });

  it('remembers which columns are shown', async () => {
    await open();
    const menu = find('task-tools', 'column-menu');
    menu?.dispatchEvent(new ColumnsEvent(['inner_id', 'data.prompt', 'overlap']));
    await quiet();
    const names = () =>
      [...(table()?.querySelectorAll('[role=columnheader]') ?? [])].map(({textContent}) => textContent.trim());
    expect(names()).toEqual(['Selection', 'No.', 'prompt', 'Annotators needed']);

    tab.remove();
    await open();
    expect(names()).toEqual(['Selection', 'No.', 'prompt', 'Annotators needed']);
  });

  it('adds the tasks of files, and shows them', async () => {
    await open();
    const changed = vi.fn();
    tab.addEventListener('project-changed', changed);
    await choose(file('more.csv'));
    expect(words('task-adding', '.added')).toBe('3 tasks were added.');
    expect(changed).toHaveBeenCalledOnce();

    tab.project = {...PROJECT, task_number: COUNT + 3};
    await quiet();
    expect(tasks).toHaveBeenCalledTimes(2);
  });

  it('says why files are refused, and adds nothing', async () => {
    await open();
    importFiles.mockRejectedValueOnce(new Problem(400, '', 'line 3: the row has 4 values'));
    await choose(file('broken.csv'));

    expect(words('task-adding', '.problem')).toContain('line 3: the row has 4 values');
    expect(find('task-adding', 'p > button')).toBeUndefined();
    expect(tasks).toHaveBeenCalledOnce();
  });

  it('sends files again under the same key where no answer came', async () => {
    await open();
    importFiles.mockRejectedValueOnce(down());
    await choose(file('more.csv'));
    find('task-adding', '.problem + p button')?.click();
    await quiet();

    const keys = importFiles.mock.calls.map(([, , how]) => how.key);
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
    expect(words('task-adding', '.added')).toBe('3 tasks were added.');
  });

  it('begins with a file where there are no tasks', async () => {
    tasks.mockResolvedValue({tasks: [], total: 0});
    await open({...PROJECT, task_number: 0});

    expect(find('task-adding', 'details')?.hasAttribute('open')).toBe(true);
    expect(tab.shadowRoot?.textContent).toContain('There are no tasks yet.');
  });

  it('asks again where the list did not come', async () => {
    tasks.mockRejectedValueOnce(down());
    await open();
    expect(find('page-message')?.getAttribute('headline')).toBe('The tasks cannot be shown right now');
    find('page-message button')?.click();
    await quiet();
    expect(cells(rows()[0])[1]).toBe('Question 1');
  });

  it('has no faults that axe finds', async () => {
    await open();
    const {violations} = await axe.run(tab, {rules: {'color-contrast': {enabled: false}, region: {enabled: false}}});

    expect(violations.map(({id, nodes}) => [id, nodes.map(({html}) => html)])).toEqual([]);
  });
});
