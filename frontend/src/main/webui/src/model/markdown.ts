import MarkdownIt, {type Env, type Token} from 'markdown-it';

import {texts} from '../texts.js';
import {type Formula, addFormulas, formulaOf} from './formulas.js';
import {type Span, isAddressOfWeb, spansOf} from './spans.js';

/** A part of a text that stands for itself. `source` is running text whose marks have not been read yet. */
export type Block =
  | {kind: 'paragraph'; source: string}
  | {kind: 'heading'; size: number; depth: number; source: string}
  | {kind: 'code'; language: string; code: string}
  | {kind: 'quote'; blocks: Block[]}
  | {kind: 'list'; start: number | undefined; tight: boolean; items: Item[]}
  | {kind: 'table'; head: Cell[]; rows: Cell[][]}
  | {kind: 'rule'}
  | {kind: 'formula'; formula: Formula}
  | {kind: 'written'; text: string};

/** An item of a list; `done` is there if it is a task that can be ticked off. */
export interface Item {
  done: boolean | undefined;
  blocks: Block[];
}

export interface Cell {
  align: 'start' | 'left' | 'center' | 'right';
  source: string;
}

/** A text as it is shown: its blocks, and how to read the running text in them. */
export interface Prose {
  blocks: Block[];
  /** Why Markdown was not read although it was asked for. */
  note?: string;
  spansOf: (source: string) => Span[];
  /** The line after each block, counted from 0; none if the text is shown word for word. */
  ends: readonly number[];
  /** Where the links lead whose address stands elsewhere in the text. It is the same for texts in which it is the same. */
  links: string;
}

/** The parser leaves out what is nested deeper, so a text that comes so far is not left to it. */
const NESTING_MAX = 40;
/** Reading Markdown cannot be interrupted. Beyond these the page would stand still for longer than anybody notices not. */
const CHARACTERS_MAX = 300_000;
const LINES_MAX = 12_000;
/** So many characters of one paragraph are read at once; hostile ones take 5 µs each. */
const PARAGRAPH_MAX = 10_000;
/** A text word for word is cut between lines into parts of about this length, which are laid out one by one. */
const PART_LENGTH = 8_000;

const TASK = /^\[([ xX])\][ \t]+/;
const ALIGNED = /text-align:(left|center|right)/;

const parser = new MarkdownIt({html: false, linkify: false, typographer: false, breaks: true, maxNesting: NESTING_MAX});
// Running text is read when it is shown, so a large text is not read at one go.
parser.core.ruler.enableOnly(['block', 'strip_references']);
// A link that is not recognised stays as it was written. Addresses without a scheme are let through for pictures.
parser.validateLink = (address) =>
  isAddressOfWeb(address) || /^data:image\//i.test(address) || !/^[a-z][a-z0-9+.-]*:/i.test(address);
addFormulas(parser);
parser.normalizeLinkText = (address) => address;

/**
 * Reads a text as Markdown: CommonMark with tables, struck out text and task lists. HTML is text like any other. A text
 * that would take too long, or of which the parser would leave something out, is shown word for word instead.
 */
export function proseOf(source: string): Prose {
  const text = source.replace(/\r\n?/g, '\n');
  if (text.length > CHARACTERS_MAX || lineCount(text) > LINES_MAX) {
    return {...writtenProse(source), note: texts.content.tooLong};
  }
  const env: Env = {};
  const tokens = parser.parse(text, env);
  if (tokens.some((token) => token.level >= NESTING_MAX - 1)) {
    return {...writtenProse(source), note: texts.content.tooDeep};
  }
  return {
    blocks: blocksOf(tokens),
    ends: tokens.filter(({level, nesting}) => level === 0 && nesting >= 0).map(({map}) => map?.[1] ?? 0),
    links: JSON.stringify(env.references ?? {}),
    spansOf: (running) => {
      if (running.length > PARAGRAPH_MAX) return plain(running);
      const inline: Token[] = [];
      parser.inline.parse(running, parser, env, inline);
      return spansOf(inline);
    },
  };
}

