import {LitElement, type PropertyValues, html} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';

import {buttons, shared} from '../styles/shared.js';
import {marks} from '../styles/marks.js';
import {copyText} from '../platform.js';
import {styles} from './code-block.styles.js';
import {markedText} from './marked-text.js';
import './wide-box.js';

/** Shows code with the name of its language, and copies it. */
@customElement('code-block')
export class CodeBlockElement extends LitElement {
  static override styles = [shared, buttons, marks, styles];

  @property({attribute: false}) code = '';
  /** The language as the text names it; empty if it does not. */
  @property({attribute: false}) language = '';

  @state() private said = '';

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('code')) this.said = '';
  }

  override render() {
    return html`<div class="head">
        <span class="language">${markedText(this.language)}</span>
        <span role="status">${this.said}</span>
        <button class="quiet" @click=${() => void this.#copy()}>Copy code</button>
      </div>
      <wide-box label="Code">
        <pre dir="ltr"><code>${markedText(this.code)}</code></pre>
      </wide-box>`;
  }

  async #copy(): Promise<void> {
    const code = this.code;
    const copied = await copyText(code);
    if (code === this.code) this.said = copied ? 'Copied' : 'This browser did not allow it';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'code-block': CodeBlockElement;
  }
}
