import {describe, expect, it} from 'vitest';

import {type Block, proseOf, writtenProse} from '../src/model/markdown.js';
import {portionOf} from '../src/model/portion.js';
import {isAddressOfWeb} from '../src/model/spans.js';

const blocks = (text: string) => proseOf(text).blocks;
const spans = (text: string) => proseOf(text).spansOf(text);
const text = (text: string, ...marks: string[]) => ({kind: 'text', text, marks});

describe('proseOf', () => {
  it('reads paragraphs, and keeps their line breaks and spaces', () => {
    expect(blocks('a  b\nc\r\n\r\nd')).toEqual([
      {kind: 'paragraph', source: 'a  b\nc'},
      {kind: 'paragraph', source: 'd'},
    ]);
    expect(spans('a  b\nc')).toEqual([text('a  b\nc')]);
  });

  it('reads headings, and leaves out no level of the outline', () => {
    expect(blocks('### A\n# B\n#### C\n## D')).toEqual([
      {kind: 'heading', size: 3, depth: 1, source: 'A'},
      {kind: 'heading', size: 1, depth: 1, source: 'B'},
      {kind: 'heading', size: 4, depth: 2, source: 'C'},
      {kind: 'heading', size: 2, depth: 2, source: 'D'},
    ]);
  });

  it('sets code apart with its language, to the letter', () => {
    expect(blocks('```python x=1\nx = 1\n\ny = "``"\n```\n\n~~~\n```\n~~~\n\n    indented')).toEqual([
      {kind: 'code', language: 'python', code: 'x = 1\n\ny = "``"'},
      {kind: 'code', language: '', code: '```'},
      {kind: 'code', language: '', code: 'indented'},
    ]);
  });

  it('reads lists with their starts, and tasks that are done or not', () => {
    expect(blocks('3. a\n4. b')).toMatchObject([{kind: 'list', start: 3, tight: true}]);
    expect(blocks('- a\n\n- b')).toMatchObject([{kind: 'list', start: undefined, tight: false}]);
    expect(blocks('- [ ] a\n- [x] b\n- [X] c\n- [y] d')).toMatchObject([
      {
        items: [
          {done: false, blocks: [{source: 'a'}]},
          {done: true, blocks: [{source: 'b'}]},
          {done: true, blocks: [{source: 'c'}]},
          {done: undefined, blocks: [{source: '[y] d'}]},
        ],
      },
    ]);
  });

  it('reads what is in lists and quotes', () => {
    expect(blocks('- a\n  - b\n\n    > c')).toMatchObject([
      {
        items: [
          {blocks: [{source: 'a'}, {items: [{blocks: [{source: 'b'}, {kind: 'quote', blocks: [{source: 'c'}]}]}]}]},
        ],
      },
    ]);
  });

  it('reads tables and how their columns are aligned', () => {
    expect(blocks('| a | b |\n|--:|---|\n| 1 | **2** |')).toEqual([
      {
        kind: 'table',
        head: [
          {align: 'right', source: 'a'},
          {align: 'start', source: 'b'},
        ],
        rows: [
          [
            {align: 'right', source: '1'},
            {align: 'start', source: '**2**'},
          ],
        ],
      },
    ]);
  });

  it('reads emphasis, code and struck out text', () => {
    expect(spans('a **b *c*** ~~d~~ `e *f*` \\*g\\* &amp;')).toEqual([
      text('a '),
      text('b ', 'strong'),
      text('c', 'strong', 'em'),
      text(' '),
      text('d', 's'),
      text(' '),
      text('e *f*', 'code'),
      text(' *g* &'),
    ]);
  });

  it('reads links that lead to the web, wherever their addresses are defined', () => {
    expect(spans('[a *b*](https://x.org/?q=1 "t")')).toEqual([
      {kind: 'link', address: 'https://x.org/?q=1', spans: [text('a '), text('b', 'em')]},
    ]);
    const prose = proseOf('[a]\n\n[a]: http://x.org/');
    expect(prose.spansOf('[a]')).toEqual([{kind: 'link', address: 'http://x.org/', spans: [text('a')]}]);
    expect(spans('<mailto:a@x.org>')).toMatchObject([{kind: 'link', address: 'mailto:a@x.org'}]);
  });

  it('does not take an address for a link that nobody marked as one', () => {
    expect(spans('see https://x.org')).toEqual([text('see https://x.org')]);
  });

  it('says where a link without a scheme would lead', () => {
    expect(spans('[a](b.html) c')).toEqual([text('a (b.html) c')]);
  });

  it('names pictures', () => {
    expect(spans('![a *b*](https://x.org/i.png)')).toEqual([
      {kind: 'image', alt: 'a *b*', address: 'https://x.org/i.png'},
    ]);
    expect(spans('![](i.png)')).toEqual([{kind: 'image', alt: '', address: 'i.png'}]);
  });

  it('reads no marks within formulas', () => {
    expect(spans('$a_1 + b_2$')).toMatchObject([{kind: 'formula', formula: {tex: 'a_1 + b_2'}}]);
  });

  it('makes nothing of nothing', () => {
    expect(blocks('')).toEqual([]);
    expect(blocks('\n \n')).toEqual([]);
    expect(writtenProse('').blocks).toEqual([]);
  });

  it.each(['>', '> ', '- ', '1. ', '* > '])('shows word for word what 5,000 of "%s" nest', (nest) => {
    const deep = nest.repeat(5000) + 'x';
    const prose = proseOf(deep);

    expect(prose.note).toContain('nested');
    expect(prose.blocks.map((block) => (block.kind === 'written' ? block.text : '')).join('\n')).toBe(deep);
  });

  it('shows word for word what is too long', () => {
    expect(proseOf('a'.repeat(300_001)).note).toContain('too long');
    expect(proseOf('a\n'.repeat(20_000)).note).toContain('too long');
  });

  it('keeps each character of emphasis in emphasis', () => {
    const nested = '*a **b '.repeat(700) + 'c' + '** d*'.repeat(700);
    const words = (text: string) => text.replace(/[* ]/g, '');

    expect(
      words(
        spans(nested)
          .map((span) => (span.kind === 'text' ? span.text : ''))
          .join(''),
      ),
    ).toBe(words(nested));
  });
});

