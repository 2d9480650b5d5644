import {expect, it, vi} from 'vitest';

import {remembered} from '../src/model/remembered.js';

const LAST = Array.from({length: 8}, (_, i) => `text ${i}`);

it('finds out once what is asked again', () => {
  const find = vi.fn((text: string) => text.length);
  const lengthOf = remembered(find);

  expect([lengthOf('word'), lengthOf('words'), lengthOf('word')]).toEqual([4, 5, 4]);
  expect(find).toHaveBeenCalledTimes(2);
});

it('remembers also that nothing was found', () => {
  const find = vi.fn(() => undefined);
  const nothingOf = remembered(find);
  nothingOf('word');
  nothingOf('word');

  expect(find).toHaveBeenCalledTimes(1);
});

it('forgets the text that was asked for longest ago', () => {
  const find = vi.fn((text: string) => text.length);
  const lengthOf = remembered(find);
  LAST.forEach(lengthOf);
  lengthOf('text 0');
  lengthOf('one more');
  find.mockClear();

  lengthOf('text 0');
  expect(find).not.toHaveBeenCalled();
  lengthOf('text 1');
  expect(find).toHaveBeenCalledTimes(1);
});
