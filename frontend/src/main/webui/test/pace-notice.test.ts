// @vitest-environment happy-dom
import axe from 'axe-core';
import {afterEach, beforeEach, expect, it} from 'vitest';

import '../src/elements/pace-notice.js';
import type {PaceNoticeElement} from '../src/elements/pace-notice.js';

let notice: PaceNoticeElement;

beforeEach(() => {
  notice = document.createElement('pace-notice');
  document.body.append(notice);
});

afterEach(() => notice.remove());

it('shows nothing while there is nothing to offer, but is there to be read out later', async () => {
  await notice.updateComplete;
  expect(notice.shadowRoot?.querySelector('[role=status]')?.textContent.trim()).toBe('');

  notice.shown = true;
  await notice.updateComplete;
  expect(notice.shadowRoot?.querySelector('p')?.textContent).toBe('Your pace has halved. Take a break?');
});

it('says what the annotator wants', async () => {
  const wanted: string[] = [];
  notice.addEventListener('pace-settled', (event) => wanted.push(event.wants));
  notice.shown = true;
  await notice.updateComplete;
  notice.shadowRoot?.querySelectorAll('button').forEach((button) => button.click());

  expect(wanted).toEqual(['break', 'go-on', 'never-again']);
});

it('has no faults that axe finds', async () => {
  notice.shown = true;
  await notice.updateComplete;

  expect((await axe.run(notice)).violations.map(({id}) => id)).toEqual([]);
});
