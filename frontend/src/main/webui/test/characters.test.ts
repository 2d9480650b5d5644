import {decodeHTMLStrict} from 'entities/decode';
import {describe, expect, it} from 'vitest';

import {characterOf, namesRareCharacters} from '../src/model/characters.js';
import {decodeHTMLStrict as decoded} from '../src/instead/entities.js';
import {proseOf} from '../src/model/markdown.js';
import {parts} from '../src/parts.js';

const COMMON = 'amp lt gt quot apos nbsp ndash mdash hellip ldquo rdquo laquo raquo copy rarr times le ne frac12 check';

describe('names of characters', () => {
  it.each(COMMON.split(' '))('knows %s at once, as the whole table does', (name) => {
    expect(characterOf(`&${name};`)).toBe(decodeHTMLStrict(`&${name};`));
  });

  it('tells which texts need the whole table', () => {
    expect(namesRareCharacters('AT&T &amp; co; a && b; &#65; &rarr;')).toBe(false);
    expect(namesRareCharacters('x &Auml; y')).toBe(true);
    expect(namesRareCharacters('&constructor;')).toBe(true);
  });

  it('has all names once the table is there', async () => {
    expect(decoded('&boxplus;')).toBe('&boxplus;');
    await parts.names.load();
    expect(decoded('&boxplus;')).toBe('⊞');
    expect(decoded('&AMP;')).toBe('&');
    expect(decoded('&nosuch;')).toBe('&nosuch;');
    const prose = proseOf('a &NotEqualTilde; &lt;b&gt; &nosuch; &#x41;');
    expect(prose.spansOf('a &NotEqualTilde; &lt;b&gt; &nosuch; &#x41;')).toMatchObject([{text: 'a ≂̸ <b> &nosuch; A'}]);
  });
});
