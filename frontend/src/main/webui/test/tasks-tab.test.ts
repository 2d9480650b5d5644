// @vitest-environment happy-dom
import axe from 'axe-core';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';

import {type Project, api} from '../src/api.js';
import {ColumnsEvent} from '../src/elements/column-menu.js';
import {FilesChosenEvent} from '../src/elements/file-box.js';
import '../src/elements/tasks-tab.js';
import type {TasksTabElement} from '../src/elements/tasks-tab.js';
import {laterApi} from '../src/later-api.js';
import type {StoredView} from '../src/model/task-views.js';
import {ownerApi} from '../src/owner-api.js';
import type {ListedTask} from '../src/task-api.js';
import {Problem} from '../src/requests.js';
import {navigate} from '../src/navigation.js';
import {down, eventually, pressKey, settle} from './fakes.js';
import {Inside} from './inside.js';
import {PREVIEW, PROPOSAL, file} from './new-projects.js';

const COUNT = 250;
const PROGRESS = {rows_read: 0, rows_stored: 0, bytes_read: 0, bytes_total: 0, seconds: 0};
const PROJECT = {id: 7, title: 'Poems', task_number: COUNT} as Project;

function task(number: number): ListedTask {
  const data = {prompt: `Question ${number}`, answer1: 'x'.repeat(300), tags: ['a']};
  return {
    id: 100 + number,
    inner_id: number,
    data,
    overlap: 2,
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
    vi.spyOn(api, 'imageSources').mockResolvedValue([]);
    vi.spyOn(ownerApi, 'total').mockResolvedValue(COUNT);
    vi.spyOn(ownerApi, 'accounts').mockResolvedValue([]);
    vi.spyOn(ownerApi, 'firstTasks').mockResolvedValue([task(1).data]);
    vi.spyOn(ownerApi, 'views').mockRejectedValue(new Problem(404, '', 'no'));
    importFiles.mockReset().mockResolvedValue({task_count: 3});
    vi.spyOn(ownerApi, 'propose').mockResolvedValue(PROPOSAL);
    vi.spyOn(ownerApi, 'preview').mockReset().mockResolvedValue(PREVIEW);
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

  async function add(...files: File[]): Promise<void> {
    await choose(...files);
    find('task-adding', '.checked .button')?.click();
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

  async function faults(): Promise<unknown[]> {
    const {violations} = await axe.run(tab, {rules: {'color-contrast': {enabled: false}, region: {enabled: false}}});
    return violations.map(({id, nodes}) => [id, nodes.map(({html}) => html)]);
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
    await eventually(() => expect(cells(rows().at(-1))[1]).toBe('Question 250'));
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

  it('finds a text in any value of the data', async () => {
    await open();
    const field = find('task-tools', 'input[type=search]') as HTMLInputElement;
    field.value = 'sea "shell"';
    field.dispatchEvent(new Event('input'));
    tasks.mockResolvedValueOnce({tasks: [], total: 0});
    await eventually(() => expect(tasks).toHaveBeenCalledTimes(2));
    await quiet();

    expect(asked(1)).toEqual({search: 'sea "shell"'});
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

  describe('with a task open', () => {
    const full = vi.spyOn(ownerApi, 'task');
    const panel = () => find('task-panel')?.shadowRoot;

    beforeEach(() => {
      full.mockReset().mockImplementation((id) =>
        Promise.resolve({
          ...task(id - 100),
          annotations: [
            {
              id: 1,
              result: [{from_name: 'pair', value: {selected: 'left', strength: 3}}],
              completed_by: {id: 5, first_name: 'Pat', last_name: 'One', email: 'one@example.org'},
              was_cancelled: false,
              created_at: '2026-01-01T10:00:00Z',
              updated_at: '2026-01-01T10:00:00Z',
              lead_time: 12.5,
            },
            {
              id: 2,
              result: [],
              completed_by: 99,
              was_cancelled: true,
              skip_reason: 'No <b>idea</b>.',
              created_at: '2026-01-01T10:00:00Z',
              updated_at: '2026-01-02T10:00:00Z',
              lead_time: null,
            },
          ],
          predictions: [{id: 1, result: [], model_version: 'm-1', score: 0.25, created_at: '2026-01-01T10:00:00Z'}],
        }),
      );
    });

    const said = () =>
      [...(panel()?.querySelectorAll('task-said') ?? [])].map(
        (one) => one.shadowRoot?.textContent.replace(/\s+/g, ' ').trim() ?? '',
      );

    it('shows what everybody said of it', async () => {
      history.replaceState(null, '', '/projects/7/tasks/102');
      await open();

      expect(words('task-panel', 'h2')).toBe('Task 2');
      const [first, second, third] = said();
      expect(first).toContain('Pat One');
      expect(first).toContain('Answer 1 is much better');
      expect(first).toContain('Strength 3 (much better) · Took 12.5 sec');
      expect(second).toContain('Account 99');
      expect(second).toContain('Skipped No <b>idea</b>.');
      expect(third).toContain('m-1');
      expect(third).toContain('Score 0.25');
    });

    it('goes on to the next one, and Escape leads back to the list', async () => {
      await open();
      await press('Enter');
      expect(location.pathname).toBe('/projects/7/tasks/101');
      const next = () => panel()?.querySelector<HTMLElement>('[aria-label="Next task"]');
      expect(panel()?.querySelector('[aria-label="Previous task"]')?.getAttribute('aria-disabled')).toBe('true');
      next()?.click();
      await quiet();
      expect([location.pathname, words('task-panel', 'h2')]).toEqual(['/projects/7/tasks/102', 'Task 2']);

      const back = vi.spyOn(history, 'back').mockImplementation(() => navigate('/projects/7/tasks', 'replace'));
      pressKey(() => panel()?.querySelector('dialog') ?? tab, 'Escape');
      await quiet();
      expect(back).toHaveBeenCalledOnce();
      expect([location.pathname, panel()]).toEqual(['/projects/7/tasks', undefined]);
    });

    it('says that there is no such task', async () => {
      full.mockRejectedValue(new Problem(404, '', 'no'));
      history.replaceState(null, '', '/projects/7/tasks/999');
      await open();

      expect(words('task-panel', '[role=alert]')).toContain('There is no such task.');
    });

    it('has no faults that axe finds', async () => {
      history.replaceState(null, '', '/projects/7/tasks/102');
      await open();
      expect(await faults()).toEqual([]);
    });
  });

  describe('with tasks selected', () => {
    const act = vi.spyOn(ownerApi, 'act');
    const foresee = vi.spyOn(ownerApi, 'foresee');
    const undo = vi.spyOn(ownerApi, 'undo');
    const bar = () => find('bulk-bar')?.shadowRoot;
    const question = () => find('bulk-bar', 'bulk-question')?.shadowRoot;
    const confirm = () => question()?.querySelector<HTMLButtonElement>('.actions .button');
    const anyKey: unknown = expect.any(String);
    const button = (name: string) =>
      [...(bar()?.querySelectorAll('button') ?? [])].find(({textContent}) => textContent.trim().startsWith(name));

    beforeEach(() => {
      act.mockReset().mockResolvedValue({processed_items: 2, undo: null});
      foresee.mockReset().mockResolvedValue({processed_items: 1, annotations: 1, skips: 2});
      undo.mockReset().mockResolvedValue({processed_items: 2, left_items: 1});
    });

    async function click(name: string): Promise<void> {
      button(name)?.click();
      await quiet();
    }

    async function submit(): Promise<void> {
      question()
        ?.querySelector('form')
        ?.dispatchEvent(new Event('submit', {cancelable: true}));
      await quiet();
    }

    it('deletes them once somebody has said yes to how many they are', async () => {
      await open();
      await press(' ');
      await press('ArrowDown');
      await press(' ');
      expect(words('bulk-bar', '.count')).toBe('2 tasks selected');
      await click('Delete tasks');
      expect(words('bulk-bar', 'bulk-question', 'dialog p')).toContain(
        'This deletes 2 tasks for good, with their judgements.',
      );
      expect(act).not.toHaveBeenCalled();
      await submit();

      expect(act).toHaveBeenCalledExactlyOnceWith(
        7,
        'delete_tasks',
        {selectedItems: {all: false, included: [101, 102]}},
        anyKey,
      );
      expect(words('bulk-bar', '.done')).toBe('2 tasks were deleted.');
      expect(bar()?.querySelector('.bar')).toBeNull();
    });

    it('does it to all that the list asks for, but to those that are not selected any more', async () => {
      history.replaceState(null, '', '/projects/7/tasks?order=-id');
      await open();
      await press(' ');
      await click('Select all');
      await press(' ');
      expect(words('bulk-bar', '.count')).toBe('249 tasks selected');
      await click('Set annotators');
      const field = question()?.querySelector('input');
      if (field) field.value = '3';
      field?.dispatchEvent(new Event('input'));
      await submit();

      expect(act).toHaveBeenCalledExactlyOnceWith(
        7,
        'set_overlap',
        {ordering: ['-tasks:id'], selectedItems: {all: true, excluded: [101]}, overlap: 3},
        anyKey,
      );
      expect(foresee).not.toHaveBeenCalled();
    });

    it('undoes what was done, and says what stays', async () => {
      act.mockResolvedValue({processed_items: 3, undo: '12'});
      await open();
      await press(' ');
      await click('Set annotators');
      await submit();
      expect(bar()?.activeElement?.textContent).toBe('3 tasks were changed.');
      await click('Undo');

      expect(undo).toHaveBeenCalledExactlyOnceWith(7, '12');
      expect(words('bulk-bar', '.done')).toBe(
        'It is undone for 2 tasks. 1 task stays, because somebody has worked there since.',
      );
      expect(button('Undo')).toBeUndefined();
    });

    it('offers no undo where there is none, and one until something else is done', async () => {
      act.mockResolvedValueOnce({processed_items: 3, undo: '12'});
      await open();
      await press(' ');
      await click('Set annotators');
      await submit();
      await press(' ');
      await click('Delete tasks');
      expect(button('Undo')).toBeDefined();
      await submit();

      expect(button('Undo')).toBeUndefined();
    });

    it('counts the skips before they are withdrawn', async () => {
      await open();
      await press(' ');
      await click('Ask again');
      expect(words('bulk-bar', 'bulk-question', '.count')).toBe('These are 2 skips.');
      await submit();

      expect(act.mock.calls[0]?.[1]).toBe('requeue');
      expect(words('bulk-bar', '.done')).toBe('2 skips were withdrawn.');
    });

    it('withdraws nothing where nobody has skipped', async () => {
      foresee.mockResolvedValue({processed_items: 1, annotations: 5, skips: 0});
      await open();
      await press(' ');
      await click('Ask again');

      expect(confirm()?.disabled).toBe(true);
      await submit();
      expect(act).not.toHaveBeenCalled();
    });

    describe('for another project', () => {
      const projects = vi.spyOn(laterApi, 'projectsTitled');

      beforeEach(() => {
        const results = [PROJECT, {id: 8, title: 'Prose'}, {id: 9, title: 'Songs'}] as Project[];
        projects.mockReset().mockResolvedValue({results} as Awaited<ReturnType<typeof laterApi.projectsTitled>>);
      });

      async function chooseProject(id: number): Promise<void> {
        const choice = question()?.querySelector('project-choice')?.shadowRoot;
        expect([...(choice?.querySelectorAll('option') ?? [])].map(({textContent}) => textContent.trim())).toEqual([
          'Choose a project',
          'Prose (8)',
          'Songs (9)',
        ]);
        const select = choice?.querySelector('select');
        if (select) select.value = `${id}`;
        select?.dispatchEvent(new Event('change'));
        await quiet();
      }

      it('moves them there once it was said what is withdrawn', async () => {
        await open();
        await press(' ');
        await click('Move to a project');
        expect(confirm()?.disabled).toBe(true);
        await chooseProject(9);
        expect(words('bulk-bar', 'bulk-question', '.count')).toContain('1 judgement and 2 skips will be withdrawn');
        await submit();

        expect(act).toHaveBeenCalledExactlyOnceWith(
          7,
          'move_tasks',
          {selectedItems: {all: false, included: [101]}, to: 9},
          anyKey,
        );
      });

      it('says which task does not fit, and copies nothing', async () => {
        foresee.mockRejectedValue(new Problem(400, '', 'Task 101 does not fit'));
        await open();
        await press(' ');
        await click('Copy to a project');
        await chooseProject(8);

        expect(words('bulk-bar', 'bulk-question', '.problem')).toBe('Task 101 does not fit');
        expect(confirm()?.disabled).toBe(true);
      });

      it('goes on with the same action after a failure, and not where another project was chosen', async () => {
        act.mockRejectedValueOnce(new Problem(503, '', 'later'));
        await open();
        await press(' ');
        await click('Copy to a project');
        await chooseProject(8);
        await submit();
        await submit();
        const keys = act.mock.calls.map((call) => call[3]);
        expect(keys).toHaveLength(2);
        expect(keys[0]).toBe(keys[1]);
      });

      it('has no faults that axe finds', async () => {
        await open();
        await press(' ');
        await click('Move to a project');
        expect(await faults()).toEqual([]);
      });
    });

    it('removes nothing where there are no duplicates', async () => {
      foresee.mockResolvedValue({processed_items: 0, annotations: 0, skips: 0});
      await open();
      await press(' ');
      await click('Remove duplicates');

      expect(words('bulk-bar', 'bulk-question', '.count')).toBe('No task would be deleted.');
      expect(confirm()?.disabled).toBe(true);
    });

    it('counts duplicates before anybody says yes', async () => {
      foresee.mockResolvedValue({processed_items: 4, annotations: 0, skips: 0});
      await open();
      await press(' ');
      await click('Select all');
      await click('Remove duplicates');
      expect(words('bulk-bar', 'bulk-question', '.count')).toBe('4 tasks would be deleted.');
      act.mockResolvedValueOnce({processed_items: 4, undo: null});
      await submit();

      const terms = {selectedItems: {all: true, excluded: []}};
      expect(act).toHaveBeenCalledExactlyOnceWith(7, 'remove_duplicates', terms, anyKey);
      expect(words('bulk-bar', '.done')).toBe('4 tasks were removed.');
    });

    it('says why it was refused, and keeps the selection', async () => {
      act.mockRejectedValue(new Problem(409, '', 'an import is under way'));
      await open();
      await press(' ');
      await click('Delete judgements');
      await submit();

      expect(words('bulk-bar', 'bulk-question', '.problem')).toBe('an import is under way');
      expect(words('bulk-bar', '.count')).toBe('1 task selected');
    });
  });

  describe('with saved views', () => {
    const views = vi.spyOn(ownerApi, 'views');
    const view: StoredView = {
      id: 3,
      project: 7,
      data: {
        title: 'Long ones',
        filters: {
          conjunction: 'and',
          items: [{filter: 'filter:tasks:data.prompt', operator: 'contains', type: 'String', value: 'why'}],
        },
        ordering: ['-tasks:id'],
      },
    };
    const tabs = () => find('view-tabs')?.shadowRoot;
    const links = () => [...(tabs()?.querySelectorAll('a') ?? [])];

    beforeEach(() => {
      views.mockReset().mockResolvedValue([view]);
    });

    it('shows them as tabs whose addresses say what they ask', async () => {
      await open();
      expect(links().map(({textContent}) => textContent)).toEqual(['All tasks', 'Long ones']);
      expect(links()[0]?.getAttribute('aria-current')).toBe('page');
      navigate(links()[1]?.getAttribute('href') ?? '');
      await quiet();

      expect(asked(1)).toMatchObject({ordering: ['-tasks:id'], filters: {items: [{value: 'why'}]}});
      expect(links()[1]?.getAttribute('aria-current')).toBe('page');
    });

    it('saves what is looked at under a name', async () => {
      const save = vi
        .spyOn(ownerApi, 'saveView')
        .mockImplementation((project, data) => Promise.resolve({id: 4, project, data}));
      history.replaceState(null, '', '/projects/7/tasks?order=-id');
      await open();
      tabs()?.querySelector<HTMLElement>('.actions button')?.click();
      await quiet();
      const field = tabs()?.querySelector('input');
      if (field) field.value = ' Newest ';
      tabs()
        ?.querySelector('form')
        ?.dispatchEvent(new Event('submit', {cancelable: true}));
      await quiet();

      expect(save.mock.calls[0]?.[1]).toMatchObject({title: 'Newest', ordering: ['-tasks:id']});
      expect(location.search).toContain('view=4');
      expect(links().map(({textContent}) => textContent)).toEqual(['All tasks', 'Long ones', 'Newest']);
    });

    it('lives without them where the server has none', async () => {
      views.mockRejectedValue(new Problem(404, '', 'no'));
      await open();

      expect(find('view-tabs')?.hidden).toBe(true);
      expect(rows().length).toBeGreaterThan(10);
    });
  });

  it('filters once a condition is complete', async () => {
    await open();
    find('task-tools', '[aria-expanded]')?.click();
    await quiet();
    const builder = () => find('task-tools', 'filter-builder')?.shadowRoot;
    const choose = (selector: string, value: string) => {
      const menu = builder()?.querySelector<HTMLSelectElement>(selector);
      if (menu) menu.value = value;
      menu?.dispatchEvent(new Event('change'));
    };
    choose('.column', 'total_annotations');
    await quiet();
    choose('.operator', 'greater');
    await quiet();
    expect(tasks).toHaveBeenCalledOnce();

    const field = builder()?.querySelector('filter-value')?.shadowRoot?.querySelector('input');
    if (field) field.value = '1';
    field?.dispatchEvent(new Event('change'));
    await quiet();
    expect(asked(1)).toMatchObject({
      filters: {items: [{filter: 'filter:tasks:total_annotations', operator: 'greater', type: 'Number', value: 1}]},
    });
    expect(await faults()).toEqual([]);

    builder()?.querySelector<HTMLElement>('li > button')?.click();
    await quiet();
    expect(asked(2)).toEqual({});
  });

  it('adds the tasks of files, and shows them', async () => {
    await open();
    const changed = vi.fn();
    tab.addEventListener('project-changed', changed);
    await add(file('more.csv'));
    expect(words('task-adding', 'import-outcome', '.added')).toBe('3 tasks were added.');
    expect(changed).toHaveBeenCalledOnce();

    tab.project = {...PROJECT, task_number: COUNT + 3};
    await quiet();
    expect(tasks).toHaveBeenCalledTimes(2);
  });

  it('shows what a file holds before it is added, and says what the configuration needs and the file lacks', async () => {
    const needs = {required_data_columns: ['prompt', 'reply', 'answer2'], label_config: '<View/>'};
    await open({...PROJECT, ...needs});
    await choose(file('more.csv'));
    const preview = vi.mocked(ownerApi.preview);
    const button = () => find('task-adding', '.checked .button') as HTMLButtonElement;

    expect(words('task-adding', '.file')).toBe('more.csv · CSV · 2 tasks');
    expect(words('task-adding', '.lacking')).toContain('The labeling configuration shows “reply”.');
    expect(button().disabled).toBe(true);
    expect(preview).not.toHaveBeenCalled();

    const [, reply] = find('task-adding', 'column-mapping')?.shadowRoot?.querySelectorAll('select') ?? [];
    if (!reply) throw new Error('nothing asks for the column');
    reply.value = 'answer1';
    reply.dispatchEvent(new Event('change'));
    await quiet();
    expect(words('task-adding', '.lacking')).toBeUndefined();
    expect(preview.mock.calls[0]?.[1][0]).toEqual({id: '1', prompt: 'Why?', answer2: 'No, why?', reply: 'Because.'});
    expect(find('task-adding', 'tasks-preview')).toBeDefined();
    expect(await faults()).toEqual([]);

    button().click();
    await quiet();
    expect([...(importFiles.mock.calls[0]?.[2].columns ?? [])]).toEqual([['reply', 'answer1']]);
  });

  it('warns of columns that not every row has, and takes another file instead', async () => {
    const needs = {required_data_columns: ['note'], label_config: '<View/>'};
    await open({...PROJECT, ...needs});
    await choose(file('more.csv'));
    expect(words('task-adding', '.gaps')).toContain('Not every row has a value for “note”.');

    find('task-adding', '.checked .quiet')?.click();
    await quiet();
    expect(find('task-adding', 'file-box')).toBeDefined();
    expect(importFiles).not.toHaveBeenCalled();
  });

  it('imports the right rows of a file that cannot be shown', async () => {
    vi.mocked(ownerApi.propose).mockRejectedValue(new Problem(400, '', 'line 3: the row has 4 values'));
    await open();
    await choose(file('broken.csv'));
    expect(words('task-adding', '.problem')).toContain('line 3: the row has 4 values');
    find('task-adding', 'details p > button')?.click();
    await quiet();

    expect(importFiles.mock.calls.map(([, , {leaveOut}]) => leaveOut)).toEqual([true]);
    expect(words('task-adding', 'import-outcome', '.added')).toBe('3 tasks were added.');
  });

  it('says why files are refused, and adds nothing', async () => {
    await open();
    importFiles.mockRejectedValueOnce(new Problem(400, '', 'line 3: the row has 4 values'));
    await add(file('broken.csv'));

    expect(words('task-adding', '.problem')).toContain('line 3: the row has 4 values');
    expect(words('task-adding', 'p > button')).toBe('Import the rows that are right');
    expect(tasks).toHaveBeenCalledOnce();
  });

  it('imports the other rows, and gives those back that are wrong', async () => {
    await open();
    importFiles.mockRejectedValueOnce(new Problem(400, '', 'line 3: the row has 4 values'));
    await add(file('broken.csv'));
    const url = '/api/projects/7/imports/1/refused/0';
    importFiles.mockResolvedValueOnce({
      task_count: 5,
      duplicates_skipped: 1,
      refused: {
        count: 12,
        rows: Array.from({length: 12}, (_, at) => ({file: '<b>.csv', line: at + 3, error: '<img src=x> is wrong'})),
        files: [{name: '<b>.refused.csv', count: 12, url}],
      },
    });
    find('task-adding', 'p > button')?.click();
    await quiet();

    const terms = importFiles.mock.calls.map(([, , how]) => how);
    expect(terms.map(({leaveOut}) => leaveOut)).toEqual([false, true]);
    expect(new Set(terms.map(({key}) => key)).size).toBe(2);
    expect(words('task-adding', 'import-outcome', '.added')).toBe('5 tasks were added.');
    expect(words('task-adding', 'import-outcome', '.skipped')).toBe('1 task was there already and left out.');
    expect(words('task-adding', 'import-outcome', '.refused')).toBe('12 rows could not be imported and were left out:');
    expect(words('task-adding', 'import-outcome', 'li')).toBe('Line 3 of <b>.csv: <img src=x> is wrong');
    expect(words('task-adding', 'import-outcome', 'li:last-child')).toBe('and 2 more');
    const link = find('task-adding', 'import-outcome', 'a');
    expect([link?.getAttribute('href'), link?.getAttribute('download')]).toEqual([url, '<b>.refused.csv']);
    expect(await faults()).toEqual([]);
  });

  it('leaves out tasks that are there already if the person says so', async () => {
    await open();
    await choose(file('more.csv'));
    const menu = find('task-adding', 'twin-choice', 'select') as HTMLSelectElement;
    menu.value = 'skip';
    menu.dispatchEvent(new Event('change'));
    find('task-adding', '.checked .button')?.click();
    await quiet();

    expect(importFiles.mock.calls[0]?.[2].onDuplicate).toBe('skip');
  });

  it('cancels an import, and says how it ended', async () => {
    await open();
    const cancel = vi.spyOn(ownerApi, 'cancelImport');
    importFiles.mockImplementationOnce(
      (_, __, {signal}) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
        }),
    );
    cancel.mockResolvedValueOnce({...PROGRESS, state: 'cancelled'});
    await add(file('more.csv'));
    expect(words('task-adding', '.running button')).toBe('Cancel');
    find('task-adding', '.running button')?.click();
    await quiet();

    expect(words('task-adding', 'p')).toBe('The import was cancelled. Nothing of it is stored.');
    expect(tasks).toHaveBeenCalledOnce();
  });

  it('sends files again under the same key where no answer came', async () => {
    await open();
    importFiles.mockRejectedValueOnce(down());
    await add(file('more.csv'));
    find('task-adding', '.problem + p button')?.click();
    await quiet();

    const keys = importFiles.mock.calls.map(([, , how]) => how.key);
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
    expect(words('task-adding', 'import-outcome', '.added')).toBe('3 tasks were added.');
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
    expect(await faults()).toEqual([]);
  });
});
