// @vitest-environment happy-dom
import axe from 'axe-core';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';

import {leaveFiles} from '../src/chosen-files.js';
import {FilesChosenEvent} from '../src/elements/file-box.js';
import '../src/elements/new-project-page.js';
import type {NewProjectPageElement} from '../src/elements/new-project-page.js';
import {ownerApi} from '../src/owner-api.js';
import {Problem} from '../src/requests.js';
import {settle} from './fakes.js';
import {Inside} from './inside.js';
import {PREVIEW, PROPOSAL, file} from './new-projects.js';
import {TEMPLATE} from './template.js';

describe('new-project-page', () => {
  let page: NewProjectPageElement;
  const propose = vi.spyOn(ownerApi, 'propose');
  const create = vi.spyOn(ownerApi, 'createProject');
  const importFiles = vi.spyOn(ownerApi, 'importFiles');

  beforeEach(() => {
    const observer = class {
      observe = () => undefined;
      disconnect = () => undefined;
    };
    vi.stubGlobal('IntersectionObserver', observer);
    propose.mockReset().mockResolvedValue(PROPOSAL);
    create.mockReset().mockResolvedValue({id: 7});
    importFiles.mockReset().mockResolvedValue({task_count: 2});
    vi.spyOn(ownerApi, 'preview').mockResolvedValue(PREVIEW);
    vi.spyOn(ownerApi, 'templates').mockResolvedValue([TEMPLATE, {...TEMPLATE, group: 'Reviews', title: 'Other'}]);
  });

  afterEach(() => {
    page.remove();
    vi.unstubAllGlobals();
  });

  async function open(...files: File[]): Promise<void> {
    leaveFiles(files);
    page = document.createElement('new-project-page');
    page.allowed = true;
    document.body.append(page);
    await quiet();
  }

  async function quiet(): Promise<void> {
    for (let i = 0; i < 6; i++) await settle();
  }

  const {find, words} = new Inside(() => page);
  const field = (...path: string[]) => find(...path) as HTMLInputElement | undefined;

  it('asks about tasks that come twice only where several files or a large one were dropped', async () => {
    await open(file('a.csv'));
    expect(find('twin-choice')).toBeUndefined();
    page.remove();
    await open(file('a.csv', 'x'.repeat(1024 * 1024)));
    expect(find('twin-choice')).toBeDefined();
    page.remove();

    await open(file('first.csv'), file('second.csv'));
    expect(words('twin-choice', '.title')).toBe('Tasks that come twice');
    const menu = find('twin-choice', 'select') as HTMLSelectElement;
    menu.value = 'skip';
    menu.dispatchEvent(new Event('change'));
    find('form')?.dispatchEvent(new SubmitEvent('submit', {cancelable: true}));
    await quiet();
    expect(importFiles.mock.calls[0]?.[2].onDuplicate).toBe('skip');
  });

  it('waits for a file', async () => {
    await open();

    expect(words('file-box', '.head')).toBe('Drop a file of prompts and answers here');
    expect(find('form')).toBeUndefined();
  });

  it('shows what a file holds, and its tasks as they will look', async () => {
    await open(file('answers.csv'));

    expect(words('.file')).toBe('answers.csv · CSV · 2 tasks');
    expect(field('#title')?.value).toBe('Answers');
    expect(page.shadowRoot?.activeElement?.id).toBe('title');
    expect(words('[role=status]')).toBe('answers.csv · CSV · 2 tasks');
    const roles = [...(find('column-roles')?.shadowRoot?.querySelectorAll('select') ?? [])].map(({value}) => value);
    expect(roles).toEqual(['', 'prompt', 'answer', 'answer', '']);
    expect(find('tasks-preview')?.shadowRoot?.querySelectorAll('task-view')).toHaveLength(2);
  });

  it('makes the project and goes to its first task', async () => {
    await open(file('answers.csv'));
    (find('form') as HTMLFormElement | undefined)?.requestSubmit();
    await quiet();

    expect(create).toHaveBeenCalledOnce();
    expect(location.pathname).toBe('/projects/7/label');
  });

  it('takes other columns once they can be compared', async () => {
    await open(file('answers.csv'));
    const selects = find('column-roles')?.shadowRoot?.querySelectorAll('select') ?? [];
    const choose = async (at: number, role: string) => {
      const select = selects[at];
      if (!select) throw new Error('there is no such column');
      select.value = role;
      select.dispatchEvent(new Event('change'));
      await quiet();
    };
    await choose(3, '');
    expect(words('column-roles', '.problem')).toBe('Choose a second column of answers.');
    expect(propose).toHaveBeenCalledOnce();
    await choose(0, 'answer');

    expect(propose.mock.calls[1]?.[1]).toEqual({prompts: ['prompt'], answers: ['id', 'answer1']});
  });

  it('shows templates in their groups, and the example of the one that is chosen', async () => {
    await open();
    const gallery = find('template-gallery')?.shadowRoot;
    expect([...(gallery?.querySelectorAll('h3') ?? [])].map(({textContent}) => textContent)).toEqual([
      'Generative AI',
      'Reviews',
    ]);
    gallery?.querySelectorAll<HTMLElement>('li button')[1]?.click();
    await quiet();

    expect(field('#title')?.value).toBe('Other');
    expect(find('tasks-preview')?.shadowRoot?.querySelectorAll('task-view')).toHaveLength(2);
    expect(find('file-box')).toBeDefined();
    (find('form') as HTMLFormElement | undefined)?.requestSubmit();
    await quiet();
    expect(create.mock.calls[0]?.[0]).toMatchObject({title: 'Other', ask_strength: true});
  });

  it('asks which columns hold what a template shows', async () => {
    await open();
    find('template-gallery')?.shadowRoot?.querySelector<HTMLElement>('li button')?.click();
    await quiet();
    find('file-box')?.dispatchEvent(new FilesChosenEvent([file('answers.csv')]));
    await quiet();
    const menus = () => [...(find('column-mapping')?.shadowRoot?.querySelectorAll('select') ?? [])];
    expect(menus().map(({value}) => value)).toEqual(['prompt', 'answer1', 'answer2']);

    const [first] = menus();
    if (!first) throw new Error('there is no menu');
    first.value = '';
    first.dispatchEvent(new Event('change'));
    await quiet();
    expect(words('column-mapping', '.ask')).toBe('Choose a column for each.');
    expect(field('form .button')?.disabled).toBe(true);
  });

  it('asks for the templates again where they did not come', async () => {
    vi.spyOn(ownerApi, 'templates').mockRejectedValueOnce(new Problem(503, '', 'no'));
    await open();
    find('template-gallery')?.shadowRoot?.querySelector<HTMLElement>('[role=alert] button')?.click();
    await quiet();

    expect(find('template-gallery')?.shadowRoot?.querySelectorAll('li')).toHaveLength(2);
  });

  it('says what of the file is wrong', async () => {
    propose.mockRejectedValueOnce(new Problem(400, '', 'line 3: the row has 4 values'));
    await open(file('broken.csv'));

    expect(words('p.problem[role=alert]')).toContain('The import was refused');
    expect(words('p.problem[role=alert]')).toContain('line 3: the row has 4 values');
    expect(find('file-box')).toBeDefined();
  });

  it('takes what is pasted, but not into a field', async () => {
    await open();
    const paste = (target: EventTarget, text: string) => {
      const event = new Event('paste', {bubbles: true, composed: true});
      target.dispatchEvent(Object.assign(event, {clipboardData: {files: [], getData: () => text}}));
    };
    paste(document.body, 'A secret');
    await quiet();
    expect(propose).not.toHaveBeenCalled();
    paste(document.body, 'prompt\tanswer1\tanswer2\np\ta\tb');
    await quiet();
    expect(propose.mock.calls[0]?.[0]).toMatchObject({name: 'pasted.tsv'});

    paste(find('#title') ?? page, 'A title\nin two lines');
    paste(document.body, 'prompt\tanswer1\nanother');
    await quiet();
    expect(propose).toHaveBeenCalledOnce();
  });

  it('takes what is dropped anywhere', async () => {
    await open();
    const drag = (type: string) =>
      window.dispatchEvent(
        Object.assign(new Event(type, {cancelable: true}), {
          dataTransfer: {types: ['Files'], files: [file('answers.csv')]},
        }),
      );
    drag('dragenter');
    await quiet();
    expect(find('file-box')?.hasAttribute('over')).toBe(true);
    drag('drop');
    await quiet();

    expect(words('.file')).toBe('answers.csv · CSV · 2 tasks');
  });

  it('sends a person to the log-in whose session has ended', async () => {
    const asked = vi.fn();
    document.body.addEventListener('logged-out', asked, {once: true});
    propose.mockRejectedValueOnce(new Problem(401, '', 'who are you?'));
    await open(file('answers.csv'));

    expect(asked).toHaveBeenCalledOnce();
  });

  it('asks for a title that a project may have', async () => {
    await open(file('a.csv'));
    (find('form') as HTMLFormElement | undefined)?.requestSubmit();
    await quiet();

    expect(words('#title-problem')).toBe('A title has three characters at least.');
    expect(create).not.toHaveBeenCalled();
  });

  it('is not for annotators', async () => {
    leaveFiles([file('answers.csv')]);
    page = document.createElement('new-project-page');
    document.body.append(page);
    await quiet();

    expect(find('page-message')?.getAttribute('headline')).toBe('This page is not for you');
    expect(propose).not.toHaveBeenCalled();
  });

  it('has no faults that axe finds', async () => {
    await open(file('answers.csv'));
    const {violations} = await axe.run(page, {rules: {'color-contrast': {enabled: false}, region: {enabled: false}}});

    expect(violations.map(({id, nodes}) => [id, nodes.map(({html}) => html)])).toEqual([]);
  });
});
