import type {Emitter, LanguageFn} from 'highlight.js';
import hljs from 'highlight.js/lib/core';
import bash from 'highlight.js/lib/languages/bash';
import c from 'highlight.js/lib/languages/c';
import cpp from 'highlight.js/lib/languages/cpp';
import css from 'highlight.js/lib/languages/css';
import go from 'highlight.js/lib/languages/go';
import java from 'highlight.js/lib/languages/java';
import javascript from 'highlight.js/lib/languages/javascript';
import json from 'highlight.js/lib/languages/json';
import python from 'highlight.js/lib/languages/python';
import rust from 'highlight.js/lib/languages/rust';
import sql from 'highlight.js/lib/languages/sql';
import typescript from 'highlight.js/lib/languages/typescript';
import xml from 'highlight.js/lib/languages/xml';

/** A piece of code in one colour. */
export interface Run {
  text: string;
  colour: Colour | '';
}

export type Colour = 'keyword' | 'string' | 'value' | 'comment' | 'name' | 'tag';

/** The colour of each kind of thing that the highlighter tells apart. The part of a name before its dot is the kind. */
const COLOURS: Record<string, Colour> = {
  keyword: 'keyword',
  built_in: 'keyword',
  meta: 'keyword',
  string: 'string',
  regexp: 'string',
  char: 'string',
  number: 'value',
  literal: 'value',
  symbol: 'value',
  variable: 'value',
  comment: 'comment',
  doctag: 'comment',
  title: 'name',
  type: 'name',
  attr: 'name',
  attribute: 'name',
  property: 'name',
  tag: 'tag',
  name: 'tag',
  'selector-tag': 'tag',
  'selector-class': 'tag',
  'selector-id': 'tag',
  'selector-pseudo': 'tag',
  'selector-attr': 'tag',
};

/** Takes what the highlighter finds as plain data. Its own emitter makes HTML, which nothing here may be made from. */
class RunEmitter implements Emitter {
  readonly runs: Run[] = [];
  readonly #colours: (Colour | '')[] = [''];

  addText(text: string): void {
    const colour = this.#colours.at(-1) ?? '';
    const last = this.runs.at(-1);
    if (last?.colour === colour) last.text += text;
    else if (text !== '') this.runs.push({text, colour});
  }

  startScope(name: string): void {
    // What is put into a string is no string.
    const outer = name === 'subst' ? '' : this.#colours.at(-1);
    this.#colours.push(COLOURS[name.split('.', 1)[0] ?? ''] ?? outer ?? '');
  }

  endScope(): void {
    this.#colours.pop();
  }

  /** The highlighter calls some scopes nodes. Its types do not say so. */
  openNode(name: string): void {
    this.startScope(name);
  }

  closeNode(): void {
    this.endScope();
  }

  __addSublanguage(emitter: Emitter): void {
    if (emitter instanceof RunEmitter) for (const run of emitter.runs) this.runs.push({...run});
  }

  finalize(): void {
    // Nothing is left open that would matter.
  }

  toHTML(): string {
    return '';
  }
}

const LANGUAGES: Record<string, LanguageFn> = {
  bash,
  c,
  cpp,
  css,
  go,
  java,
  javascript,
  json,
  python,
  rust,
  sql,
  typescript,
  xml,
};
for (const [name, language] of Object.entries(LANGUAGES)) hljs.registerLanguage(name, language);
hljs.configure({__emitter: RunEmitter});

/** Takes code apart by colour, or not at all if the highlighter fails. All runs together are the code to the letter. */
export function highlight(code: string, language: string): Run[] {
  const emitter: unknown = hljs.highlight(code, {language, ignoreIllegals: true})._emitter;
  const runs = emitter instanceof RunEmitter ? emitter.runs : [];
  return runs.map((run) => run.text).join('') === code ? runs : [{text: code, colour: ''}];
}
