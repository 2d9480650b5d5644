import {html, nothing} from 'lit';

import {texts} from '../texts.js';

/**
 * What is to be known of the answers of a pair before they are read.
 *
 * @param same whether they are the same text
 * @param difference what the marks on their differences mean; nothing is said where nobody asked for marks
 */
export function pairNotes(same: boolean, difference: string | undefined) {
  return html`
    ${same ? html`<span class="same">${texts.comparison.same}</span>` : nothing}
    ${difference ? html`<span class="differences">${difference}</span>` : nothing}
  `;
}
