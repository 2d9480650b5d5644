// @vitest-environment happy-dom
import {afterEach, beforeEach, expect, it} from 'vitest';

import type {Content} from '../src/api.js';
import '../src/elements/shown-content.js';
import type {ShownContentElement} from '../src/elements/shown-content.js';
import {speakerOf, wordsOf} from '../src/model/content.js';
import {prettyJson} from '../src/model/pretty-json.js';

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

const CALLS: Content = {
  messages: [
    {role: 'system', content: 'Be *brief*.'},
    {
      role: 'assistant',
      content: 'I look.',
      tool_calls: [
        {id: 'c1', type: 'function', function: {name: 'find', arguments: '{"id":1.0,"of":[12345678901234567890]}'}},
      ],
    },
    {role: 'tool', content: '{"found":[]}', tool_call_id: 'c1'},
    {role: 'assistant', content: '', tool_calls: [{name: 'stop', arguments: 'now'}, {odd: 1}]},
  ],
};

async function turns(content: Content, raw = false): Promise<Element[]> {
  shown.content = content;
  shown.raw = raw;
  await shown.updateComplete;
  return [...(shown.shadowRoot?.querySelectorAll('li') ?? [])];
}

it('folds a system message', async () => {
  const [system] = await turns(CALLS);

  expect(system?.querySelector('summary')?.textContent).toBe('System message');
  expect(system?.querySelector('details')?.open).toBe(false);
  expect(system?.querySelector('prose-text')?.text).toBe('Be *brief*.');
});

it('names the tool that is called, and spells its arguments as the dataset does', async () => {
  const [, call] = await turns(CALLS);

  expect(call?.querySelector('summary')?.textContent).toBe('Tool call: find');
  expect(call?.querySelector('details')?.open).toBe(false);
  expect(call?.querySelector('pre')?.textContent).toBe('{\n  "id": 1.0,\n  "of": [\n    12345678901234567890\n  ]\n}');
});

it('unfolds calls that are all that a turn says', async () => {
  const [, , , calls] = await turns(CALLS);

  expect([...(calls?.querySelectorAll('details') ?? [])].map((details) => details.open)).toEqual([true, true]);
  expect([...(calls?.querySelectorAll('pre') ?? [])].map((pre) => pre.textContent)).toEqual([
    'now',
    '{\n  "odd": 1\n}',
  ]);
});

it('says of which tool something is the result, and shows it word for word', async () => {
  const [, , result] = await turns(CALLS);

  expect(result?.querySelector('.result')?.textContent).toBe('Result of find');
  expect(result?.querySelector('prose-text')).toMatchObject({raw: true, text: '{\n  "found": []\n}'});
});

it('folds nothing of what is raw, and shows calls whole', async () => {
  const [system, call, result] = await turns(CALLS, true);

  expect(system?.querySelector('details')).toBeNull();
  expect(call?.querySelector('details')?.open).toBe(true);
  expect(call?.querySelector('pre')?.textContent).toContain('"id": "c1"');
  expect(result?.querySelector('prose-text')).toMatchObject({raw: true, text: '{"found":[]}'});
});

it('makes no class of what a dataset calls a role', async () => {
  const [turn] = await turns({messages: [{role: 'call speaker', content: 'a'}]});

  expect(turn?.className).toBe('');
});

it.each([
  ['{}', '{}'],
  ['[{"a":"b,{:\\"}"}]', '[\n  {\n    "a": "b,{:\\"}"\n  }\n]'],
  ['"text"', undefined],
  ['{a}', undefined],
])('puts %s on lines as %j', (text, pretty) => {
  expect(prettyJson(text)).toBe(pretty);
});

it('puts even what is nested deep on lines soon', () => {
  const deep = '['.repeat(3000) + ']'.repeat(3000);

  expect(prettyJson(deep)?.replace(/\s/g, '')).toBe(deep);
  expect(prettyJson(deep)?.length).toBeLessThan(300_000);
});
