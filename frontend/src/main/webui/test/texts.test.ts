import {readFileSync, readdirSync} from 'node:fs';
import {dirname, join} from 'node:path';

import {describe, expect, it} from 'vitest';

import {laterTexts} from '../src/later-texts.js';
import {ownerTexts} from '../src/owner-texts.js';
import {texts} from '../src/texts.js';
import {textsIn} from './texts-in.js';

const SRC = join(import.meta.dirname, '../src');
const CATALOGUE = ['texts.ts', 'later-texts.ts', 'owner-texts.ts'];

/** What reads like a text and is none. */
const EXCEPTIONS = [
  // Selectors.
  /^selected-words\.ts:\d+: (shown-content|button|p), /,
  /^elements\/press-rule\.ts:\d+: (shown-content, diff-text|a, button, .*|scroll-box, 0)$/,
  // What a screen is asked, and a tag that is written into a configuration.
  /^elements\/comparison-view\.ts:\d+: \(max-height: 520px\)$/,
  /^model\/config-reason\.ts:\d+: 0 <TextArea name=/,
  // Keys and style declarations.
  /^elements\/(order|bucket)-item\.ts:\d+: (Enter 1|(1 )?Alt\+ArrowUp .*)$/,
  /^elements\/sorting-field\.ts:\d+: 0px 0px$/,
  /^elements\/task-table\.ts:\d+: minmax\(0px, 0fr\)$/,
  // The types that filters of Label Studio's state.
  /^model\/task-filters\.ts:\d+: (Number|String|Datetime|Boolean|List)$/,
  // Style sheets that are written anew.
  /^model\/safe-css\.ts:\d+: @(keyframes|layer) 0 \{0\}$/,
  // Names by which the page knows things, and what a link must not do.
  /^model\/(keys\.ts:\d+: option 0|entry\.ts:\d+: annotation 0|safe-html\.ts:\d+: noopener noreferrer nofollow)$/,
  // Code to be copied, the same in all languages.
  /^elements\/first-project\.ts:\d+: # pip install /,
  /^model\/(export|token)-code\.ts:\d+: (curl|import (json|zipfile|gzip|zstandard)|0import json|kafka-console-consumer\.sh|--topic|# pip install)( |$)/,
];

const sources = readdirSync(SRC, {recursive: true, encoding: 'utf8'}).filter((file) => file.endsWith('.ts'));
const elsewhere = sources.filter((file) => !CATALOGUE.includes(file));

function sourceOf(file: string): string {
  return readFileSync(join(SRC, file), 'utf8');
}

describe('the catalogue of texts', () => {
  it('has all words that the page says', () => {
    const found = elsewhere.flatMap((file) => textsIn(file, sourceOf(file)));
    expect(found.filter((text) => !EXCEPTIONS.some((exception) => exception.test(text)))).toEqual([]);
    for (const exception of EXCEPTIONS) expect(found.filter((text) => exception.test(text))).not.toEqual([]);
  });

  it('has no text that nothing shows', () => {
    const used = elsewhere
      .map(sourceOf)
      .filter((source) => source.includes('exts.js'))
      .join('\n');
    const all = [
      ...pathsOf('texts', texts),
      ...pathsOf('laterTexts', laterTexts),
      ...pathsOf('ownerTexts', ownerTexts),
    ];
    const unused = all.filter((path) => !isUsed(path, used));
    expect(unused).toEqual([]);
  });

  it('leaves numbers, lists and dates to one place', () => {
    const formats = /Intl\.(\w+Format|PluralRules)|\.to(Fixed|Locale\w*String)\(/;
    const found = sources.filter((file) => formats.test(sourceOf(file)));
    expect(found.sort()).toEqual(['model/figures.ts', 'model/numbers.ts', 'model/sizes.ts', 'model/when.ts']);
  });

  it('keeps the texts of later parts out of the first load', () => {
    const first = new Set<string>();
    const follow = (file: string) => {
      if (first.has(file)) return;
      first.add(file);
      for (const [, path = ''] of sourceOf(file).matchAll(/^(?:import|export|\}) (?!type )[^;]*?'(\.[^']+)\.js';$/gm))
        follow(join(dirname(file), `${path}.ts`));
    };
    follow('main.ts');
    expect(first).toContain('texts.ts');
    expect(first).not.toContain('later-texts.ts');
    expect(first).not.toContain('owner-texts.ts');
  });
});

describe('words in a source', () => {
  it.each([
    ['<p>Take a break</p>', 'Take a break'],
    ['<b>${name}</b> finished', 'finished'],
    ['<button aria-label="Close"></button>', 'Close'],
    ["<input placeholder='Find' />", 'Find'],
    ['<page-message headline="Nothing here"></page-message>', 'Nothing here'],
    ['<p>${busy ? "wait" : nothing}</p>', 'wait'],
    ['<img alt=${`picture ${name}`} />', 'picture 0'],
    ['<scroll-box .label=${"prompt"}></scroll-box>', 'prompt'],
    ['<p class=${open ? "open wide" : ""} @click=${() => say("Try again")}></p>', 'Try again'],
  ])('are found in the template %s', (template, words) => {
    expect(textsIn('x.ts', `html\`${template}\``)).toEqual([`x.ts:1: ${words}`]);
  });

  it.each([
    ["say('It is saved.')", 'It is saved.'],
    ['const words = `${count} tasks`', '0 tasks'],
    ['const words = `Saving ${count}…`', 'Saving 0…'],
    ["const said = isCopied ? 'Copied' : ''", 'Copied'],
    ["const choice = {label: 'tie'}", 'tie'],
    ["new Problem(500, '', 'It failed.')", 'It failed.'],
  ])('are found in the code %s', (code, words) => {
    expect(textsIn('x.ts', `\n${code}`)).toEqual([`x.ts:2: ${words}`]);
  });

  it.each([
    "import {css} from 'lit'; const styles = css`p { margin: 0 auto }`;",
    'html`<p class="wide row" dir="auto"><kbd>G</kbd> · ${words}</p>`',
    'html`<p class="${isOpen ? "open" : ""} row" title=${title}></p>`',
    "if (event.key === 'Enter') this.closest('ul, ol')?.focus();",
    "throw new Error('labeling-view needs an outbox');",
    "type Kind = 'Not seen'; // It was not seen.",
  ])('are not seen in %s', (code) => {
    expect(textsIn('x.ts', code)).toEqual([]);
  });
});

/** The paths of all texts, such as "texts.actions.undo". */
function pathsOf(path: string, value: unknown): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [path];
  return Object.entries(value).flatMap(([name, inner]) => pathsOf(`${path}.${name}`, inner));
}

/** Whether a source names a text, takes it out of its group, or passes the group on. */
function isUsed(path: string, source: string): boolean {
  const names = path.split('.');
  return names.slice(1).some((_, i) => {
    const group = names.slice(0, i + 2).join('\\.');
    const next = names[i + 2];
    const uses = source.matchAll(new RegExp(`(?:\\{([^{}]*)\\} = )?\\b${group}(?![\\w.])`, 'g'));
    return [...uses].some(
      ([, taken]) => taken === undefined || next === undefined || new RegExp(`\\b${next}\\b`).test(taken),
    );
  });
}
