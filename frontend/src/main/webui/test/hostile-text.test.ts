// @vitest-environment happy-dom
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';

import '../src/elements/prose-text.js';
import type {ProseTextElement} from '../src/elements/prose-text.js';
import {api} from '../src/api.js';
import {piecesOf} from '../src/model/marks.js';
import {proseOf} from '../src/model/markdown.js';
import {isAddressOfWeb} from '../src/model/spans.js';

const PAYLOADS = [
  '<script>alert(1)</script>',
  '<SCRIPT SRC=//x.org/a.js></SCRIPT>',
  '<img src=x onerror=alert(1)>',
  '<img src="x" onerror="alert(1)"/>\n\nafter',
  '<svg onload=alert(1)>',
  '<svg><script>alert(1)</script></svg>',
  '<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<iframe srcdoc="<script>alert(1)</script>">',
  '<object data="data:text/html,<script>alert(1)</script>">',
  '<style>*{background:url(//x.org)}</style>',
  '<link rel=stylesheet href=//x.org>',
  '<base href=//x.org>',
  '<meta http-equiv=refresh content="0;url=//x.org">',
  '<form action=//x.org><button formaction=javascript:alert(1)>x</button></form>',
  '<a href="javascript:alert(1)">x</a>',
  '<div style="background:url(javascript:alert(1))">x</div>',
  '<p style="position:fixed;inset:0">\\2028 \\00003c</p>',
  '<!-- --><b onmouseover=alert(1)>x</b>',
  '<![CDATA[<script>alert(1)</script>]]>',
  '<?php echo 1 ?>',
  '</template><script>alert(1)</script>',
  '</pre></code></p></prose-text><script>alert(1)</script>',
  '`</code><script>alert(1)</script>`',
  '```html\n</pre><script>alert(1)</script>\n```',
  '```"><script>alert(1)</script>\nx\n```',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](<javascript:alert(1)>)',
  '[x](&#106;avascript:alert(1))',
  '[x](&#x6A;&#x61;vascript&colon;alert(1))',
  '[x](java&Tab;script:alert(1))',
  '[x](java&NewLine;script:alert(1))',
  '[x](\u0001javascript:alert(1))',
  '[x](\\javascript:alert(1))',
  '[x](vbscript:msgbox(1))',
  '[x](data:text/html;base64,PHNjcmlwdD4=)',
  '[x](data:image/svg+xml;base64,PHN2Zz4=)',
  '[x](file:///etc/passwd)',
  '[x](blob:https://x.org/1)',
  '[x](//x.org)',
  '[x](/user/logout)',
  '[x][a]\n\n[a]: javascript:alert(1)',
  '[x][a]\n\n[a]: data:text/html,x "t"',
  '<javascript:alert(1)>',
  '<data:text/html,x>',
  '[x](https://x.org "\\" onclick=alert(1)")',
  '[x](https://x.org/"onmouseover="alert(1))',
  '[![x](javascript:alert(1))](javascript:alert(1))',
  '[![x](https://x.org/i.png)](javascript:alert(1))',
  '![x](javascript:alert(1))',
  '![x](https://x.org/track.gif)',
  '![" onerror="alert(1)](x)',
  '![x](data:image/svg+xml,<svg onload=alert(1)>)',
  '# <script>alert(1)</script>',
  '| <script>alert(1)</script> |\n|---|\n| [x](javascript:alert(1)) |',
  '| a |\n|:-:|\n| b |',
  '- [x] <input type=checkbox onclick=alert(1)>',
  '> <script>\n> alert(1)\n> </script>',
  '${alert(1)} {{constructor.constructor("alert(1)")()}}',
  '<!--?lit$123456$-->?lit$1$<!---->',
  'a\u202Egnp.exe\u202C \u2066b',
  'pay\u200Bpal \uFEFF\u2060',
  '[\u202Egro.x//:sptth](https://evil.org)',
  '```\n\u202E// }; if (admin) { //\u2066\n```',
  '`\u202Ecode`',
  '![\u202Ealt](\u202Ex)',
  '| \u202Ea |\n|---|\n| \u200Bb |',
  '$\\href{javascript:alert(1)}{x}$ and \\(\\htmlStyle{position:fixed}{x}\\)',
  '$$\n\\text{<img src=x onerror=alert(1)>}\n$$',
  '$$\n\\includegraphics{//x.org/i.png}\n$$',
  '$\\text{\u202Ex}$ $\\char"202E$',
  '\u0000\u0008\u001B[2J\u007F',
  'Z' + '\u0300'.repeat(500),
  '\uD800 \uDFFF',
];

/** What may be made of a text. */
const ELEMENTS = new Set(
  'a blockquote button code code-block div em hr li math math-text mi mn mo mrow mtext ol p pre s shown-image slot span strong style table tbody td th thead tr ul wide-box'.split(
    ' ',
  ),
);
const ATTRIBUTES = new Set(
  'aria-label aria-level class dir display href rel role start tabindex target title label'.split(' '),
);

let prose: ProseTextElement;

beforeEach(() => {
  vi.spyOn(api, 'imageSources').mockResolvedValue([]);
  prose = document.createElement('prose-text');
  document.body.append(prose);
});

afterEach(() => prose.remove());

function* within(root: ParentNode): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* within(element.shadowRoot);
  }
}

async function shown(text: string, raw: boolean): Promise<Element[]> {
  prose.text = text;
  prose.raw = raw;
  await prose.updateComplete;
  await Promise.resolve();
  if (!prose.shadowRoot) throw new Error('prose-text has no root');
  return [...within(prose.shadowRoot)];
}

