// @vitest-environment happy-dom
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';

import {painted} from '../src/platform.js';

describe('what waits for the paint', () => {
  let frames: FrameRequestCallback[];

  beforeEach(() => {
    vi.useFakeTimers({toFake: ['setTimeout', 'clearTimeout']});
    frames = [];
    vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) => frames.push(callback));
  });

  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('goes on behind the frame', async () => {
    const seen: string[] = [];
    const waiting = painted().then(() => seen.push('goes on'));
    await vi.advanceTimersByTimeAsync(99);
    expect(seen).toEqual([]);
    frames.forEach((callback) => callback(0));
    seen.push('is painted');
    await waiting;

    expect(seen).toEqual(['is painted', 'goes on']);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('goes on after a moment if nothing is painted', async () => {
    const waiting = painted();
    await vi.advanceTimersByTimeAsync(100);

    await expect(waiting).resolves.toBeUndefined();
  });
});
