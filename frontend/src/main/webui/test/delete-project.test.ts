// @vitest-environment happy-dom
import {afterEach, describe, expect, it, vi} from 'vitest';

import type {Project} from '../src/api.js';
import '../src/elements/delete-project.js';
import type {DeleteProjectElement} from '../src/elements/delete-project.js';
import {ownerApi} from '../src/owner-api.js';
import {Problem, Unreachable} from '../src/requests.js';
import {settle} from './fakes.js';
import {Inside} from './inside.js';

describe('delete-project', () => {
  let section: DeleteProjectElement;

  afterEach(() => {
    section.remove();
    vi.restoreAllMocks();
  });

  const {find, words} = new Inside(() => section);
  const field = () => find('input') as HTMLInputElement;

  async function type(title: string): Promise<void> {
    field().value = title;
    field().dispatchEvent(new Event('input'));
    await settle();
  }

  async function submit(): Promise<void> {
    find('form')?.dispatchEvent(new Event('submit', {cancelable: true}));
    await settle();
    await settle();
  }

  it.each<[Error, string]>([
    [new Problem(403, '', 'Only owners and managers delete projects.'), 'Only owners and managers delete projects.'],
    [new Unreachable('gone'), 'The server is not answering. Nothing was changed.'],
  ])('says at its field why the project stays, until something else is typed', async (failure, why) => {
    vi.spyOn(ownerApi, 'deleteProject').mockRejectedValue(failure);
    section = document.createElement('delete-project');
    section.project = {id: 7, title: 'Songs', task_number: 0, total_annotations_number: 0} as Project;
    document.body.append(section);
    await settle();
    await type('Songs');
    await submit();

    expect(field().getAttribute('aria-invalid')).toBe('true');
    expect(words(`#${field().getAttribute('aria-describedby')}`)).toBe(why);
    expect(section.shadowRoot?.activeElement).toBe(field());
    await type('Song');
    expect(find('.problem')).toBeUndefined();
  });
});
