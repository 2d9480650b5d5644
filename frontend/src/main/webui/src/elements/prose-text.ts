import {LitElement, html} from 'lit';
import {customElement, property} from 'lit/decorators.js';

import {type Block, blocksOf} from '../model/prose.js';
import {shared} from '../styles/shared.js';
import {styles} from './prose-text.styles.js';

/** Shows a text exactly as it was written, with its code set apart. HTML in it is text like any other. */
@customElement('prose-text')
export class ProseTextElement extends LitElement {
  static override styles = [shared, styles];

  @property() text = '';

  override render() {
    return blocksOf(this.text).map((block) => this.#block(block));
  }

  #block(block: Block) {
    if (block.kind === 'code') return html`<pre><code>${block.code}</code></pre>`;
    // The paragraph preserves white space, so there must be none around the spans.
    return html`<p>${block.spans.map((span) => (span.code ? html`<code>${span.text}</code>` : span.text))}</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'prose-text': ProseTextElement;
  }
}