function texts(elements: readonly Element[]): string {
  return elements
    .filter((element) => element.localName !== 'style')
    .flatMap((element) => [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE))
    .map((node) => node.textContent)
    .join('');
}

describe.each([
  ['as Markdown', false],
  ['word for word', true],
])('prose-text %s', (_way, raw) => {
  it.each(PAYLOADS)('makes nothing of %j that does anything', async (payload) => {
    const elements = await shown(payload, raw);

    for (const element of elements) {
      expect(ELEMENTS).toContain(element.localName);
      if (element.localName === 'style') continue;
      for (const {name} of element.attributes) expect(ATTRIBUTES).toContain(name);
      if (element.localName === 'a') expect(isAddressOfWeb(element.getAttribute('href') ?? '')).toBe(true);
    }
    const hidden = piecesOf(texts(elements)).filter((piece) => typeof piece !== 'string');
    expect(hidden).toEqual([]);
  });
});

it('shows tags as text', async () => {
  expect(texts(await shown('a <b onclick="x">b</b> <!-- c -->', false))).toBe('a <b onclick="x">b</b> <!-- c -->');
});

it('shows each character of what is raw, and only that', async () => {
  const text = '# *a*  \n\n- [x](y) \t`b`\n\n\n<c> &amp; \\d';

  expect(texts(await shown(text, true))).toBe(text);
});

it('adds no white space to running text, which would be shown', async () => {
  const elements = await shown('# A\n\nb\n\n- c\n\n| d | e |\n|---|---|\n| f | g |', false);
  const running = elements.filter((element) => element.matches('p, th, td')).map((element) => element.textContent);

  expect(running).toEqual(['A', 'b', 'c', 'd', 'e', 'f', 'g']);
});

it('opens a link elsewhere, tells nobody where it was, and says where it leads', async () => {
  const link = (await shown('[bank](https://evil.org/a)', false)).find((element) => element.localName === 'a');

  expect(link?.getAttribute('target')).toBe('_blank');
  expect(link?.getAttribute('rel')).toBe('noopener noreferrer nofollow');
  expect(link?.getAttribute('title')).toBe('https://evil.org/a');
});

it('loads no image from elsewhere, but says what and where it is', async () => {
  expect(texts(await shown('![a cat](https://x.org/cat.png)', false))).toBe(
    'Image, not shown: a cat (https://x.org/cat.png)',
  );
  expect(texts(await shown(`![](data:image/png;base64,${'A'.repeat(9000)})`, false)).length).toBeLessThan(400);
});

it('gives each block a direction of its own, and code always the same', async () => {
  const elements = await shown('שלום\n\n- שלום\n\n> a\n\n| א |\n|---|\n| b |\n\n`c`\n\n```\nשלום\n```', false);
  const directions = (name: string) =>
    elements.filter((element) => element.localName === name).map((element) => element.getAttribute('dir'));

  expect(directions('p')).toEqual(['auto', null, null, 'auto']);
  expect([...directions('li'), ...directions('blockquote'), ...directions('td')]).toEqual(['auto', 'auto', 'auto']);
  expect([...directions('code').slice(0, 1), ...directions('pre')]).toEqual(['ltr', 'ltr']);
});

it('renders a table of 10,000 cells in portions, and all of it', async () => {
  const row = '| b '.repeat(100) + '|\n';
  const elements = await shown(`${row}${'|---'.repeat(100)}|\n${row.repeat(100)}`, false);
  const cells = () => prose.shadowRoot?.querySelectorAll('td').length;

  expect(elements.some((element) => element.className === 'rest')).toBe(true);
  expect(cells()).toBeLessThan(2000);
  await expect.poll(cells, {timeout: 20_000}).toBe(10_000);
  expect(prose.shadowRoot?.querySelector('.rest')).toBeNull();
}, 30_000);

it('stops rendering a text that is no longer shown', async () => {
  await shown('word\n\n'.repeat(2000), false);
  await shown('other', false);
  await new Promise((resolve) => setTimeout(resolve, 50));

  expect(prose.shadowRoot?.querySelectorAll('p')).toHaveLength(1);
});

describe('a megabyte', () => {
  it.each([
    '[',
    '![',
    '[]',
    '[[]](',
    '](',
    '[a](',
    '[a](<b',
    '[a][',
    '[^',
    '*',
    '**a ',
    '*a_ ',
    '_a',
    '*_',
    'a**b',
    '~~a ',
    '~',
    '`',
    '`a``b```c',
    '<',
    '<!--',
    '<a@',
    '<a ',
    '&',
    '&#x',
    '\\',
    '(',
    '"',
    '#',
    '$',
    '\u200B',
    '\u200B\u200C',
    'a\u202E',
    'word ',
    'a\n',
    '- a\n',
    '> a\n\n',
    '|-|\n',
    'x\n=\n',
    '```\n',
    '~~~~\n```\n',
    '[a]: b\n',
    '    c\n\n',
    '1. - a\n',
    '\t',
    ' ',
    '\n',
  ])('of %j is read in a moment, and in less if the page takes it for Markdown', (pattern) => {
    const started = performance.now();
    for (const length of [1_000_000, 299_000]) {
      const prose = proseOf(pattern.repeat(Math.ceil(length / pattern.length)));
      for (const block of prose.blocks.slice(0, 200)) {
        if (block.kind === 'paragraph' || block.kind === 'heading') prose.spansOf(block.source);
        if (block.kind === 'written') piecesOf(block.text.slice(0, 100_000));
      }
    }
    expect(performance.now() - started).toBeLessThan(4000);
  });
});
