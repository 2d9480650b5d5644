import {LitElement, html} from 'lit';
import {customElement, property} from 'lit/decorators.js';

import {shared} from '../styles/shared.js';
import {styles} from './page-message.styles.js';

/** Says one thing in the middle of a page that has nothing else to show. The slot `actions` holds what can be done. */
@customElement('page-message')
export class PageMessageElement extends LitElement {
  static override styles = [shared, styles];

  @property() sign = '';
  @property() headline = '';
  /** The level of the headline: 1, or 2 on a page that has a title of its own. */
  @property({type: Number}) level: 1 | 2 = 1;

  override render() {
    return html`
      ${this.sign ? html`<div class="sign" aria-hidden="true">${this.sign}</div>` : ''}
      ${this.level === 1 ? html`<h1>${this.headline}</h1>` : html`<h2>${this.headline}</h2>`}
      <div class="words"><slot></slot></div>
      <slot name="actions"></slot>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'page-message': PageMessageElement;
  }
}