/** A text word for word. */
export function writtenProse(text: string): Prose {
  return {
    blocks: partsOf(text.replaceAll('\r\n', '\n')).map((part) => ({kind: 'written', text: part})),
    spansOf: plain,
    ends: [],
    links: '',
  };
}

function plain(text: string): Span[] {
  return [{kind: 'text', text, marks: []}];
}

function partsOf(text: string): string[] {
  const parts: string[] = [];
  let from = 0;
  while (text.length - from > PART_LENGTH) {
    const end = text.indexOf('\n', from + PART_LENGTH);
    if (end < 0) break;
    parts.push(text.slice(from, end));
    from = end + 1;
  }
  if (from < text.length || parts.length > 0) parts.push(text.slice(from));
  return parts;
}

function lineCount(text: string): number {
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}

/** Makes a tree of the parser's list of openings and closings, without recursion. */
function blocksOf(tokens: readonly Token[]): Block[] {
  const root: Block[] = [];
  const levels: Block[][] = [root];
  const lists: Extract<Block, {kind: 'list'}>[] = [];
  const headings: number[] = [];
  let table: Extract<Block, {kind: 'table'}> = {kind: 'table', head: [], rows: []};
  let row: Cell[] = [];
  const add = (block: Block) => levels.at(-1)?.push(block);
  const nest = (blocks: Block[]) => levels.push(blocks);
  tokens.forEach((token, i) => {
    const source = tokens[i + 1]?.content ?? '';
    switch (token.type) {
      case 'paragraph_open': {
        if (token.hidden) for (const list of lists.slice(-1)) list.tight = true;
        add({kind: 'paragraph', source});
        break;
      }
      case 'heading_open': {
        const size = Number(token.tag.slice(1));
        while ((headings.at(-1) ?? 0) >= size) headings.pop();
        headings.push(size);
        add({kind: 'heading', size, depth: headings.length, source});
        break;
      }
      case 'fence':
      case 'code_block': {
        const language = token.info.trim().split(/\s/, 1)[0] ?? '';
        add({kind: 'code', language, code: token.content.replace(/\n$/, '')});
        break;
      }
      case 'formula_block': {
        add({kind: 'formula', formula: formulaOf(token)});
        break;
      }
      case 'hr': {
        add({kind: 'rule'});
        break;
      }
      case 'blockquote_open': {
        const blocks: Block[] = [];
        add({kind: 'quote', blocks});
        nest(blocks);
        break;
      }
      case 'bullet_list_open':
      case 'ordered_list_open': {
        const start = token.tag === 'ol' ? Number(token.attrGet('start') ?? 1) : undefined;
        const list: Extract<Block, {kind: 'list'}> = {kind: 'list', start, tight: false, items: []};
        add(list);
        lists.push(list);
        break;
      }
      case 'list_item_open': {
        const blocks: Block[] = [];
        lists.at(-1)?.items.push({done: undefined, blocks});
        nest(blocks);
        break;
      }
      case 'list_item_close': {
        levels.pop();
        for (const item of lists.at(-1)?.items.slice(-1) ?? []) tick(item);
        break;
      }
      case 'blockquote_close': {
        levels.pop();
        break;
      }
      case 'bullet_list_close':
      case 'ordered_list_close': {
        lists.pop();
        break;
      }
      case 'table_open': {
        table = {kind: 'table', head: [], rows: []};
        add(table);
        break;
      }
      case 'tr_open': {
        row = [];
        break;
      }
      case 'tr_close': {
        if (table.head.length === 0) table.head = row;
        else table.rows.push(row);
        break;
      }
      case 'th_open':
      case 'td_open': {
        const align = ALIGNED.exec(String(token.attrGet('style') ?? ''))?.[1] as Cell['align'] | undefined;
        row.push({align: align ?? 'start', source});
        break;
      }
    }
  });
  return root;
}

/** Makes an item that begins with `[ ]` or `[x]` a task. */
function tick(item: Item): void {
  const first = item.blocks[0];
  const task = first?.kind === 'paragraph' ? TASK.exec(first.source) : null;
  if (first?.kind !== 'paragraph' || !task) return;
  item.done = task[1] !== ' ';
  first.source = first.source.slice(task[0].length);
}
