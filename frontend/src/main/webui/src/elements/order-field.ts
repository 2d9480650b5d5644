import {html, nothing} from 'lit';
import {customElement} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';

import {laterTexts} from '../later-texts.js';
import {partsOf} from '../model/answer-parts.js';
import {
  type Ranking,
  dropAt,
  isTiedUp,
  move,
  place,
  placeOf,
  ranked,
  spokenPlace,
  toggleTie,
  without,
} from '../model/ranking.js';
import type {Target} from './item-drag.js';
import './order-item.js';
import type {OrderAct} from './order-keys.js';
import {SortingFieldElement, beside} from './sorting-field.js';

const RANKED = 'ranked';
const POOL = 'pool';

/**
 * Asks for an order of answers, with ties, by keys, buttons or dragging. What is not ranked yet waits below.
 *
 * @fires answer-changed
 */
@customElement('order-field')
export class OrderFieldElement extends SortingFieldElement {
  override render() {
    const order = ranked(this.#ranking);
    const pool = this.#pool;
    const over = this.drag.target?.list;
    return html`<div
        role="group"
        aria-labelledby="title"
        aria-describedby=${this.described}
        @order-act=${(event: Event) => event.stopPropagation()}
      >
        <div class="title" id="title">${this.heading()}</div>
        ${this.hint()}
        <ol
          class="body ranked ${over === RANKED ? 'over' : ''}"
          data-list=${RANKED}
          aria-label=${laterTexts.order.ranked}
        >
          ${repeat(
            order,
            (slot) => slot,
            (slot) => this.#item(slot),
          )}
          ${order.length === 0 ? html`<li class="nothing">${laterTexts.order.nothingRanked}</li>` : nothing}
          ${order.length > 0 && this.falls(RANKED, order) ? html`<li class="line" role="none"></li>` : nothing}
        </ol>
        <div class="list-head pool-head" id="pool" ?hidden=${pool.length === 0}>${laterTexts.order.notRanked}</div>
        <ul
          class="pool ${over === POOL ? 'over' : ''}"
          data-list=${POOL}
          aria-labelledby="pool"
          ?hidden=${pool.length === 0}
        >
          ${repeat(
            pool,
            (slot) => slot,
            (slot) => this.#item(slot),
          )}
        </ul>
        ${this.trouble()}
      </div>
      <div class="unseen" role="status">${this.announcement}</div>`;
  }

  protected override drop(slot: number, {list, index}: Target): void {
    const ranking = this.#ranking;
    this.#rank(slot, list === POOL ? without(ranking, slot) : dropAt(ranking, slot, index));
  }

  get #ranking(): Ranking {
    return partsOf(this.answer).ranking ?? [];
  }

  get #pool(): number[] {
    return this.beyond(this.#ranking);
  }

  #item(slot: number) {
    const ranking = this.#ranking;
    const at = placeOf(ranking, slot);
    const tiedUp = isTiedUp(ranking, slot);
    const before = this.falls(RANKED, ranked(ranking), slot);
    return html`<li class="${tiedUp ? 'tied' : ''} ${before ? 'before' : ''}">
      <order-item
        .slotNumber=${slot}
        .content=${this.compared?.slots[slot]}
        .place=${at}
        .places=${ranking.length}
        .tied=${(ranking[at]?.length ?? 0) > 1}
        .tiedUp=${tiedUp}
        .raw=${this.raw}
        ?dragged=${this.drag.item === slot}
        @order-act=${(event: HTMLElementEventMap['order-act']) => this.#do(event.act, slot)}
        @item-grab=${(event: HTMLElementEventMap['item-grab']) => this.drag.begin(event.press, slot)}
      ></order-item>
    </li>`;
  }

  #do(act: OrderAct, slot: number): void {
    const ranking = this.#ranking;
    switch (act.kind) {
      case 'up':
      case 'down':
        this.#rank(slot, move(ranking, slot, act.kind === 'up' ? -1 : 1));
        break;
      case 'tie':
        this.#rank(slot, toggleTie(ranking, slot));
        break;
      case 'place':
        this.#rank(slot, place(ranking, slot, act.at));
        break;
      case 'take':
        // The next one that waits gets the focus, so that the same key takes one after the other.
        this.#rank(slot, place(ranking, slot, Infinity), beside(slot, this.#pool));
        break;
      case 'leave':
        this.#rank(slot, without(ranking, slot));
        break;
      case 'focus-up':
      case 'focus-down':
        this.focusBeside(slot, act.kind === 'focus-up' ? -1 : 1);
    }
  }

  #rank(slot: number, ranking: Ranking, focused?: number): void {
    const answer = ranking.length > 0 ? {ranking: ranking.map((group) => [...group])} : undefined;
    this.moved(slot, answer, spokenPlace(ranking, slot), focused);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'order-field': OrderFieldElement;
  }
}
