import type {Content} from '../api.js';

/** Something that shows a content on a page that scrolls as a whole. */
export interface Place extends Element {
  readonly content: Content;
}

/** Takes a reader from one content to another, to where they left that, or to its beginning. */
export class ReadingPlaces {
  /** How much of each content lay above the screen when it was left, in pixels. */
  readonly #above = new WeakMap<Content, number>();

  go(from: Place, to: Place): void {
    this.#above.set(from.content, Math.max(0, -from.getBoundingClientRect().top));
    window.scrollBy(0, to.getBoundingClientRect().top + (this.#above.get(to.content) ?? 0));
  }
}
