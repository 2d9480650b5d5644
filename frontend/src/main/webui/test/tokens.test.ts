import {readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';

import {expect, it} from 'vitest';

const SOURCES = join(import.meta.dirname, '../src');

const texts = readdirSync(SOURCES, {recursive: true, encoding: 'utf8'})
  .filter((name) => /\.(?:ts|css)$/.test(name))
  .map((name) => readFileSync(join(SOURCES, name), 'utf8'))
  .join('\n');

const all = (pattern: RegExp) => new Set([...texts.matchAll(pattern)].map(([, name]) => name));

it('no style uses a token that nothing defines: the browser would leave the whole declaration out', () => {
  const defined = all(/(--[a-z0-9-]+)['"]?\s*[:,]/g);
  const used = all(/var\((--[a-z0-9-]+)[,)]/g);

  expect(used.size).toBeGreaterThan(30);
  expect([...used].filter((name) => !defined.has(name))).toEqual([]);
});
