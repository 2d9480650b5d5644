import {expect, it, vi} from 'vitest';

import {isReading, switched} from '../src/model/reading.js';
import {keepReading, storedReading} from '../src/reading.js';

it('knows the commands that switch how texts are shown', () => {
  expect(isReading('raw')).toBe(true);
  expect(isReading('diff')).toBe(true);
  expect(isReading('tie')).toBe(false);
});

it('switches between Markdown and texts as written', () => {
  const raw = switched({raw: false, diff: false, together: false}, 'raw');
  expect(raw).toEqual({raw: true, diff: false, together: false});
  expect(switched(raw, 'raw')).toEqual({raw: false, diff: false, together: false});
});

it('takes marks away when Markdown is wanted, and goes back to what was there without them', () => {
  expect(switched({raw: false, diff: true, together: false}, 'raw')).toEqual({
    raw: false,
    diff: false,
    together: false,
  });
  expect(switched({raw: true, diff: true, together: false}, 'raw')).toEqual({raw: false, diff: false, together: false});
  expect(switched({raw: true, diff: true, together: false}, 'diff')).toEqual({raw: true, diff: false, together: false});
});

it('remembers in the browser that the answers scroll together, and nothing that depends on texts', () => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => kept.set(name, value),
    removeItem: (name: string) => kept.delete(name),
  });
  expect(storedReading()).toEqual({raw: false, diff: false, together: false});

  keepReading({raw: true, diff: true, together: true});
  expect(storedReading()).toEqual({raw: false, diff: false, together: true});

  keepReading({raw: false, diff: false, together: false});
  expect(kept.size).toBe(0);
  vi.unstubAllGlobals();
});
