// @vitest-environment happy-dom
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';

import {watchPresence} from '../src/presence.js';

describe('watchPresence', () => {
  let watching: AbortController;
  let seen: boolean[];
  let acts: number;

  beforeEach(() => {
    watching = new AbortController();
    seen = [];
    acts = 0;
  });

  afterEach(() => {
    watching.abort();
    vi.restoreAllMocks();
  });

  function watch(): void {
    watchPresence({onVisible: (visible) => seen.push(visible), onActivity: () => acts++}, watching.signal);
  }

  function hide(hidden: boolean): void {
    vi.spyOn(document, 'hidden', 'get').mockReturnValue(hidden);
    document.dispatchEvent(new Event('visibilitychange'));
  }

  it('reports that the page goes out of sight and comes back', () => {
    watch();
    hide(true);
    hide(false);

    expect(seen).toEqual([false, true]);
  });

  it('reports at once a page that was opened out of sight', () => {
    hide(true);
    watch();

    expect(seen).toEqual([false]);
  });

  it.each(['keydown', 'pointermove', 'wheel', 'touchmove'])('takes a %s for activity', (type) => {
    watch();
    document.body.dispatchEvent(new Event(type, {bubbles: true}));

    expect(acts).toBe(1);
  });

  it('reports nothing more once the signal came', () => {
    watch();
    watching.abort();
    hide(true);
    document.dispatchEvent(new Event('wheel'));

    expect(seen).toEqual([]);
    expect(acts).toBe(0);
  });
});
