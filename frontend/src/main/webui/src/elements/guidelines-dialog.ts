import {LitElement, html} from 'lit';
import {customElement, property, query} from 'lit/decorators.js';

import {dialogs} from '../styles/dialog.js';
import {buttons, shared} from '../styles/shared.js';
import {texts} from '../texts.js';
import './prose-text.js';

/** Shows the guidelines that the project's annotators follow. */
@customElement('guidelines-dialog')
export class GuidelinesDialogElement extends LitElement {
  static override styles = [shared, buttons, dialogs];

  @property() text = '';

  @query('dialog') private readonly dialog!: HTMLDialogElement;

  get open(): boolean {
    return this.dialog.open;
  }

  show(): void {
    this.dialog.showModal();
  }

  override render() {
    return html`<dialog aria-labelledby="title">
      <div class="head">
        <h2 id="title">${texts.guidelines.title}</h2>
        <button class="quiet" @click=${() => this.dialog.close()}>
          ${texts.actions.close} <kbd aria-hidden="true">${texts.keys.escape}</kbd>
        </button>
      </div>
      <prose-text .text=${this.text}></prose-text>
    </dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guidelines-dialog': GuidelinesDialogElement;
  }
}
