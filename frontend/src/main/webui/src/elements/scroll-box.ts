import {LitElement, css, html, nothing} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';

import {shared} from '../styles/shared.js';

/**
 * Holds a text that may be longer than its place: it then scrolls, can be reached by keyboard, and fades out at the edge
 * beyond which there is more. Where the whole page scrolls (phones) it is as tall as its text.
 */
@customElement('scroll-box')
export class ScrollBoxElement extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        position: relative;
        display: grid;
        grid-template: minmax(0, 1fr) / minmax(0, 1fr);
        min-height: 0;
      }
      .box {
        min-height: 0;
        max-height: inherit;
        padding: var(--box-padding, 0);
        overflow-y: auto;
        overscroll-behavior: contain;
        scrollbar-width: thin;
      }
      .box:focus-visible {
        outline-offset: -4px;
        border-radius: var(--radius-2);
      }
      :host([above])::before,
      :host([below])::after {
        content: '';
        position: absolute;
        inset-inline: 0 12px;
        z-index: 1;
        height: 40px;
        pointer-events: none;
      }
      :host([above])::before {
        top: 0;
        background: linear-gradient(var(--surface), transparent);
      }
      :host([below])::after {
        bottom: 0;
        background: linear-gradient(transparent, var(--surface));
      }
      @media (max-width: 760px), (max-height: 520px) {
        .box {
          overflow: visible;
        }
        :host([above])::before,
        :host([below])::after {
          content: none;
        }
      }
    `,
  ];

  /** Names the text for those who reach it by keyboard. */
  @property() label = '';
  /** Another value means another text, which is shown from its beginning. */
  @property() text = '';
  @property({type: Boolean, reflect: true}) above = false;
  @property({type: Boolean, reflect: true}) below = false;

  @state() private overflows = false;

  @query('.box') private readonly box!: HTMLElement;

  readonly #resized = new ResizeObserver(() => this.#measure());

  override firstUpdated(): void {
    this.#resized.observe(this.box);
    for (const child of this.children) this.#resized.observe(child);
  }

  override updated(changed: Map<string, unknown>): void {
    if (changed.has('text')) this.box.scrollTop = 0;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resized.disconnect();
  }

  /** Scrolls by most of what is seen; false if there is nothing to scroll. */
  scrollPage(direction: 1 | -1): boolean {
    if (!this.overflows) return false;
    this.box.scrollBy({top: direction * this.box.clientHeight * 0.85});
    return true;
  }

  override render() {
    return html`<div
      class="box"
      role=${this.overflows ? 'group' : nothing}
      aria-label=${this.overflows ? this.label : nothing}
      tabindex=${this.overflows ? 0 : nothing}
      @scroll=${this.#measure}
    >
      <slot></slot>
    </div>`;
  }

  #measure = () => {
    const {scrollTop, scrollHeight, clientHeight} = this.box;
    const scrolls = getComputedStyle(this.box).overflowY === 'auto';
    this.overflows = scrolls && scrollHeight > clientHeight + 1;
    this.above = this.overflows && scrollTop > 2;
    this.below = this.overflows && scrollHeight - clientHeight - scrollTop > 2;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'scroll-box': ScrollBoxElement;
  }
}
