import {LitElement, css, html} from 'lit';
import {customElement} from 'lit/decorators.js';

import {paths} from '../navigation.js';
import {shared} from '../styles/shared.js';

/** The bar at the top of every page: whose product this is, and what the page puts into it. */
@customElement('page-header')
export class PageHeaderElement extends LitElement {
  static override styles = [
    shared,
    css`
      header {
        display: flex;
        align-items: center;
        gap: var(--space-4);
        min-height: 58px;
        padding: var(--space-2) var(--space-5);
        border-bottom: 1px solid var(--line);
        background: var(--surface);
      }
      .brand {
        border-radius: var(--radius-1);
        color: var(--ink);
        font-weight: 650;
        letter-spacing: -0.01em;
        text-decoration: none;
      }
      b {
        color: var(--accent);
        font-weight: inherit;
      }
      @media (max-width: 760px) {
        header {
          flex-wrap: wrap;
          gap: 0 var(--space-3);
          min-height: 50px;
          padding: var(--space-1) var(--space-4);
        }
      }
    `,
  ];

  override render() {
    return html`<header>
      <a class="brand" href=${paths.projects} aria-label="Prefstream, all projects">Pref<b>stream</b></a>
      <slot></slot>
    </header>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'page-header': PageHeaderElement;
  }
}
