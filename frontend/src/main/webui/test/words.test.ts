import {expect, it} from 'vitest';

import {countWords, spokenCount} from '../src/model/words.js';

it.each([
  ['', 0],
  [' \n-- ** ', 0],
  ['One two, three.', 3],
  ["don't well-known 3.14 a_b", 4],
  ['Größe naïve e\u0301te\u0301', 3],
  ['مرحبا بالعالم', 2],
  ['นี่คือประโยค', 3],
])('counts the words of %j', (text, count) => {
  expect(countWords(text)).toBe(count);
});

it('counts words of Chinese beside others', () => {
  expect(countWords('我喜欢 apples')).toBe(3);
});

it('says the count as people do', () => {
  expect([0, 1, 1312].map(spokenCount)).toEqual(['0 words', '1 word', '1,312 words']);
});

it.each(['word ', '我喜欢苹果', "a'", '_', '一a'])('counts 200,000 characters of %j soon', (pattern) => {
  const text = pattern.repeat(200_000 / pattern.length);
  const started = performance.now();
  expect(countWords(text)).toBeGreaterThanOrEqual(0);
  expect(performance.now() - started).toBeLessThan(1000);
});
