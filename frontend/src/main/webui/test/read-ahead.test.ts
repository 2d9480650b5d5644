import {beforeEach, expect, it, vi} from 'vitest';

import * as markdown from '../src/model/markdown.js';
import {readProse} from '../src/model/prose-memory.js';
import {readAhead} from '../src/read-ahead.js';
import {compared, control, lease} from './fakes.js';

vi.mock('../src/model/markdown.js', {spy: true});

const read = vi.mocked(markdown.proseOf);

beforeEach(() => {
  read.mockClear();
});

function taskWith(...texts: string[]) {
  const slots = texts.map((text) => ({text}));
  return lease(1, {controls: [control('pair', 'preference')], comparisons: [{...compared('pair'), slots}], parts: []});
}

it('reads long texts before they are shown, and nobody reads them again', () => {
  const [first, second] = ['a '.repeat(5000), 'b '.repeat(5000)];
  readAhead(taskWith(first, second));
  expect(read.mock.calls.map(([text]) => text)).toEqual([first, second]);

  readProse(first);
  readProse(second);
  expect(read).toHaveBeenCalledTimes(2);
});

it('leaves short texts, and more than would be remembered', () => {
  readAhead(taskWith('short', ...Array.from({length: 6}, (_, i) => `${i} `.repeat(2000))));

  expect(read).toHaveBeenCalledTimes(4);
});
