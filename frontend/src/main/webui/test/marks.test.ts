import {describe, expect, it} from 'vitest';

import {piecesOf} from '../src/model/marks.js';

const shown = (text: string) => piecesOf(text).map((piece) => (typeof piece === 'string' ? piece : `‹${piece.sign}›`));

describe('piecesOf', () => {
  it.each([
    ['nothing', ''],
    ['plain text with tabs and new lines', 'a\tb\nc'],
    ['letters of many scripts', 'Grüße, 你好, שלום, مرحبا, नमस्ते'],
    ['emoji joined to one', '👨‍👩‍👧 ❤️‍🔥 👩🏽‍💻 🏳️‍⚧️ 🏴‍☠️'],
    ['emoji told to be pictures or text', '☀️ ☀︎ 1️⃣ ©️'],
    ['a flag of a part of a country', '🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}'],
    ['a non-joiner in a Persian word', 'می\u200Cخواهم'],
    ['joiners in Indic words', 'क्\u200Dष ශ්\u200Dරී ന്\u200D'],
    ['places where a line of Khmer may end', 'ខ្មែរ\u200Bភាសា'],
    ['a variation of a Han character', '葛\u{E0100}'],
  ])('leaves %s as it is', (_what, text) => {
    expect(shown(text).join('')).toBe(text);
  });

  it.each([
    ['a right-to-left override', 'a\u202Eb', ['a', '‹U+202E›', 'b']],
    ['an embedding', '\u202Aa\u202C', ['‹U+202A›', 'a', '‹U+202C›']],
    ['an isolate', '\u2066a\u2069', ['‹U+2066›', 'a', '‹U+2069›']],
    ['direction marks', 'a\u200E\u200Fb\u061C', ['a', '‹U+200E U+200F›', 'b', '‹U+061C›']],
    ['a zero width space between Latin letters', 'pay\u200Bpal', ['pay', '‹U+200B›', 'pal']],
    ['a joiner between Latin letters', 'a\u200Db', ['a', '‹U+200D›', 'b']],
    ['a non-joiner at the end of a Persian word', 'می\u200C ', ['می', '‹U+200C›', ' ']],
    ['a joiner after an emoji that joins nothing', '👨\u200D', ['👨', '‹U+200D›']],
    ['two joiners between emoji', '👨\u200D\u200D👧', ['👨', '‹U+200D × 2›', '👧']],
    ['a word joiner and a byte order mark', '\u2060\uFEFF', ['‹U+2060 U+FEFF›']],
    ['many of the same', '\u200B'.repeat(1000), ['‹U+200B × 1000›']],
    ['letters smuggled as tags', 'a\u{E0068}\u{E0069}', ['a', '‹U+E0068 U+E0069›']],
    ['variations behind the first', '☀️\uFE00\uFE01', ['☀\uFE0F', '‹U+FE00 U+FE01›']],
    ['a soft hyphen', 'pass\u00ADword', ['pass', '‹U+00AD›', 'word']],
    ['control characters', 'a\u0000\u001B[31m\u007F\u0085', ['a', '‹U+0000 U+001B›', '[31m', '‹U+007F U+0085›']],
    ['a return without a new line', 'a\rb', ['a', '‹U+000D›', 'b']],
    ['half of a character', 'a\uD83D', ['a', '‹U+D83D›']],
    ['separators of lines', 'a\u2028b\u2029', ['a', '‹U+2028›', 'b', '‹U+2029›']],
  ])('marks %s', (_what, text, pieces) => {
    expect(shown(text)).toEqual(pieces);
  });

  it('names what it marks', () => {
    expect(piecesOf('\u202E\u200B\u200B\u0007')).toEqual([
      {
        sign: 'U+202E U+200B × 2 U+0007',
        title: 'Right-to-left override, Zero width space, Invisible character',
      },
    ]);
  });
});
