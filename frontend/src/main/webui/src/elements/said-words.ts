import {LitElement, html} from 'lit';
import {customElement, state} from 'lit/decorators.js';

import {shared} from '../styles/shared.js';
import {styles} from './said-words.styles.js';

/** Tells people who listen what has happened. What is still to be done is also seen. */
@customElement('said-words')
export class SaidWordsElement extends LitElement {
  static override styles = [shared, styles];

  @state() private words = '';
  @state() private isDemand = false;

  /** Says something. The same words are said again because they differ by a space. */
  say(words: string, isDemand = false): void {
    this.words = words === this.words ? `${words}\u00a0` : words;
    this.isDemand = isDemand;
  }

  /** Hides a demand, because something was done about it. */
  hush(): void {
    this.isDemand = false;
  }

  override render() {
    return html`<div class=${this.isDemand ? 'demand' : 'unseen'} role="status">${this.words}</div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'said-words': SaidWordsElement;
  }
}
