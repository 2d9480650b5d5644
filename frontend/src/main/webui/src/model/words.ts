import {texts} from '../texts.js';
import {remembered} from './remembered.js';

/** Scripts that are written without spaces between words. */
const SPACELESS = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]/u;
const SPACELESS_RUN = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]+/gu;
/** Letters and digits, and what may join them within a word. */
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’._-][\p{L}\p{M}\p{N}]+)*/gu;
/** So many characters are taken apart by the segmenter, which is slow. The rest is taken to have words of that length. */
const SEGMENTED_MAX = 10_000;

/** How many words a text has; for a long text in a script without spaces, about how many. */
export const countWords = remembered(count);

function count(text: string): number {
  if (!SPACELESS.test(text)) return matches(text, WORD);
  const spaceless = text.match(SPACELESS_RUN)?.join('\n') ?? '';
  return matches(text.replace(SPACELESS_RUN, ' '), WORD) + countSegments(spaceless);
}

/** Such as "1,312 words". */
export function spokenCount(words: number): string {
  return texts.answer.words(words);
}

/** Words as they stand at the beginning of a line. */
export function capitalized(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function countSegments(text: string): number {
  // A browser without a segmenter counts characters, which is what people do who write Chinese.
  if (!('Segmenter' in Intl)) return matches(text, /[\p{L}\p{N}]/gu);
  const sample = text.slice(0, SEGMENTED_MAX);
  let words = 0;
  for (const {isWordLike} of new Intl.Segmenter(undefined, {granularity: 'word'}).segment(sample))
    if (isWordLike) words++;
  return sample.length === 0 ? 0 : Math.round((words * text.length) / sample.length);
}

function matches(text: string, pattern: RegExp): number {
  let count = 0;
  pattern.lastIndex = 0;
  while (pattern.test(text)) count++;
  return count;
}
