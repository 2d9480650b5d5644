import {type Prose, proseOf} from './markdown.js';

/** So many texts are remembered: those of one comparison or two. */
const REMEMBERED = 8;

const known = new Map<string, Prose>();

/** Reads a text as Markdown. Two who need the same text one after the other share what was read. */
export function readProse(text: string): Prose {
  const prose = known.get(text) ?? proseOf(text);
  known.delete(text);
  known.set(text, prose);
  for (const oldest of known.keys()) {
    if (known.size <= REMEMBERED) break;
    known.delete(oldest);
  }
  return prose;
}
