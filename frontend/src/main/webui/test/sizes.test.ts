import {expect, it} from 'vitest';

import {spokenDuration, spokenSize} from '../src/model/sizes.js';
import {UploadSpeed} from '../src/model/upload-speed.js';

it.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [999, '999 bytes'],
  [1_500, '2 kB'],
  [12_345_678, '12.3 MB'],
  [2_000_000_000, '2 GB'],
])('%s bytes are %s', (bytes, words) => {
  expect(spokenSize(bytes)).toBe(words);
});

it.each([
  [0.2, '1 second'],
  [42.4, '42 seconds'],
  [61, '1 minute'],
  [601, '10 minutes'],
  [7199, '120 minutes'],
  [7200, '2 hours'],
  [200_000, '2 days'],
])('%s seconds are %s', (seconds, words) => {
  expect(spokenDuration(seconds)).toBe(words);
});

it('knows how long an upload takes only after a second, and when all is sent', () => {
  let now = 0;
  const speed = new UploadSpeed(() => now);
  now = 500;
  speed.note(10, 100);
  expect(speed.secondsLeft).toBeUndefined();
  now = 2_000;
  speed.note(20, 100);
  expect(speed.secondsLeft).toBe(8);
  expect(speed.isSent).toBe(false);
  speed.note(100, 100);
  expect(speed.secondsLeft).toBe(0);
  expect(speed.isSent).toBe(true);
});
