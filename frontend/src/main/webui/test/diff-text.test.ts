// @vitest-environment happy-dom
import {afterEach, beforeEach, expect, it} from 'vitest';

import '../src/elements/diff-text.js';
import type {DiffTextElement} from '../src/elements/diff-text.js';
import {type Run, differenceOf} from '../src/model/difference.js';
import {partsOfRuns} from '../src/model/run-parts.js';

let element: DiffTextElement;
let announced: Element[];

beforeEach(() => {
  announced = [];
  element = document.createElement('diff-text');
  element.addEventListener('first-difference', (event) => announced.push(event.place));
  document.body.append(element);
});

afterEach(() => element.remove());

async function show(text: string, other: string): Promise<void> {
  element.runs = differenceOf([text, other])?.runs[0] ?? [];
  await element.updateComplete;
}

const all = (selector: string) => [...(element.shadowRoot?.querySelectorAll(selector) ?? [])];
const written = () =>
  all('pre')
    .map((pre) => pre.textContent)
    .join('');

it('marks what only this text has, and says so to those who do not see it', async () => {
  await show('the *cat* sat', 'the *dog* sat');

  expect(all('mark').map((mark) => mark.textContent)).toEqual(['cat']);
  expect(all('.unseen').map((note) => note.textContent)).toEqual(['Marked: what only this answer has.']);
  expect(written()).toBe('the *cat* sat');
});

it('says nothing of marks where there are none', async () => {
  await show('the same', 'the same');

  expect(all('mark, .unseen')).toEqual([]);
});

it('gives the end of a line a sign, which is no part of the text', async () => {
  await show('one\ntwo', 'one two');

  expect(all('mark .return')).toHaveLength(1);
  expect(written()).toBe('one\ntwo');
});

it('shows text as text, and what nobody could see as a mark', async () => {
  await show('<b>a\u202Eb</b>', '<b>c</b>');

  expect(all('pre b')).toEqual([]);
  expect(written()).toBe('<b>a‹U+202E›b</b>');
});

it('says where the first difference is, once', async () => {
  await show('the same, and more', 'the same');
  expect(announced.map((place) => place.className)).toEqual(['first']);
  expect(announced[0]?.nextElementSibling?.textContent).toBe(', and more');

  element.reference = true;
  await element.updateComplete;
  expect(announced).toHaveLength(1);
  expect(all('.reference mark')).toHaveLength(1);
});

it('shows a long text in portions, all of it, and says where the first difference is when it comes to it', async () => {
  const text = 'A line of a text.\n'.repeat(3000);
  await show(`${text}end`, `${text}other`);
  expect(written().length).toBeLessThan(10_000);
  expect(announced).toEqual([]);
  expect(all('.rest')).toHaveLength(1);

  await expect.poll(written).toBe(`${text}end`);
  expect(announced).toHaveLength(1);
  expect(all('.rest')).toEqual([]);
});

it('cuts a text between lines, at the same places whatever is marked', () => {
  const run = (text: string, only = false): Run => ({text, only, first: false});
  const lengths = (...runs: Run[]) =>
    partsOfRuns(runs, 10).map((part) => part.reduce((sum, {text}) => sum + text.length, 0));

  expect(lengths(run('line one\nline two\nline three\n'))).toEqual([18, 11]);
  expect(lengths(run('line'), run(' one\nli', true), run('ne two\nline three\n'))).toEqual([18, 11]);
  expect(lengths(run('no line ends here'))).toEqual([17]);
  expect(lengths()).toEqual([]);
});
