import {proseOf} from './markdown.js';
import {remembered} from './remembered.js';

/** Reads a text as Markdown. Whoever needs a text that was read shortly before shares what was read. */
export const readProse = remembered(proseOf);
