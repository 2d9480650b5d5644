import {describe, expect, it} from 'vitest';

import {differenceOf} from '../src/model/difference.js';
import {editsBetween} from '../src/model/edits.js';
import {tokensOf} from '../src/model/tokens.js';

/** The texts with brackets around what is marked, and a bar where the first difference is. */
function marked(...texts: string[]): string[] | undefined {
  return differenceOf(texts)?.runs.map((runs) =>
    runs.map(({text, only, first}) => (first ? '|' : '') + (only ? `[${text}]` : text)).join(''),
  );
}

describe('differenceOf', () => {
  it.each([
    ['the cat sat', 'the dog sat', ['the |[cat] sat', 'the |[dog] sat']],
    ['the cat sat', 'the big cat sat', ['the |cat sat', 'the |[big ]cat sat']],
    ['one two three', 'one', ['one|[ two three]', 'one|']],
    ['', 'all of it', ['|', '|[all of it]']],
    ['a b c d', 'x y z d', ['|[a b c] d', '|[x y z] d']],
    ["it's", 'its', ["|[it's]", '|[its]']],
    ['Same word', 'same word', ['|[Same] word', '|[same] word']],
    ['3.14', '3.15', ['3.|[14]', '3.|[15]']],
    ['on one line', 'on\none line', ['on|[ ]one line', 'on|[\n]one line']],
  ])('marks the words that only one of %j and %j has', (one, other, expected) => {
    expect(marked(one, other)).toEqual(expected);
  });

  it('says whether words differ, white space alone, or nothing', () => {
    expect(differenceOf(['a b', 'a c'])?.kind).toBe('words');
    expect(differenceOf(['a b', 'a  b'])?.kind).toBe('space');
    expect(differenceOf(['a b', 'a b'])?.kind).toBe('none');
    expect(differenceOf(['', ''])?.kind).toBe('none');
  });

  it('compares each text with the first, and marks of the first what no other has', () => {
    expect(marked('a b c', 'a x c', 'a b y')).toEqual(['a |b c', 'a |[x] c', 'a b |[y]']);
    expect(marked('a b c', 'a x c', 'a y c')).toEqual(['a |[b] c', 'a |[x] c', 'a |[y] c']);
  });

  it('never parts what is one sign to the eye', () => {
    expect(marked('👩‍👩‍👧 🇩🇪 e\u0301', '👩‍👩‍👦 🇩🇰 e\u0300')).toEqual(['|[👩‍👩‍👧 🇩🇪 e\u0301]', '|[👩‍👩‍👦 🇩🇰 e\u0300]']);
  });

  it('marks a word with a character that nobody can see', () => {
    expect(marked('pay\u200Bpal now', 'paypal now')).toEqual(['|[pay\u200Bpal] now', '|[paypal] now']);
  });

  it('marks words of scripts without spaces', () => {
    const [one] = marked('今天天气很好', '今天天气不好') ?? [];
    expect(one?.replace(/[[\]|]/g, '')).toBe('今天天气很好');
    expect(one).toMatch(/^今天天气\|\[很/);
  });

  it('does not mark long texts that have next to nothing in common', () => {
    expect(marked('ab '.repeat(400), 'cd! '.repeat(400))).toBeUndefined();
    expect(marked('Paris', 'London')).toEqual(['|[Paris]', '|[London]']);
  });

  it('finds a word in 200,000 characters, and gives up on what is too different, soon', () => {
    const words = Array.from({length: 30_000}, (_, i) => `w${i}${i % 15 === 14 ? '\n' : ' '}`);
    const text = words.join('');
    const other = words.map((word, i) => (i % 1000 === 999 ? 'other ' : word)).join('');
    const different = words.map((word) => `v${word}`).join('');
    const started = performance.now();

    expect(differenceOf([text, other])?.runs[1]?.filter((run) => run.only)).toHaveLength(30);
    expect(differenceOf([text, different])).toBeUndefined();
    expect(differenceOf([text.replaceAll('\n', ' '), different])).toBeUndefined();
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it('loses no character of any text', () => {
    let seed = 7;
    const random = (below: number) => (seed = (seed * 16807) % 2147483647) % below;
    const pieces = ['a', 'bc', ' ', '\n', 'é', '👍🏽', '，', '天', '\u202E', '\uD800', "don't"];
    for (let round = 0; round < 300; round++) {
      const some = () => Array.from({length: random(30)}, () => pieces[random(pieces.length)]).join('');
      const texts = [some(), some(), some()];
      expect(differenceOf(texts)?.runs.map((runs) => runs.map((run) => run.text).join(''))).toEqual(texts);
      expect(tokensOf(texts).map((tokens) => tokens.join(''))).toEqual(texts);
    }
  });
});

describe('editsBetween', () => {
  it('finds as few edits as there are, so that one list becomes the other by them', () => {
    let seed = 3;
    const random = (below: number) => (seed = (seed * 16807) % 2147483647) % below;
    for (let round = 0; round < 500; round++) {
      const one = Array.from({length: random(12)}, () => random(3));
      const other = Array.from({length: random(12)}, () => random(3));
      const edits = editsBetween(one, other, 100) ?? [];
      const made = edits.reduceRight(
        (list, {from, to}) => list.toSpliced(from.one, to.one - from.one, ...other.slice(from.other, to.other)),
        one,
      );
      const count = edits.reduce((sum, {from, to}) => sum + to.one - from.one + to.other - from.other, 0);
      expect(made).toEqual(other);
      expect(count).toBe(one.length + other.length - 2 * commonLength(one, other));
    }
  });

  it('gives up when more differ than it may look for', () => {
    expect(editsBetween([1, 2, 3], [4, 5, 6], 5)).toBeUndefined();
    expect(editsBetween([1, 2, 3], [4, 5, 6], 6)).toHaveLength(1);
  });
});

/** How many entries two lists have in common in the same order, found the slow way. */
function commonLength(one: number[], other: number[]): number {
  const rows = [new Array<number>(other.length + 1).fill(0)];
  for (const a of one) {
    const above = rows.at(-1) ?? [];
    const row = [0];
    other.forEach((b, j) => row.push(a === b ? (above[j] ?? 0) + 1 : Math.max(above[j + 1] ?? 0, row[j] ?? 0)));
    rows.push(row);
  }
  return rows.at(-1)?.at(-1) ?? 0;
}
