// @vitest-environment happy-dom
import {afterEach, beforeEach, expect, it} from 'vitest';

import type {Content} from '../src/api.js';
import '../src/elements/shown-content.js';
import type {ShownContentElement} from '../src/elements/shown-content.js';
import {speakerOf, wordsOf} from '../src/model/content.js';

const CONVERSATION: Content = {
  messages: [
    {role: 'user', content: 'My order is late.', name: 'Customer'},
    {role: 'assistant', content: '', tool_calls: [{function: {name: 'find'}}]},
    {role: 'tool', content: 'Number 7'},
  ],
};

let shown: ShownContentElement;

beforeEach(() => {
  shown = document.createElement('shown-content');
  document.body.append(shown);
});

afterEach(() => shown.remove());

it('shows a text as it is', async () => {
  shown.content = {text: 'Some <b>text</b>'};
  await shown.updateComplete;

  expect(shown.shadowRoot?.querySelector('prose-text')?.text).toBe('Some <b>text</b>');
  expect(shown.shadowRoot?.querySelector('ol')).toBeNull();
});

it('shows each turn of a conversation with its speaker and its tool calls', async () => {
  shown.content = CONVERSATION;
  await shown.updateComplete;

  const turns = [...(shown.shadowRoot?.querySelectorAll('li') ?? [])];
  expect(turns.map((turn) => turn.querySelector('.speaker')?.textContent)).toEqual([
    'Customer (User)',
    'Assistant',
    'Tool',
  ]);
  expect(turns[0]?.querySelector('prose-text')?.text).toBe('My order is late.');
  expect(turns[1]?.querySelector('prose-text')).toBeNull();
  expect(turns[1]?.querySelector('pre')?.textContent).toContain('"find"');
});

it('knows all words of what is shown', () => {
  expect(wordsOf({text: 'a'})).toBe('a');
  expect(wordsOf(CONVERSATION)).toContain('My order is late.');
  expect(wordsOf(CONVERSATION)).toContain('"find"');
  expect(speakerOf({role: 'system', content: ''})).toBe('System');
});
