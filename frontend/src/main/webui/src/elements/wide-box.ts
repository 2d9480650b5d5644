import {LitElement, css, html, nothing} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';

import {shared} from '../styles/shared.js';

/** Holds what may be wider than the text around it. If it is, it scrolls sideways and can be reached by keyboard. */
@customElement('wide-box')
export class WideBoxElement extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: block;
      }
      div {
        overflow-x: auto;
        scrollbar-width: thin;
      }
      div:focus-visible {
        outline-offset: -3px;
      }
    `,
  ];

  /** The name of what is in it for assistive technology. */
  @property() label = '';

  @state() private overflows = false;

  @query('div') private readonly box!: HTMLElement;

  readonly #resized = new ResizeObserver(() => {
    this.overflows = this.box.scrollWidth > this.box.clientWidth + 1;
  });

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#observe();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resized.disconnect();
  }

  override render() {
    return html`<div
      role=${this.overflows ? 'group' : nothing}
      aria-label=${this.overflows ? this.label : nothing}
      tabindex=${this.overflows ? 0 : nothing}
    >
      <slot @slotchange=${this.#observe}></slot>
    </div>`;
  }

  #observe = () => {
    this.#resized.disconnect();
    for (const watched of [this.box, ...this.children]) this.#resized.observe(watched);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'wide-box': WideBoxElement;
  }
}
