import {html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';

import {laterTexts} from '../later-texts.js';
import {ItemElement} from './item-element.js';
import {type OrderAct, orderActOf} from './order-keys.js';

/** Fired when the annotator does something with an item. */
export class OrderActEvent extends Event {
  static readonly type = 'order-act';

  constructor(readonly act: OrderAct) {
    super(OrderActEvent.type, {bubbles: true, composed: true});
  }
}

/**
 * One answer of an order, with its place and what can be done with it.
 *
 * @fires order-act
 * @fires item-grab
 */
@customElement('order-item')
export class OrderItemElement extends ItemElement {
  /** Its place from 0, and of how many; -1 if it is not ranked. */
  @property({attribute: false}) place = -1;
  @property({attribute: false}) places = 0;
  /** Whether it shares its place with the one above, and whether it shares it at all. */
  @property({attribute: false}) tiedUp = false;
  @property({attribute: false}) tied = false;

  protected override spoken(): string {
    const {itemNotRanked, itemPlace, itemTied} = laterTexts.order;
    if (!this.#isRanked) return itemNotRanked(this.name);
    return (this.tied ? itemTied : itemPlace)(this.name, this.place + 1, this.places);
  }

  protected override keys(): string {
    return this.#isRanked ? 'Alt+ArrowUp Alt+ArrowDown 1 T Backspace' : 'Enter 1';
  }

  protected override marks() {
    return html`${this.#isRanked ? html`<span class="place" aria-hidden="true">${this.place + 1}</span>` : nothing}
      <span class="name" aria-hidden="true">${this.name}</span>
      ${this.tied ? html`<span class="tied" aria-hidden="true">${laterTexts.order.tied}</span>` : nothing}`;
  }

  protected override acts() {
    if (!this.#isRanked) {
      const {take} = laterTexts.order;
      return this.button('take', take, take, () => this.#say({kind: 'take'}));
    }
    const first = this.place === 0;
    const last = this.place === this.places - 1;
    return html`
      ${
        first && !this.tiedUp
          ? nothing
          : html`<button
              class="quiet"
              data-part="tie"
              aria-pressed=${this.tiedUp}
              @click=${() => this.#say({kind: 'tie'})}
            >
              <span>${laterTexts.order.tieUp((words) => html`<span class="wide">${words}</span>`)}</span>
            </button>`
      }
      ${this.button('up', '↑', laterTexts.order.up, () => this.#say({kind: 'up'}), first && !this.tied)}
      ${this.button('down', '↓', laterTexts.order.down, () => this.#say({kind: 'down'}), last && !this.tied)}
      ${this.button('leave', '✕', laterTexts.order.leave, () => this.#say({kind: 'leave'}))}
    `;
  }

  protected override pressed(event: KeyboardEvent, itself: boolean): boolean {
    const act = orderActOf(event, {itself, ranked: this.#isRanked});
    if (act) this.#say(act);
    return act !== undefined;
  }

  get #isRanked(): boolean {
    return this.place >= 0;
  }

  #say(act: OrderAct): void {
    this.dispatchEvent(new OrderActEvent(act));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'order-item': OrderItemElement;
  }
  interface HTMLElementEventMap {
    'order-act': OrderActEvent;
  }
}
