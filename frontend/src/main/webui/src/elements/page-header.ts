import {LitElement, html} from 'lit';
import {customElement} from 'lit/decorators.js';

import {paths} from '../navigation.js';
import {shared} from '../styles/shared.js';
import {texts} from '../texts.js';
import {styles} from './page-header.styles.js';

/** The bar at the top of every page. It holds the product's name and what the page puts into it. */
@customElement('page-header')
export class PageHeaderElement extends LitElement {
  static override styles = [shared, styles];

  override render() {
    return html`<header>
      <a class="brand" href=${paths.projects} aria-label=${texts.page.home}
        >${texts.page.brand((words) => html`<b>${words}</b>`)}</a
      >
      <slot></slot>
    </header>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'page-header': PageHeaderElement;
  }
}
