// @vitest-environment happy-dom
import {afterEach, beforeEach, expect, it} from 'vitest';

import '../src/elements/comparison-view.js';
import type {ComparisonViewElement} from '../src/elements/comparison-view.js';
import {lease} from './fakes.js';

let view: ComparisonViewElement;

beforeEach(() => {
  view = document.createElement('comparison-view');
  document.body.append(view);
});

afterEach(() => view.remove());

async function notAsked(names: string[]): Promise<string | undefined> {
  const comparison = lease(1).comparison;
  if (!comparison) throw new Error('a lease has a comparison');
  view.comparison = {...comparison, not_asked: names};
  await view.updateComplete;
  return view.shadowRoot?.querySelector('.not-asked')?.textContent.trim();
}

it('says nothing of other controls where there are none', async () => {
  expect(await notAsked([])).toBeUndefined();
});

it('names the controls that it does not ask', async () => {
  expect(await notAsked(['why', 'quality'])).toBe('Not asked on this page: why, quality');
});

it('counts what is too much to name', async () => {
  expect(await notAsked(['why', 'a', 'b', 'c', 'd'])).toBe('Not asked on this page: why, a, b and 2 more');
});
