import type {Theme} from '../theme.js';

/** Something that can be found and chosen by its name: a place to go to, or something to do. */
export interface Target {
  /** Tells it from all others. */
  id: string;
  label: string;
  /** What it belongs to, such as a project's title; empty if to nothing. */
  about: string;
  does: {path: string} | {theme: Theme} | 'log-out';
}

/** How well a written word fits a text, by how it is found there; 0 if it is not. */
const FIT = {equal: 100, start: 80, word: 60, within: 40, scattered: 20};
/** What is found in a label counts more than in what it belongs to. */
const ABOUT_SHARE = 0.5;
/** A single letter is scattered in nearly every text. */
const SCATTERED_LEAST = 2;

/**
 * The targets in which every written word is found, those first that fit best. Neither case nor accents matter. Targets that fit
 * equally well stay in their order.
 *
 * @param written words that are separated by spaces; all targets fit an empty text
 */
export function foundIn(targets: readonly Target[], written: string, most: number): Target[] {
  const words = plain(written).split(/\s+/).filter(Boolean);
  return targets
    .map((target) => ({target, fit: fitOf(target, words)}))
    .filter(({fit}) => fit > 0)
    .sort((a, b) => b.fit - a.fit)
    .slice(0, most)
    .map(({target}) => target);
}

/** The number of a task that is written, with or without a sign before it; undefined if something else is. */
export function taskNumberIn(written: string): number | undefined {
  const [, digits] = /^\s*#?\s*(\d{1,9})\s*$/.exec(written) ?? [];
  return digits === undefined || Number(digits) === 0 ? undefined : Number(digits);
}

function fitOf({label, about}: Target, words: readonly string[]): number {
  const [ofLabel, ofAbout] = [plain(label), plain(about)];
  let sum = 1;
  for (const word of words) {
    const fit = Math.max(fitIn(word, ofLabel), ABOUT_SHARE * fitIn(word, ofAbout));
    if (fit === 0) return 0;
    sum += fit;
  }
  return sum;
}

function fitIn(word: string, text: string): number {
  if (text === word) return FIT.equal;
  if (text.startsWith(word)) return FIT.start;
  if (text.includes(word)) return hasWord(text, word) ? FIT.word : FIT.within;
  return word.length >= SCATTERED_LEAST ? scattered(word, text) : 0;
}

function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) if (isWordStart(text, at)) return true;
  return false;
}

/** Letters in their order, the first of which begins a word; the closer together, the better. */
function scattered(word: string, text: string): number {
  for (let first = text.indexOf(word.charAt(0)); first >= 0; first = text.indexOf(word.charAt(0), first + 1)) {
    if (!isWordStart(text, first)) continue;
    let at = first;
    for (const letter of word.slice(1)) at = at < 0 ? at : text.indexOf(letter, at + 1);
    if (at >= 0) return Math.max(1, FIT.scattered - (at - first + 1 - word.length));
  }
  return 0;
}

function isWordStart(text: string, at: number): boolean {
  return at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1));
}

/** Without case, accents, and marks of direction. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .trim();
}
