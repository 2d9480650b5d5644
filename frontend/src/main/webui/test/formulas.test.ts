// @vitest-environment happy-dom
import {afterEach, beforeEach, describe, expect, it} from 'vitest';

import type {MathTextElement} from '../src/elements/math-text.js';
import '../src/elements/math-text.js';
import {type MathPart, formulaPart} from '../src/formulas.js';
import {proseOf} from '../src/model/markdown.js';

/** The formulas that a paragraph has, and text as text. */
function read(text: string): unknown[] {
  const prose = proseOf(text);
  return prose.blocks.flatMap((block): unknown[] => {
    if (block.kind === 'formula') return [{shown: block.formula.tex}];
    if (block.kind !== 'paragraph') return [block.kind];
    return prose
      .spansOf(block.source)
      .map((span) =>
        span.kind === 'formula'
          ? {[span.formula.display ? 'shown' : 'tex']: span.formula.tex}
          : span.kind === 'text'
            ? span.text
            : span.kind,
      );
  });
}

describe('proseOf', () => {
  it.each([
    ['$x_1 * y_1 * z$', [{tex: 'x_1 * y_1 * z'}]],
    ['so \\(a\\_b\\) is', ['so ', {tex: 'a\\_b'}, ' is']],
    ['the $n$th', ['the ', {tex: 'n'}, 'th']],
    ['a $$b$$ c', ['a ', {shown: 'b'}, ' c']],
    ['a \\[ b = c \\] d', ['a ', {shown: 'b = c'}, ' d']],
    ['$a\n= b$', [{tex: 'a\n= b'}]],
    ['$$\na\n- b\n= c\n$$', [{shown: 'a\n- b\n= c'}]],
    ['is\n\\[\n# x\n\\]\nso', ['is', {shown: '# x'}, 'so']],
    ['\\[ x \\]', [{shown: 'x'}]],
    ['$\\$5$', [{tex: '\\$5'}]],
    ['`$x$`', ['$x$']],
  ])('takes %j for maths', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    '$5 and $6',
    '$5-$6',
    'from $5 to $10, or 20 $',
    'US$5 or CA$7',
    'a $ b $ c',
    '$x',
    '$$',
    '$$x',
    '$$$$',
    '$ x$',
    '$x $',
    'as Smith said \\[1\\]',
    '\\(unclosed',
    '$a\n\nb$',
  ])('takes %j for text', (text) => {
    const spans = read(text);
    expect(spans.every((span) => typeof span === 'string')).toBe(true);
  });

  it('leaves maths of a list in its item, and ends it with the item', () => {
    expect(proseOf('- a\n\n  $$\n  x\n  $$\n- b').blocks).toMatchObject([
      {kind: 'list', items: [{blocks: [{kind: 'paragraph'}, {kind: 'formula', formula: {tex: 'x'}}]}, {}]},
    ]);
    expect(proseOf('> $$\n> x\n\n$$').blocks[0]).toMatchObject({kind: 'quote', blocks: [{kind: 'paragraph'}]});
  });

  it('reads no more formulas of one paragraph than can be laid out', () => {
    expect(read('$x$ '.repeat(500)).filter((span) => typeof span !== 'string')).toHaveLength(150);
  });
});

/** All parts of a formula, and all text. */
function flat(part: MathPart | string): (MathPart | string)[] {
  return typeof part === 'string' ? [part] : [part, ...part.inside.flatMap(flat)];
}

