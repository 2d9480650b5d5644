import DOMPurify from 'dompurify';

import {readableOf} from './model/html-words.js';
import {quiet} from './model/quiet-html.js';
import {remembered} from './model/remembered.js';
import {ATTRIBUTES, ELEMENTS, confine, markBelow} from './model/safe-html.js';

interface Read {
  fragment: DocumentFragment;
  words: string;
}

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
const read = remembered(readAnew);

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
