import {expect, it} from 'vitest';

import {isReading, switched} from '../src/model/reading.js';

it('knows the commands that switch how texts are shown', () => {
  expect(isReading('raw')).toBe(true);
  expect(isReading('diff')).toBe(true);
  expect(isReading('tie')).toBe(false);
});

it('switches between Markdown and texts as written', () => {
  const raw = switched({raw: false, diff: false}, 'raw');
  expect(raw).toEqual({raw: true, diff: false});
  expect(switched(raw, 'raw')).toEqual({raw: false, diff: false});
});

it('takes marks away when Markdown is wanted, and goes back to what was there without them', () => {
  expect(switched({raw: false, diff: true}, 'raw')).toEqual({raw: false, diff: false});
  expect(switched({raw: true, diff: true}, 'raw')).toEqual({raw: false, diff: false});
  expect(switched({raw: true, diff: true}, 'diff')).toEqual({raw: true, diff: false});
});