describe('formulaPart', () => {
  it.each([
    'x^2 + \\frac{a}{b}',
    '\\begin{aligned} a &= b \\\\ c &= d \\end{aligned}',
    '\\begin{pmatrix} 1 & 0 \\\\ 0 & 1 \\end{pmatrix}',
    '\\begin{cases} a & b \\\\ c & d \\end{cases}',
    '\\sum_{i=1}^n \\int_0^\\infty \\sin x \\, dx',
    '\\left( \\sqrt[3]{x} \\right)',
    '\\boxed{x} \\cdot \\vec{y} \\to \\hat{z}',
    '\\mathbb{R} \\mathcal{L} \\text{if } \\operatorname{rank} A',
    '\\xrightarrow{abc} \\cancel{x} \\overline{z} \\tag{1}',
    'a \\! b \\quad c',
  ])('knows %j', (tex) => {
    expect(formulaPart(tex, true)?.name).toBe('math');
  });

  it.each([
    '\\href{javascript:alert(1)}{x}',
    '\\href{https://x.org}{x}',
    '\\url{javascript:alert(1)}',
    '\\htmlClass{a}{x}',
    '\\htmlId{a}{x}',
    '\\htmlStyle{position:fixed}{x}',
    '\\htmlData{a=b}{x}',
    '\\class{a}{x}',
    '\\id{a}{x}',
    '\\style{position:fixed}{x}',
    '\\includegraphics{https://x.org/i.png}',
    '\\def\\a{\\a\\a}\\a',
    '\\gdef\\x{y}',
    '\\newcommand{\\a}{b}\\a',
    '\\let\\a=b',
    '\\label{a}\\ref{a}',
    '\\char"202E x',
    '\\text{\u202Ex}',
    '\u200Bx',
    '\\phantom{all of it}',
    '\\kern{-50em}x',
    '\\hspace{-50em}x',
    '\\raisebox{100em}{x}',
    '\\rule{1000em}{1000em}',
    '\\mskip{-900mu}x',
    '{'.repeat(1000) + '}'.repeat(1000),
    'x^'.repeat(10) + '{x^'.repeat(400) + '}'.repeat(400),
    '\\left('.repeat(250) + '\\right)'.repeat(250),
    '\\notacommand',
    '\\frac{1}',
    'x'.repeat(3001),
  ])('refuses %j', (tex) => {
    expect(formulaPart(tex, true)).toBeUndefined();
  });

  it.each([
    '\\color{white} x',
    '\\textcolor{#fff}{x}',
    '\\colorbox{red}{x}',
    '\\Huge {\\Huge x}',
    '\\tiny x',
    '\\rotatebox{90}{x}',
  ])('lets %j neither hide nor enlarge anything', (tex) => {
    const part = formulaPart(tex, false);
    for (const one of part ? flat(part) : []) {
      if (typeof one === 'string') continue;
      expect(Object.keys(one.attributes).filter((name) => /color|size|background|style$/.test(name))).toEqual([]);
      expect(Object.keys(one.styles).filter((name) => /color|position|transform|margin|font-size/.test(name))).toEqual(
        [],
      );
    }
  });

  it('makes text of what looks like HTML', () => {
    const part = formulaPart('\\text{<img src=x onerror=alert(1)>}', false);
    expect(
      part &&
        flat(part)
          .filter((one) => typeof one === 'string')
          .join('')
          .replace(/\u00A0/g, ' '),
    ).toBe('<img src=x onerror=alert(1)>');
  });

  it('forgets what another formula has defined', () => {
    formulaPart('\\gdef\\mine{x}', false);
    expect(formulaPart('\\mine', false)).toBeUndefined();
  });
});

describe('math-text', () => {
  let element: MathTextElement;

  beforeEach(() => {
    element = document.createElement('math-text');
    document.body.append(element);
  });

  afterEach(() => element.remove());

  async function show(tex: string, display = false): Promise<void> {
    element.formula = {tex, source: `$${tex}$`, display};
    element.display = display;
    await element.updateComplete;
  }

  const found = (selector: string) => element.shadowRoot?.querySelector(selector);

  it('shows a formula as MathML', async () => {
    await show('x^2');
    await expect.poll(() => found('math msup')?.textContent).toBe('x2');

    await show('y', true);
    expect(found('wide-box math')?.textContent).toBe('y');
  });

  it('shows what it does not know as it was written', async () => {
    await show('\\href{javascript:alert(1)}{x}');

    expect(found('math')).toBeNull();
    expect(found('.source')?.textContent).toBe('$\\href{javascript:alert(1)}{x}$');
  });
});
