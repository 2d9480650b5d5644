import {LitElement, css, html} from 'lit';
import {customElement, property} from 'lit/decorators.js';

import {type Block, blocksOf} from '../model/prose.js';
import {shared} from '../styles/shared.js';

/** Shows a text as it was written, with its code set apart. Never interprets HTML. */
@customElement('prose-text')
export class ProseTextElement extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: block;
        overflow-wrap: anywhere;
      }
      p {
        margin: 0;
        white-space: pre-wrap;
        tab-size: 4;
      }
      pre {
        margin: 0;
        padding: var(--space-3) var(--space-4);
        overflow-x: auto;
        border-radius: var(--radius-2);
        background: var(--sunken);
        font: 0.85rem/1.5 var(--mono);
        tab-size: 4;
      }
      * + p,
      * + pre {
        margin-top: 0.8em;
      }
      p code {
        padding: 0.1em 0.3em;
        border-radius: 4px;
        background: var(--sunken);
        font: 0.9em var(--mono);
      }
    `,
  ];

  @property() text = '';

  override render() {
    return blocksOf(this.text).map((block) => this.#block(block));
  }

  #block(block: Block) {
    if (block.kind === 'code') return html`<pre><code>${block.code}</code></pre>`;
    // No white space around the spans: the paragraph keeps it.
    return html`<p>${block.spans.map((span) => (span.code ? html`<code>${span.text}</code>` : span.text))}</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'prose-text': ProseTextElement;
  }
}
