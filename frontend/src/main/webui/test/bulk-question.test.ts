// @vitest-environment happy-dom
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';

import type {Project} from '../src/api.js';
import '../src/elements/bulk-question.js';
import type {BulkQuestionElement} from '../src/elements/bulk-question.js';
import {laterApi} from '../src/later-api.js';
import {ownerApi} from '../src/owner-api.js';
import {Problem} from '../src/requests.js';
import type {Action} from '../src/task-api.js';
import {settle} from './fakes.js';
import {Inside} from './inside.js';

describe('bulk-question', () => {
  let question: BulkQuestionElement;

  beforeEach(() => {
    const results = [{id: 8, title: 'Prose'}] as Project[];
    vi.spyOn(laterApi, 'projectsTitled').mockResolvedValue({results} as Awaited<
      ReturnType<typeof laterApi.projectsTitled>
    >);
  });

  afterEach(() => {
    question.remove();
    vi.restoreAllMocks();
  });

  async function open(action: Action): Promise<void> {
    question = document.createElement('bulk-question');
    question.projectId = 7;
    question.action = action;
    question.tasks = '1 task';
    question.terms = {selectedItems: {all: false, included: [101]}};
    document.body.append(question);
    await quiet();
  }

  async function quiet(): Promise<void> {
    for (let i = 0; i < 4; i++) await settle();
  }

  const {find, words} = new Inside(() => question);
  const confirm = () => find('.actions .button') as HTMLButtonElement;

  async function enter(overlap: string): Promise<HTMLInputElement> {
    const field = find('input') as HTMLInputElement;
    field.value = overlap;
    field.dispatchEvent(new Event('input'));
    await quiet();
    return field;
  }

  it('says at the field what a number of annotators is', async () => {
    await open('set_overlap');
    const field = await enter('0');

    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(words(`#${field.getAttribute('aria-describedby')}`)).toBe('This is a whole number from 1 to 1,000.');
    expect(confirm().disabled).toBe(true);
    await enter('3');
    expect(find('.problem')).toBeUndefined();
    expect(confirm().disabled).toBe(false);
  });

  it('says at the field why the server refuses the number, until it is another one', async () => {
    const why = 'must be a whole number from 1 to 1000';
    vi.spyOn(ownerApi, 'act').mockRejectedValue(new Problem(400, '', why, undefined, {overlap: why}));
    await open('set_overlap');
    const field = await enter('7');
    find('form')?.dispatchEvent(new Event('submit', {cancelable: true}));
    await quiet();

    expect(words(`#${field.getAttribute('aria-describedby')}`)).toBe(why);
    expect(find('[role=alert]')).toBeUndefined();
    await enter('8');
    expect(find('.problem')).toBeUndefined();
  });

  it('says at the other project why it takes no task, until another one is chosen', async () => {
    const why = 'Task 101 does not fit.';
    const foresee = vi.spyOn(ownerApi, 'foresee').mockRejectedValue(new Problem(400, '', why, undefined, {to: why}));
    await open('copy_tasks');
    const menu = find('project-choice', 'select') as HTMLSelectElement;
    menu.value = '8';
    menu.dispatchEvent(new Event('change'));
    await quiet();
    expect(menu.getAttribute('aria-invalid')).toBe('true');
    expect(words('project-choice', `#${menu.getAttribute('aria-describedby')}`)).toBe(why);
    expect(find('.problem')).toBeUndefined();
    expect(confirm().disabled).toBe(true);

    foresee.mockResolvedValue({processed_items: 1, annotations: 0, skips: 0});
    menu.dispatchEvent(new Event('change'));
    await quiet();
    expect(menu.getAttribute('aria-invalid')).toBe('false');
    expect(find('project-choice', '.problem')).toBeUndefined();
  });
});
