import {readFileSync} from 'node:fs';

import {describe, expect, it} from 'vitest';

import {highlight} from '../src/highlighting.js';
import {knownLanguage} from '../src/model/languages.js';

const CODE: Record<string, string> = {
  bash: 'for f in *; do echo "$f"; done # all\n',
  c: '#include <stdio.h>\nint main(void) { return 0; }',
  cpp: 'template <typename T> auto f(T t) { return "a"; }',
  css: 'a:hover { color: #fff; } /* x */',
  go: 'func main() { fmt.Println("a", 1) }',
  java: 'record A(int b) { /* c */ String d() { return "e"; } }',
  javascript: 'const a = `b ${c + 1}`; // d',
  json: '{"a": [1, true, null]}',
  python: 'def f(x: int) -> str:\n    """doc"""\n    return f"{x}"\n',
  rust: "fn f<'a>(x: &'a str) -> u8 { 1 }",
  sql: "select 'a' from b where c = 1 -- d",
  typescript: 'interface A<T> { b: T }',
  xml: '<a href="b"><script>let c = 1;</script><style>d {}</style></a>',
};

describe('highlight', () => {
  it.each(Object.entries(CODE))('colours %s and loses no character', (language, code) => {
    const runs = highlight(code, language);

    expect(runs.map((run) => run.text).join('')).toBe(code);
    expect(new Set(runs.map((run) => run.colour)).size).toBeGreaterThan(1);
  });

  it.each(['(', '"', '`', '/*', '<', '{', '\\', 'a ', '${', '"""', '<!--', '<script>', 'x=>', 'r#"'])(
    'is done soon with 20,000 characters of %j',
    (pattern) => {
      const code = pattern.repeat(20_000 / pattern.length);
      for (const language of Object.keys(CODE)) {
        const started = performance.now();
        expect(
          highlight(code, language)
            .map((run) => run.text)
            .join(''),
        ).toBe(code);
        expect(performance.now() - started).toBeLessThan(1500);
      }
    },
    60_000,
  );
});

it('knows languages by the names that texts give them', () => {
  expect(['py', 'TSX', 'c++', 'html', 'sh'].map(knownLanguage)).toEqual(['python', 'typescript', 'cpp', 'xml', 'bash']);
  expect(['', 'brainfuck', 'constructor', '__proto__'].map(knownLanguage)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

describe('the colours of code', () => {
  const css = readFileSync(new URL('../src/styles/page.css', import.meta.url), 'utf8');
  const colours = (token: string) => {
    const [, light, dark] = new RegExp(`--${token}: light-dark\\(#(\\w{6}), #(\\w{6})\\)`).exec(css) ?? [];
    if (!light || !dark) throw new Error(`no token ${token}`);
    return [light, dark] as const;
  };

  it.each(['keyword', 'string', 'value', 'comment', 'name', 'tag'])('can be read: %s', (colour) => {
    colours(`code-${colour}`).forEach((ink, theme) => {
      expect(contrast(ink, colours('sunken')[theme] ?? '')).toBeGreaterThan(4.5);
    });
  });
});

function contrast(one: string, other: string): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(hex: string): number {
  const [red, green, blue] = [0, 2, 4].map((at) => {
    const share = parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
