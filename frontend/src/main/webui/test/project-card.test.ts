// @vitest-environment happy-dom
import {afterEach, beforeEach, expect, it} from 'vitest';

import type {Project} from '../src/api.js';
import '../src/elements/project-card.js';
import type {ProjectCardElement} from '../src/elements/project-card.js';

const PROJECT: Project = {
  id: 7,
  title: 'Poems',
  description: null,
  expert_instruction: null,
  task_number: 10,
  finished_task_number: 3,
  total_annotations_number: null,
  label_config_warnings: [],
};

let card: ProjectCardElement;

beforeEach(() => {
  card = document.createElement('project-card');
  document.body.append(card);
});

afterEach(() => card.remove());

async function show(changes: Partial<Project>): Promise<void> {
  card.project = {...PROJECT, ...changes};
  await card.updateComplete;
}

const found = (selector: string) => card.shadowRoot?.querySelector(selector) ?? undefined;

it('names the project and leads to its labeling page', async () => {
  await show({description: 'Short ones'});

  expect(found('h2')?.textContent).toBe('Poems');
  expect(found('p')?.textContent).toBe('Short ones');
  expect(found('a')?.getAttribute('aria-label')).toBe('Label Poems');
  expect(found('a')?.getAttribute('href')).toBe('/projects/7/label');
});

it('says when somebody last judged, as far as the server tells', async () => {
  card.exports = true;
  await show({judged_at: new Date(Date.now() - 5 * 60_000).toISOString(), total_annotations_number: 4});
  expect(found('.counts')?.textContent.replace(/\s+/g, ' ').trim()).toBe(
    '7 tasks left · 4 judgements · judged 5 minutes ago',
  );
  expect(found('time')?.getAttribute('title')).toMatch(/\d:\d\d/);

  await show({judged_at: null});
  expect(found('time')).toBeUndefined();
});

it('calls a project without a title by its number', async () => {
  await show({title: ''});

  expect(found('h2')?.textContent).toBe('Project 7');
  expect(found('a')?.getAttribute('aria-label')).toBe('Label Project 7');
  expect(found('p')).toBeUndefined();
});

it.each([
  [10, 3, false],
  [10, 10, true],
  [0, 0, true],
  [null, null, true],
])('of %s tasks with %s finished holds the link back: %s', async (task_number, finished_task_number, spent) => {
  await show({task_number, finished_task_number});

  expect(found('a')?.classList.contains('spent')).toBe(spent);
});

it('shows progress where there are tasks, and says so where there are none', async () => {
  await show({});
  expect(found('progress-meter')).toMatchObject({finished: 3, total: 10});

  await show({task_number: 0});
  expect(found('progress-meter')).toBeUndefined();
  expect(found('.none')?.textContent).toBe('No tasks yet');
});

it('tells what is not understood of the labeling configuration', async () => {
  await show({label_config_warnings: ['Poem "p" (line 3) is a tag that Prefstream does not know']});
  expect(found('summary')?.textContent).toContain('1 warning');
  expect(found('details li')?.textContent).toContain('Poem "p" (line 3)');

  await show({label_config_warnings: []});
  expect(found('details')).toBeUndefined();
});

it('leads those who manage it to its overview', async () => {
  await show({});
  expect(found('h2 a')).toBeUndefined();

  card.exports = true;
  await card.updateComplete;
  expect(found('h2 a')?.getAttribute('href')).toBe('/projects/7/overview');
});
