import type {Content, Message} from '../api.js';
import {wordsOf} from './content.js';
import {readProse} from './prose-memory.js';
import {countWords} from './words.js';

/** What several contents begin with, each of them to the letter. */
export interface Beginning {
  /** How many blocks of a text, or turns of a conversation, it is. */
  units: number;
  words: number;
  /** How many contents have it. */
  contents: number;
}

/** A beginning is not folded away for less. */
const LENGTH_MIN = 400;

const known = new WeakMap<readonly Content[], Beginning | undefined>();

/**
 * What all contents begin with, if it is long. It ends where a block ends in each of them, or a turn, and something comes
 * after it in each. Asked again for the same list, it knows.
 */
export function sharedBeginning(contents: readonly Content[]): Beginning | undefined {
  if (!known.has(contents)) known.set(contents, findBeginning(contents));
  return known.get(contents);
}

function findBeginning(contents: readonly Content[]): Beginning | undefined {
  // HTML cannot be cut at a line: what begins there may end far below.
  const texts = contents.flatMap(({text, html}) => (html ? [] : (text ?? [])));
  const talks = contents.flatMap(({messages}) => (messages ? [messages] : []));
  const shared =
    texts.length === contents.length
      ? sharedBlocks(texts)
      : talks.length === contents.length
        ? sharedTurns(talks)
        : undefined;
  if (!shared || shared.source.length < LENGTH_MIN || contents.length < 2) return undefined;
  return {units: shared.units, words: countWords(shared.source), contents: contents.length};
}

interface Shared {
  units: number;
  source: string;
}

function sharedBlocks(written: readonly string[]): Shared | undefined {
  const texts = written.map((text) => text.replace(/\r\n?/g, '\n'));
  const [first = ''] = texts;
  const length = Math.min(...texts.map((text) => commonLength(first, text)));
  if (length < LENGTH_MIN) return undefined;
  const lines = first.slice(0, length).split('\n');
  const proses = written.map(readProse);
  const [prose] = proses;
  // The same words could lead elsewhere, because where a link leads may be said at the end of a text.
  if (!prose || proses.some(({links}) => links !== prose.links)) return undefined;
  const most = Math.min(...proses.map(({ends}) => ends.length)) - 1;
  let units = 0;
  while (units < most && isSharedEnd(proses, units, lines.length)) units++;
  return {units, source: lines.slice(0, prose.ends[units - 1] ?? 0).join('\n')};
}

/** Whether a block ends in the same line of all texts, before the line in which they differ. */
function isSharedEnd(proses: readonly {ends: readonly number[]}[], block: number, lines: number): boolean {
  const end = proses[0]?.ends[block] ?? lines;
  return end < lines && proses.every(({ends}) => ends[block] === end);
}

function sharedTurns(talks: readonly (readonly Message[])[]): Shared | undefined {
  const [first = []] = talks;
  const most = Math.min(...talks.map((talk) => talk.length)) - 1;
  let units = 0;
  while (units < most && talks.every((talk) => JSON.stringify(talk[units]) === JSON.stringify(first[units]))) units++;
  return {units, source: wordsOf({messages: first.slice(0, units)})};
}

function commonLength(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let length = 0;
  while (length < most && one.charCodeAt(length) === other.charCodeAt(length)) length++;
  return length;
}
