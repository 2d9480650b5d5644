import DOMPurify from 'dompurify';

import {quiet} from './model/quiet-html.js';
import {ATTRIBUTES, ELEMENTS, confine} from './model/safe-html.js';

/** Makes of a task's HTML what may be shown: images by their address only, no forms, no styles, nothing that has a name or does something. */
export function purified(source: string): DocumentFragment {
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
