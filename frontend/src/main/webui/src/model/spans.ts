import type {Token} from 'markdown-it';

import {type Formula, formulaOf} from './formulas.js';

/** How running text stands out. */
export type Emphasis = 'strong' | 'em' | 's' | 'code';

/** A piece of running text. They do not nest, but for the text of a link, so nothing can be nested too deep. */
export type Span =
  | {kind: 'text'; text: string; marks: readonly Emphasis[]}
  | {kind: 'formula'; formula: Formula}
  | {kind: 'link'; address: string; spans: Span[]}
  | {kind: 'image'; alt: string; address: string};

const OPENINGS: Record<string, Emphasis> = {strong_open: 'strong', em_open: 'em', s_open: 's'};
const CLOSINGS: Record<string, Emphasis> = {strong_close: 'strong', em_close: 'em', s_close: 's'};
/** More formulas in one paragraph would take too long to be laid out. */
const FORMULAS_MAX = 150;
const PROTOCOLS = ['http:', 'https:', 'mailto:'];

/** Whether a link may lead there. The address is read as a browser reads it, so no spelling can trick this. */
export function isAddressOfWeb(address: string): boolean {
  return URL.canParse(address) && PROTOCOLS.includes(new URL(address).protocol);
}

/** Turns the parser's openings and closings into pieces. A link that may not be followed is text with its address. */
export function spansOf(tokens: readonly Token[]): Span[] {
  const root: Span[] = [];
  let spans = root;
  let address = '';
  let formulas = 0;
  const depth: Record<Emphasis, number> = {strong: 0, em: 0, s: 0, code: 0};
  const marks = () => (Object.keys(depth) as Emphasis[]).filter((mark) => depth[mark] > 0);
  const say = (text: string, more: readonly Emphasis[] = []) => {
    if (text === '') return;
    const now = [...marks(), ...more];
    const last = spans.at(-1);
    // The parser ends a text at each character that might have meant something.
    if (last?.kind === 'text' && last.marks.join() === now.join()) last.text += text;
    else spans.push({kind: 'text', text, marks: now});
  };
  for (const token of tokens) {
    const opened = OPENINGS[token.type];
    const closed = CLOSINGS[token.type];
    if (opened) depth[opened]++;
    else if (closed) depth[closed]--;
    else if (token.type === 'code_inline') say(token.content, ['code']);
    else if (token.type === 'softbreak' || token.type === 'hardbreak') say('\n');
    else if (token.type === 'formula') {
      const formula = formulaOf(token);
      if (++formulas > FORMULAS_MAX) say(formula.source);
      else spans.push({kind: 'formula', formula});
    } else if (token.type === 'image') {
      spans.push({kind: 'image', alt: token.content, address: String(token.attrGet('src') ?? '')});
    } else if (token.type === 'link_open') {
      address = String(token.attrGet('href') ?? '');
      if (isAddressOfWeb(address)) {
        const link: Span = {kind: 'link', address: new URL(address).href, spans: []};
        root.push(link);
        spans = link.spans;
      }
    } else if (token.type === 'link_close') {
      if (spans === root) say(` (${address})`);
      spans = root;
    } else say(token.content);
  }
  return root;
}
