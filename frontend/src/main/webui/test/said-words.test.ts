// @vitest-environment happy-dom
import {afterEach, beforeEach, expect, it} from 'vitest';

import '../src/elements/said-words.js';
import type {SaidWordsElement} from '../src/elements/said-words.js';
import type {Phase} from '../src/model/phase.js';

let said: SaidWordsElement;

beforeEach(() => {
  said = document.createElement('said-words');
  document.body.append(said);
});

afterEach(() => said.remove());

async function words(): Promise<string | undefined> {
  await said.updateComplete;
  return said.shadowRoot?.querySelector('[role=status]')?.textContent;
}

async function show(...phases: Phase[]): Promise<string | undefined> {
  for (const phase of phases) {
    said.phase = phase;
    await said.updateComplete;
  }
  return words();
}

const judging = (number: number) => ({kind: 'judging', task: {inner_id: number}}) as Phase;

it('says behind a verdict that nothing is left, so that both are heard', async () => {
  await show(judging(7));
  said.say('You said: tie.');
  said.phase = {kind: 'done'};

  expect(await words()).toBe('You said: tie. All done for now.');
});

it('says alone what comes later, and the same thing once', async () => {
  await show(judging(7));
  said.say('You said: tie.');

  expect(await show({kind: 'loading'})).toBe('You said: tie.');
  expect(await show({kind: 'waiting'})).toBe('Waiting for the server.');
  said.say('You stayed here.');
  expect(await show({kind: 'loading'}, {kind: 'waiting'})).toBe('You stayed here.');
});

it('says that there is a task again, with its number', async () => {
  expect(await show(judging(7), {kind: 'done'}, {kind: 'loading'}, judging(8))).toBe(
    'There is a task again. Now at number 8.',
  );
  expect(await show({kind: 'unavailable', reason: 'The project is gone.'})).toBe(
    'Nothing to label here. The project is gone.',
  );
});

it('says nothing of what a page opens with, nor from task to task', async () => {
  expect(await show({kind: 'loading'}, judging(7), judging(8))).toBe('');
});
