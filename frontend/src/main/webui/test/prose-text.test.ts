// @vitest-environment happy-dom
import {beforeEach, expect, it} from 'vitest';

import '../src/elements/prose-text.js';
import type {ProseTextElement} from '../src/elements/prose-text.js';

const LONG = (word: string) => Array.from({length: 400}, (_, i) => `${word} ${i} `.repeat(12)).join('\n\n');

let prose: ProseTextElement;

beforeEach(() => {
  prose = document.createElement('prose-text');
  document.body.replaceChildren(prose);
});

const inSight = () => prose.shadowRoot?.querySelectorAll('div:not(.former) > p') ?? [];
const putAside = () => prose.shadowRoot?.querySelectorAll('.former p') ?? [];

async function show(text: string): Promise<void> {
  prose.text = text;
  await prose.updateComplete;
}

it('takes a long text away behind the one that follows it', async () => {
  await show(LONG('former'));
  await expect.poll(() => inSight().length).toBe(400);

  await show('present');

  expect([...inSight()].map(({textContent}) => textContent)).toEqual(['present']);
  expect(putAside().length).toBeGreaterThan(0);
  await expect.poll(() => putAside().length).toBe(0);
  expect([...inSight()].map(({textContent}) => textContent)).toEqual(['present']);
});

it('shows all of a long text that follows long ones, whether these are gone or not', async () => {
  await show(LONG('first'));
  await expect.poll(() => inSight().length).toBe(400);
  await show(LONG('second'));
  await expect.poll(() => inSight().length).toBeGreaterThan(50);

  await show(LONG('third'));

  await expect.poll(() => inSight().length).toBe(400);
  await expect.poll(() => putAside().length).toBe(0);
  expect([...inSight()].every((p) => p.textContent.startsWith('third'))).toBe(true);
});

it('takes a short text away at once', async () => {
  await show('former');
  await show('present');

  expect(inSight()).toHaveLength(1);
  expect(putAside()).toHaveLength(0);
});