describe('isAddressOfWeb', () => {
  it.each(['http://x.org', 'HTTPS://x.org/a?b#c', 'mailto:a@x.org'])('lets %s through', (address) => {
    expect(isAddressOfWeb(address)).toBe(true);
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'java\tscript:alert(1)',
    '\u0001javascript:alert(1)',
    'vbscript:x',
    'data:text/html,<script>alert(1)</script>',
    'file:///etc/passwd',
    'blob:https://x.org/1',
    'about:blank',
    'view-source:https://x.org',
    'intent://x',
    'ftp://x.org',
    '//x.org',
    '/user/logout',
    '#top',
    '',
  ])('stops %j', (address) => {
    expect(isAddressOfWeb(address)).toBe(false);
  });
});

describe('writtenProse', () => {
  it('cuts a long text between lines, and loses none', () => {
    const long = Array.from({length: 3000}, (_, i) => `line ${i}`).join('\n') + '\n\n';
    const parts = writtenProse(long).blocks.map((block) => (block.kind === 'written' ? block.text : ''));

    expect(parts.length).toBeGreaterThan(3);
    expect(parts.join('\n')).toBe(long);
  });
});

describe('portionOf', () => {
  const whole = blocks(
    `a\n\n${'- item\n'.repeat(200)}\n> quote\n\n| a |\n|---|\n${'| b |\n'.repeat(200)}\n\`\`\`\ncode\n\`\`\`\n`,
  );

  it('takes all that can be paid for', () => {
    expect(portionOf(whole, 1_000_000)).toEqual({blocks: whole, whole: true});
  });

  it('always takes something, so that a text is complete after some time', () => {
    for (let budget = 1; budget < 30_000; budget += 777) {
      const {blocks} = portionOf(whole, budget);
      expect(blocks.length).toBeGreaterThan(0);
    }
  });

  it('cuts lists and tables short, and keeps what is complete as it is', () => {
    const {blocks, whole: complete} = portionOf(whole, 2000);
    const [first, list] = blocks as [Block, Extract<Block, {kind: 'list'}>];

    expect(complete).toBe(false);
    expect(blocks).toHaveLength(2);
    expect(first).toBe(whole[0]);
    expect(list.items.length).toBeGreaterThan(10);
    expect(list.items.length).toBeLessThan(100);
    expect(whole[1]).toMatchObject({items: {length: 200}});
  });
});
