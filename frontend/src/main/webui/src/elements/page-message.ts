import {LitElement, html} from 'lit';
import {customElement, property} from 'lit/decorators.js';

import {shared} from '../styles/shared.js';
import {styles} from './page-message.styles.js';

/** Says one thing in the middle of a page that has nothing else to show; what can be done goes into the slot. */
@customElement('page-message')
export class PageMessageElement extends LitElement {
  static override styles = [shared, styles];

  @property() sign = '';
  @property() headline = '';

  override render() {
    return html`
      ${this.sign ? html`<div class="sign" aria-hidden="true">${this.sign}</div>` : ''}
      <h2>${this.headline}</h2>
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
