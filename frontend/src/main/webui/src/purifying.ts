import DOMPurify from 'dompurify';

import {readableOf} from './model/html-words.js';
import {quiet} from './model/quiet-html.js';
import {ATTRIBUTES, ELEMENTS, confine, markBelow} from './model/safe-html.js';

/** So many texts are remembered: those of one comparison or two. */
const REMEMBERED = 8;

interface Read {
  fragment: DocumentFragment;
  words: string;
}

const known = new Map<string, Read>();

/**
 * Makes of a task's HTML what may be shown: images by their address only, no forms, no styles, nothing that has a name or does
 * something. Characters that nobody could see are marks in it. Each call gives new nodes.
 */
export function purified(source: string): DocumentFragment {
  const shown = document.importNode(read(source).fragment, true);
  markBelow(shown, document);
  return shown;
}

/** The words of what may be shown of a task's HTML, with the characters that nobody could see. */
export function wordsOfHtml(source: string): string {
  return read(source).words;
}

/** Who counts the words of a text and who shows it share what was read. */
function read(source: string): Read {
  const found = known.get(source) ?? readAnew(source);
  known.delete(source);
  known.set(source, found);
  for (const oldest of known.keys()) {
    if (known.size <= REMEMBERED) break;
    known.delete(oldest);
  }
  return found;
}

function readAnew(source: string): Read {
  const fragment = confined(source);
  return {fragment, words: readableOf(fragment)};
}

function confined(source: string): DocumentFragment {
  const fragment = DOMPurify.sanitize(quiet(source), {
    ALLOWED_TAGS: [...ELEMENTS],
    ALLOWED_ATTR: [...ATTRIBUTES],
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    KEEP_CONTENT: true,
    RETURN_DOM_FRAGMENT: true,
  });
  return confine(fragment, document);
}
