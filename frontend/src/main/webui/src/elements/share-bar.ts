import {LitElement, css, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';

import type {Share} from '../model/statistics.js';

/** Draws a share with its interval between nothing and all. It says nothing to a screen reader. */
@customElement('share-bar')
export class ShareBarElement extends LitElement {
  static override styles = css`
    /* Left is left here, in whatever direction the page is written: it is about places on the page. */
    :host {
      display: block;
      position: relative;
      height: 12px;
      border-radius: 6px;
      background: var(--sunken);
      direction: ltr;
    }
    div {
      position: absolute;
    }
    .interval {
      inset-block: 0;
      border-radius: 6px;
      background: var(--accent-wash);
      outline: 1px solid var(--accent);
      outline-offset: -1px;
    }
    .half {
      inset-block: -4px;
      left: 50%;
      width: 1px;
      background: var(--line-strong);
    }
    .share {
      inset-block: -2px;
      width: 4px;
      margin-left: -2px;
      border-radius: 2px;
      background: var(--accent);
    }
    @media (forced-colors: active) {
      .interval {
        border: 1px solid;
      }
      .share {
        background: CanvasText;
      }
    }
  `;

  @property({attribute: false}) value: Share = {share: null, low: null, high: null};

  override render() {
    const {share, low, high} = this.value;
    const percent = (part: number) => `${part * 100}%`;
    return html`${
        low === null || high === null
          ? nothing
          : html`<div class="interval" .style=${`left: ${percent(low)}; right: ${percent(1 - high)}`}></div>`
      }
      <div class="half"></div>
      ${share === null ? nothing : html`<div class="share" .style=${`left: ${percent(share)}`}></div>`}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'share-bar': ShareBarElement;
  }
}
