import {LitElement, type PropertyValues, html} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';

import {parts} from '../parts.js';
import {marks} from '../styles/marks.js';
import {shared} from '../styles/shared.js';
import {texts} from '../texts.js';
import {styles} from './html-text.styles.js';
import './prose-text.js';
import './shown-image.js';

/**
 * Shows a task's HTML as what may be shown of it, or its source if it is `raw`. Until the purifier is there, it is empty and long:
 * the end of a text must not come into sight before the text.
 */
@customElement('html-text')
export class HtmlTextElement extends LitElement {
  static override styles = [shared, marks, styles];

  @property({attribute: false}) source = '';
  /** Whether the source is shown word for word. */
  @property({attribute: false}) raw = false;

  @state() private content: DocumentFragment | undefined;
  @state() private failed = false;

  #isWordless = false;

  override willUpdate(changed: PropertyValues<this>): void {
    if (this.raw || !(changed.has('source') || changed.has('raw'))) return;
    this.failed = false;
    this.#show(parts.purifying.loaded?.purified(this.source));
    if (!this.content) void this.#purify(this.source);
  }

  override render() {
    if (this.raw || this.failed) return html`<prose-text .text=${this.source} .raw=${true}></prose-text>`;
    if (!this.content) return html`<div class="rest"></div>`;
    if (this.#isWordless) return html`<p class="wordless">${texts.content.wordless}</p>`;
    return html`<div class="html" dir="auto">${this.content}</div>`;
  }

  async #purify(source: string): Promise<void> {
    try {
      const {purified} = await parts.purifying.load();
      // Another text may have come meanwhile.
      if (source === this.source) this.#show(purified(source));
    } catch {
      // The code could not be loaded. The source can still be read.
      this.failed = true;
    }
  }

  #show(content: DocumentFragment | undefined): void {
    this.content = content;
    this.#isWordless = content?.textContent.trim() === '';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'html-text': HtmlTextElement;
  }
}
