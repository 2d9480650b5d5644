// @vitest-environment happy-dom
import axe from 'axe-core';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';

import '../src/elements/recheck-notice.js';
import type {RecheckNoticeElement} from '../src/elements/recheck-notice.js';
import type {Echo} from '../src/model/judged-pair.js';

describe('recheck-notice', () => {
  let notice: RecheckNoticeElement;

  beforeEach(() => {
    notice = document.createElement('recheck-notice');
    document.body.append(notice);
  });

  afterEach(() => notice.remove());

  async function words(): Promise<string | undefined> {
    await notice.updateComplete;
    return notice.shadowRoot?.querySelector('[role=status]')?.textContent.replace(/\s+/g, ' ').trim();
  }

  it('shows nothing while nothing is asked again, but is there to be read out later', async () => {
    expect(await words()).toBe('');
  });

  it('says that a pair is asked again, and that nobody else hears of it', async () => {
    notice.asked = true;
    expect(await words()).toBe(
      'You judged this pair before. Judge it again; nothing is sent, and only you see how often you agree with yourself. Leave it out Esc',
    );
  });

  it('lets the pair be left out', async () => {
    let left = 0;
    notice.addEventListener('recheck-left', () => left++);
    notice.asked = true;
    await notice.updateComplete;
    notice.shadowRoot?.querySelector('button')?.click();
    expect(left).toBe(1);
  });

  it.each<[Echo, string]>([
    ['same', 'The same as before. You agreed with yourself 7 of 8 times.'],
    ['other', 'Before, you preferred the other one. You agreed with yourself 7 of 8 times.'],
    ['one', 'Before, you preferred one of the two. You agreed with yourself 7 of 8 times.'],
    ['tie', 'Before, you said: tie. You agreed with yourself 7 of 8 times.'],
  ])('says afterwards how it stands to what was said before: %s', async (echo, said) => {
    notice.result = {echo, consistency: {same: 7, of: 8}};
    expect(await words()).toBe(said);
    expect(notice.shadowRoot?.querySelector('button')).toBeNull();
  });

  it('has no faults that axe finds', async () => {
    notice.asked = true;
    await notice.updateComplete;
    expect((await axe.run(notice)).violations.map(({id}) => id)).toEqual([]);
    notice.asked = false;
    notice.result = {echo: 'same', consistency: {same: 1, of: 1}};
    expect(await words()).toContain('1 of 1 time.');
    expect((await axe.run(notice)).violations.map(({id}) => id)).toEqual([]);
  });
});
