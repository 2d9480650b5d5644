import {html} from 'lit';

import {piecesOf} from '../model/marks.js';

/** A link to an address that people wrote, which is its text too. */
export function addressLink(address: string) {
  return html`<a href=${address} target="_blank" rel="noopener noreferrer nofollow">${markedText(address)}</a>`;
}

/** A text of people's or of a model's, for a template: whatever nobody could see in it is shown as a mark. */
export function markedText(text: string) {
  return piecesOf(text).map((piece) =>
    typeof piece === 'string' ? piece : html`<span class="mark" title=${piece.title}>‹${piece.sign}›</span>`,
  );
}
