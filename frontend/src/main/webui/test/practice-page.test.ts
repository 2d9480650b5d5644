// @vitest-environment happy-dom
import axe from 'axe-core';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';

import '../src/elements/practice-card.js';
import '../src/elements/practice-page.js';
import type {PracticePageElement} from '../src/elements/practice-page.js';
import {hasPractised} from '../src/practised.js';
import {settle, pressKey} from './fakes.js';
import {Inside} from './inside.js';

describe('practice-page', () => {
  let page: PracticePageElement;
  const fetched = vi.fn();
  const streamed = vi.fn();

  beforeEach(async () => {
    localStorage.clear();
    let time = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => (time += 1000));
    const observer = class {
      observe = () => undefined;
      disconnect = () => undefined;
    };
    vi.stubGlobal('IntersectionObserver', observer);
    vi.stubGlobal('fetch', fetched);
    vi.stubGlobal('EventSource', streamed);
    page = document.createElement('practice-page');
    page.userId = 3;
    document.body.append(page);
    await quiet();
  });

  afterEach(() => {
    page.remove();
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });

  async function quiet(): Promise<void> {
    for (let i = 0; i < 6; i++) await settle();
  }

  async function press(key: string, held: Partial<KeyboardEvent> = {}): Promise<void> {
    pressKey(() => document.body, key, held);
    await quiet();
  }

  const {find: part, words} = new Inside(() => page);
  const lesson = () => words('labeling-view', 'practice-lesson', 'section');

  it('explains each key, and afterwards what the verdict means, and sends nothing', async () => {
    expect(words('labeling-view', 'labeling-header', '.practice')).toBe('Practice: nothing is saved');
    expect(lesson()).toBe('Only one answer does what was asked. Press 1 or 2 for the better one, or click on it.');
    await press('1');
    expect(lesson()).toContain('You preferred answer 1. This becomes a row');
    expect(lesson()).toContain('Press 0 for a tie');
    await press('0');
    expect(lesson()).toContain('it prefers nothing');
    await press('b');
    await press('c');
    expect(lesson()).toContain('worth more than a guess');
    await press('2');
    expect(lesson()).toContain('Now press Ctrl Z');
    await press('z', {ctrlKey: true});
    expect(lesson()).toBe('You are back. Choose again to change your verdict, or press Esc to keep it.');
    await press('1');
    expect(words('labeling-view', 'last-verdict', '.chip')).not.toContain('saved');
    await press('2');

    expect(part('labeling-view')).toBeUndefined();
    expect(part('page-message')?.getAttribute('headline')).toBe('You know all of it.');
    expect(words('page-message')).toContain('You preferred answer 2.');
    expect(fetched).not.toHaveBeenCalled();
    expect(streamed).not.toHaveBeenCalled();
  });

  it('begins anew when asked', async () => {
    for (const key of ['s', 's', 's', 's', 's', 's']) await press(key);
    part('button')?.click();
    await quiet();

    expect(lesson()).toContain('Only one answer');
  });

  it('leads nowhere else by keys', async () => {
    const before = location.pathname;
    await press('j');

    expect(location.pathname).toBe(before);
    expect(lesson()).toContain('Only one answer');
  });

  it('is offered once per person', async () => {
    const card = document.createElement('practice-card');
    card.userId = 4;
    document.body.append(card);
    await card.updateComplete;
    expect(hasPractised(3)).toBe(true);
    expect(hasPractised(4)).toBe(false);
    card.shadowRoot?.querySelector('button')?.click();
    await card.updateComplete;
    expect(card.shadowRoot?.querySelector('aside')).toBeNull();
    expect(hasPractised(4)).toBe(true);
    card.remove();
  });

  it('has no faults that axe finds', async () => {
    await press('1');
    const {violations} = await axe.run(page, {rules: {'color-contrast': {enabled: false}, region: {enabled: false}}});

    expect(violations.map(({id, nodes}) => [id, nodes.map(({html}) => html)])).toEqual([]);
  });
});
