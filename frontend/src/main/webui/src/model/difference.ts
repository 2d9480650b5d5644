import {type Edit, editsBetween} from './edits.js';
import {tokensOf} from './tokens.js';

/** A piece of a text. */
export interface Run {
  text: string;
  /** Whether only this text has it. */
  only: boolean;
  /** Whether the texts were the same up to here. */
  first: boolean;
}

/** How texts differ. All runs of a text are the text to the letter. */
export interface Difference {
  runs: Run[][];
  /** What there is to mark: words, no more than white space, or nothing. */
  kind: 'words' | 'space' | 'none';
}

/** Where a text has something of its own: from a character up to another. */
type Range = readonly [from: number, to: number];

/** How many words, spaces and signs, or lines, may differ: finding that many takes about 20 ms. */
const EDITS_MAX = 2_000;
/** Texts that are longer together are compared line by line, and words only within the lines that differ. */
const WORDWISE_MAX = 40_000;
/** Within lines that differ so many words may, and so many characters of such lines are looked at word by word. */
const EDITS_WITHIN_MAX = 400;
const LETTERS_WITHIN_MAX = 120_000;
/** Shorter texts are marked however different they are. */
const SHORT = 600;
/** If less than this part of a text is in the other one, marks everywhere would say nothing. */
const COMMON_MIN = 0.15;

/**
 * Finds the words and spaces that only one text has. Each text is compared with the first, and of the first that is marked
 * which no other has.
 *
 * @returns undefined if the texts are so different that marks would be of no help
 */
export function differenceOf(texts: readonly string[]): Difference | undefined {
  const [reference = '', ...others] = texts;
  const found = others.map((other) => ({other, edits: textEdits(reference, other)}));
  const ranges: Range[][] = [[[0, reference.length]]];
  const starts = [reference.length];
  for (const {other, edits} of found) {
    if (!edits) return undefined;
    const own = {one: rangesOf(reference, edits, 'one'), other: rangesOf(other, edits, 'other')};
    if (isTooMuch(reference, own.one) && isTooMuch(other, own.other)) return undefined;
    ranges[0] = overlap(ranges[0] ?? [], own.one);
    ranges.push(own.other);
    const start = edits[0]?.from.one ?? reference.length;
    starts[0] = Math.min(starts[0] ?? start, start);
    starts.push(start);
  }
  const runs = texts.map((text, i) => runsOf(text, ranges[i] ?? [], starts[i] ?? 0));
  const marked = runs.flat().filter((run) => run.only);
  const kind = marked.length === 0 ? 'none' : marked.some(({text}) => /\S/.test(text)) ? 'words' : 'space';
  return {runs, kind};
}

/** The places where two texts differ, counted in characters. */
function textEdits(one: string, other: string): Edit[] | undefined {
  if (one.length + other.length <= WORDWISE_MAX) {
    const edits = pieceEdits(...tokenPair(one, other), EDITS_MAX);
    if (edits) return edits;
  }
  const lines = pieceEdits(one.match(/.*\n|.+$/g) ?? [], other.match(/.*\n|.+$/g) ?? [], EDITS_MAX);
  let effort = EDITS_MAX ** 2;
  let letters = LETTERS_WITHIN_MAX;
  return lines?.flatMap((line) => {
    const {from, to} = line;
    const most = Math.min(EDITS_WITHIN_MAX, Math.floor(Math.sqrt(effort)));
    const length = to.one - from.one + to.other - from.other;
    if (length > Math.min(letters, WORDWISE_MAX)) return [line];
    letters -= length;
    const pair = tokenPair(one.slice(from.one, to.one), other.slice(from.other, to.other));
    const edits = pieceEdits(...pair, most);
    const count = edits?.reduce((sum, edit) => sum + edit.to.one - edit.from.one + edit.to.other - edit.from.other, 0);
    effort -= Math.min(most, count ?? most) ** 2;
    return edits?.map((edit) => ({from: moved(edit.from, from), to: moved(edit.to, from)})) ?? [line];
  });
}

function tokenPair(one: string, other: string): [string[], string[]] {
  const [first = [], second = []] = tokensOf([one, other]);
  return [first, second];
}

/** The places where two lists of pieces differ, counted in characters. */
function pieceEdits(one: readonly string[], other: readonly string[], most: number): Edit[] | undefined {
  const known = new Map<string, number>();
  const numbered = (piece: string): number => {
    const number = known.get(piece) ?? known.size;
    known.set(piece, number);
    return number;
  };
  const edits = editsBetween(one.map(numbered), other.map(numbered), most);
  const at = {one: offsetsOf(one), other: offsetsOf(other)};
  const place = (index: Edit['from']) => ({one: at.one[index.one] ?? 0, other: at.other[index.other] ?? 0});
  return edits?.map(({from, to}) => ({from: place(from), to: place(to)}));
}

function offsetsOf(pieces: readonly string[]): number[] {
  const offsets = [0];
  let at = 0;
  for (const piece of pieces) offsets.push((at += piece.length));
  return offsets;
}

function moved(place: Edit['from'], by: Edit['from']): Edit['from'] {
  return {one: place.one + by.one, other: place.other + by.other};
}

/** What a text has of its own. A blank between two such words belongs to it, so that a sentence is one mark. */
function rangesOf(text: string, edits: readonly Edit[], side: 'one' | 'other'): Range[] {
  const ranges: Range[] = [];
  for (const edit of edits) {
    const from = edit.from[side];
    const to = edit.to[side];
    if (from === to) continue;
    const last = ranges.at(-1);
    const joins = last && (last[1] === from || text.slice(last[1], from) === ' ');
    if (joins) ranges[ranges.length - 1] = [last[0], to];
    else ranges.push([from, to]);
  }
  return ranges;
}

function isTooMuch(text: string, ranges: readonly Range[]): boolean {
  const own = ranges.reduce((sum, [from, to]) => sum + to - from, 0);
  return text.length > SHORT && own > text.length * (1 - COMMON_MIN);
}

/** What is in both of two lists of ranges that are in order. */
function overlap(some: readonly Range[], others: readonly Range[]): Range[] {
  const both: Range[] = [];
  let i = 0;
  let j = 0;
  for (let one = some[i], other = others[j]; one && other; one = some[i], other = others[j]) {
    const from = Math.max(one[0], other[0]);
    const to = Math.min(one[1], other[1]);
    if (from < to) both.push([from, to]);
    if (one[1] < other[1]) i++;
    else j++;
  }
  return both;
}

function runsOf(text: string, ranges: readonly Range[], start: number): Run[] {
  const runs: Run[] = [];
  const borders = new Set([0, start, ...ranges.flat(), text.length]);
  const sorted = [...borders].sort((a, b) => a - b);
  const starts = new Set(ranges.map(([from]) => from));
  const ends = new Set(ranges.map(([, to]) => to));
  let only = false;
  sorted.forEach((from, i) => {
    if (ends.has(from)) only = false;
    if (starts.has(from)) only = true;
    const first = from === start;
    const piece = text.slice(from, sorted[i + 1] ?? text.length);
    if (piece !== '' || first) runs.push({text: piece, only, first});
  });
  return runs;
}
