// @vitest-environment happy-dom
import axe from 'axe-core';
import {afterEach, beforeEach, expect, it} from 'vitest';

import '../src/elements/unseen-notice.js';
import type {UnseenNoticeElement} from '../src/elements/unseen-notice.js';

let notice: UnseenNoticeElement;

beforeEach(() => {
  notice = document.createElement('unseen-notice');
  document.body.append(notice);
});

afterEach(() => notice.remove());

async function ask(...answers: number[]): Promise<string | undefined> {
  notice.answers = answers;
  await notice.updateComplete;
  return notice.shadowRoot?.querySelector('p')?.textContent;
}

it.each([
  [[2], 'You answered before the end of answer 2 was seen. Keep it?'],
  [[1, 2], 'You answered before the ends of answers 1 and 2 were seen. Keep it?'],
  [[1, 2, 4], 'You answered before the ends of answers 1, 2, and 4 were seen. Keep it?'],
])('asks about %j', async (answers, question) => {
  expect(await ask(...answers)).toBe(question);
});

it('shows nothing while there is nothing to ask, but is there to be read out later', async () => {
  expect(await ask()).toBeUndefined();
  expect(notice.shadowRoot?.querySelector('[role=status]')?.textContent.trim()).toBe('');
});

it('says what the annotator wants', async () => {
  const wanted: string[] = [];
  notice.addEventListener('unseen-settled', (event) => wanted.push(event.wants));
  await ask(2);
  notice.shadowRoot?.querySelectorAll('button').forEach((button) => button.click());

  expect(wanted).toEqual(['keep', 'look-again']);
});

it('has no fault that axe finds', async () => {
  await ask(2);
  const {violations} = await axe.run(notice.shadowRoot?.firstElementChild as HTMLElement, {
    rules: {'color-contrast': {enabled: false}, region: {enabled: false}},
  });

  expect(violations.map(({id}) => id)).toEqual([]);
});
