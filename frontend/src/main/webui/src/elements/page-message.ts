import {LitElement, css, html} from 'lit';
import {customElement, property} from 'lit/decorators.js';

import {shared} from '../styles/shared.js';

/** Says one thing in the middle of a page that has nothing else to show; what can be done goes into the slot. */
@customElement('page-message')
export class PageMessageElement extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        justify-items: center;
        align-content: center;
        gap: var(--space-3);
        min-height: 46dvh;
        padding: var(--space-5);
        text-align: center;
      }
      .sign {
        display: grid;
        place-items: center;
        width: 56px;
        height: 56px;
        border-radius: 50%;
        background: var(--accent-wash);
        color: var(--accent);
        font-size: 1.6rem;
        line-height: 1;
      }
      h2 {
        margin: var(--space-2) 0 0;
        font-size: var(--text-5);
        line-height: 1.25;
        letter-spacing: -0.01em;
      }
      .words {
        max-width: 56ch;
        color: var(--ink-2);
      }
    `,
  ];

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
