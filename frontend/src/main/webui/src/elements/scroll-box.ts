import {LitElement, html, nothing} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';

import {shared} from '../styles/shared.js';
import {styles} from './scroll-box.styles.js';

/** How far an arrow key scrolls, in pixels: as far as in a browser. */
const LINE = 40;

/**
 * Fired when a person has scrolled, and again when the size of what was scrolled changes. `share` is the part, of all that can be
 * scrolled, that lies above.
 */
export class ScrolledEvent extends Event {
  static readonly type = 'box-scrolled';

  constructor(readonly share: number) {
    super(ScrolledEvent.type, {bubbles: true, composed: true});
  }
}

/**
 * Holds a text that may not fit. If it does not, it scrolls, can be reached by keyboard, and fades out at the edge
 * beyond which there is more. On phones, where the whole page scrolls, it is as tall as its text; on low screens what is around may
 * have it scroll or be cut, by `--low-overflow`.
 *
 * @fires box-scrolled
 */
@customElement('scroll-box')
export class ScrollBoxElement extends LitElement {
  static override styles = [shared, styles];

  /** The name of the text for assistive technology. */
  @property() label = '';
  /** The text that is shown. When it changes, the box scrolls back to the top. */
  @property() text = '';
  @property({type: Boolean, reflect: true}) above = false;
  @property({type: Boolean, reflect: true}) below = false;
  /** Whether a part of the text is out of sight and cannot be scrolled to. */
  @property({type: Boolean, reflect: true}) cut = false;

  @state() private overflows = false;

  @query('.box') private readonly box!: HTMLElement;

  readonly #resized = new ResizeObserver(() => this.#resize());

  /** Where the box was last scrolled to by code, which nothing must follow. */
  #led: number | undefined;
  /** Whether a person has scrolled it, or the part that it was led to: what holds also when the rest of a long text comes. */
  #course: 'leads' | {follows: number} | undefined;
  /** The range when its size last changed. */
  #former = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#observe();
  }

  override updated(changed: Map<string, unknown>): void {
    // In the frame to come, because to scroll at once would lay out the page before all of it has changed.
    if (changed.has('text')) requestAnimationFrame(() => this.#lead(0));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resized.disconnect();
  }

  /** Scrolls by most of the visible height, or by a line; false if there is nothing to scroll. */
  scrollPage(direction: 1 | -1, byLine = false): boolean {
    if (!this.overflows) return false;
    this.box.scrollBy({top: direction * (byLine ? LINE : this.box.clientHeight * 0.85)});
    return true;
  }

  /** How far can be scrolled in all, in pixels. */
  get range(): number {
    return this.overflows ? this.box.scrollHeight - this.box.clientHeight : 0;
  }

  /** Scrolls to where this part of all that can be scrolled lies above. */
  scrollToShare(share: number): void {
    this.#lead(share * this.range);
    this.#course = {follows: share};
  }

  /** Scrolls so far that what is in it stands in the middle, unless all of it is in sight. Where nothing scrolls, it does nothing. */
  reveal(place: Element): void {
    const {box} = this;
    if (getComputedStyle(box).overflowY !== 'auto') return;
    const seen = box.getBoundingClientRect();
    const {top, bottom} = place.getBoundingClientRect();
    if (top >= seen.top && bottom <= seen.bottom) return;
    this.#lead(box.scrollTop + (top + bottom) / 2 - (seen.top + seen.bottom) / 2);
  }

  override render() {
    return html`<div
      class="box"
      role=${this.overflows ? 'group' : nothing}
      aria-label=${this.overflows ? this.label : nothing}
      tabindex=${this.overflows ? 0 : nothing}
      @scroll=${this.#onScroll}
    >
      <slot @slotchange=${this.#observe}></slot>
    </div>`;
  }

  /** What the box holds is exchanged when a text follows another, so the size of what it holds now must be watched. */
  #observe = () => {
    this.#resized.disconnect();
    for (const watched of [this.box, ...this.children]) this.#resized.observe(watched);
  };

  #onScroll = () => {
    this.#measure();
    const led = this.#led;
    this.#led = undefined;
    if (this.range === 0 || led === this.box.scrollTop) return;
    this.#course = 'leads';
    this.#tell();
  };

  /** Boxes that scroll together stay so when one of them gets longer, or the window narrower. */
  #resize(): void {
    this.#measure();
    const {range} = this;
    if (range === this.#former) return;
    this.#former = range;
    if (this.#course === 'leads' && range > 0) this.#tell();
    else if (typeof this.#course === 'object') this.scrollToShare(this.#course.follows);
  }

  /** Scrolls to a place that has nothing to do with where other boxes are. */
  #lead(top: number): void {
    this.box.scrollTop = top;
    this.#led = this.box.scrollTop;
    this.#course = undefined;
  }

  #tell(): void {
    this.dispatchEvent(new ScrolledEvent(this.box.scrollTop / this.range));
  }

  #measure = () => {
    const {scrollTop, scrollHeight, clientHeight} = this.box;
    const {overflowY} = getComputedStyle(this.box);
    const isLonger = scrollHeight > clientHeight + 1;
    this.overflows = overflowY === 'auto' && isLonger;
    this.cut = overflowY === 'hidden' && isLonger;
    this.above = this.overflows && scrollTop > 2;
    this.below = this.overflows && scrollHeight - clientHeight - scrollTop > 2;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'scroll-box': ScrollBoxElement;
  }
  interface HTMLElementEventMap {
    'box-scrolled': ScrolledEvent;
  }
}
