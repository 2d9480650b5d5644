import {type PropertyValues, html, nothing} from 'lit';
import {customElement, property, query, queryAll, state} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';

import {laterTexts} from '../later-texts.js';
import {partsOf, sameAnswer} from '../model/answer-parts.js';
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
import type {Compared} from '../shown.js';
import {fields} from '../styles/fields.js';
import {shared} from '../styles/shared.js';
import {FieldElement} from './field-element.js';
import {OrderDrag} from './order-drag.js';
import {styles} from './order-field.styles.js';
import type {OrderItemElement} from './order-item.js';
import type {OrderAct} from './order-keys.js';
import './order-item.js';

/**
 * Asks for an order of answers, with ties, by keys, buttons or dragging. What is not ranked yet waits below.
 *
 * @fires answer-changed
 */
@customElement('order-field')
export class OrderFieldElement extends FieldElement {
  static override styles = [shared, fields, styles];

  @property({attribute: false}) compared: Compared | undefined;
  /** Whether texts are shown word for word, and not as Markdown. */
  @property({attribute: false}) raw = false;

  @state() private announcement = '';

  @query('order-item') private readonly firstItem!: OrderItemElement | null;
  @queryAll('order-item') private readonly items!: NodeListOf<OrderItemElement>;
  @query('.pool-head') private readonly poolHead!: HTMLElement;

  /** What gets the focus when the new order has come back. */
  #focusNext: {slot: number; part?: string | undefined} | undefined;

  readonly #drag = new OrderDrag(this, {
    measure: (item) => ({
      ranked: ranked(without(this.#ranking, item)).flatMap((slot) => this.#itemOf(slot)?.getBoundingClientRect() ?? []),
      poolTop: this.poolHead.hidden ? Infinity : this.poolHead.getBoundingClientRect().top,
    }),
    dropped: (item, target) => {
      const ranking = this.#ranking;
      this.#rank(item, target.list === 'pool' ? without(ranking, item) : dropAt(ranking, item, target.index));
    },
  });

  override focusField(): void {
    this.firstItem?.focusPart();
  }

  override updated(changed: PropertyValues<this>): void {
    const dragged = this.#drag.item === undefined ? undefined : this.#itemOf(this.#drag.item);
    for (const item of this.items) {
      item.style.translate = item === dragged ? `0 ${this.#drag.travel}px` : '';
    }
    const next = this.#focusNext;
    // Until the answer comes back, the items stand where they stood.
    if (!next || !changed.has('answer')) return;
    this.#focusNext = undefined;
    const item = this.#itemOf(next.slot);
    void item?.updateComplete.then(() => item.focusPart(next.part));
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('compared')) this.announcement = '';
  }

  override render() {
    const order = ranked(this.#ranking);
    const pool = this.#pool;
    const over = this.#drag.target?.list;
    return html`<div
        role="group"
        aria-labelledby="title"
        aria-describedby=${this.described}
        @order-act=${(event: Event) => event.stopPropagation()}
      >
        <div class="title" id="title">${this.heading()}</div>
        ${this.hint()}
        <ol class="body ranked ${over === 'ranked' ? 'over' : ''}" aria-label=${laterTexts.order.ranked}>
          ${repeat(
            order,
            (slot) => slot,
            (slot) => this.#item(slot),
          )}
          ${order.length === 0 ? html`<li class="nothing">${laterTexts.order.nothingRanked}</li>` : nothing}
          ${this.#dropLine(order)}
        </ol>
        <div class="pool-head" id="pool" ?hidden=${pool.length === 0 && !over}>${laterTexts.order.notRanked}</div>
        <ul class="pool ${over === 'pool' ? 'over' : ''}" aria-labelledby="pool" ?hidden=${pool.length === 0 && !over}>
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

  get #ranking(): Ranking {
    return partsOf(this.answer).ranking ?? [];
  }

  get #pool(): number[] {
    const order = ranked(this.#ranking);
    return (this.compared?.slots ?? []).map((_, slot) => slot).filter((slot) => !order.includes(slot));
  }

  #item(slot: number) {
    const ranking = this.#ranking;
    const at = placeOf(ranking, slot);
    return html`<li class=${this.#marker(slot)}>
      <order-item
        .slotNumber=${slot}
        .content=${this.compared?.slots[slot]}
        .place=${at}
        .places=${ranking.length}
        .tied=${(ranking[at]?.length ?? 0) > 1}
        .tiedUp=${isTiedUp(ranking, slot)}
        .raw=${this.raw}
        ?dragged=${this.#drag.item === slot}
        @order-act=${(event: HTMLElementEventMap['order-act']) => this.#do(event.act, slot)}
        @order-grab=${(event: HTMLElementEventMap['order-grab']) => this.#drag.begin(event.press, slot)}
      ></order-item>
    </li>`;
  }

  /** Marks the item before which what is dragged would fall. */
  #marker(slot: number): string {
    const {item, target} = this.#drag;
    const falls = item !== undefined && target?.list === 'ranked';
    const before = falls && ranked(without(this.#ranking, item))[target.index] === slot;
    return [isTiedUp(this.#ranking, slot) ? 'tied' : '', before ? 'before' : ''].join(' ').trim();
  }

  #dropLine(order: readonly number[]) {
    const {item, target} = this.#drag;
    const count = order.filter((slot) => slot !== item).length;
    return target?.list === 'ranked' && target.index >= count && count > 0
      ? html`<li class="line" role="none"></li>`
      : nothing;
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
        this.#take(slot);
        break;
      case 'leave':
        this.#rank(slot, without(ranking, slot));
        break;
      case 'focus-up':
      case 'focus-down':
        this.#focusBeside(slot, act.kind === 'focus-up' ? -1 : 1);
    }
  }

  /** The next one that waits gets the focus, so that the same key takes one after the other. */
  #take(slot: number): void {
    const pool = this.#pool;
    const at = pool.indexOf(slot);
    this.#rank(slot, place(this.#ranking, slot, Infinity), pool[at + 1] ?? pool[at - 1]);
  }

  #rank(slot: number, ranking: Ranking, focused?: number): void {
    this.announcement = spokenPlace(ranking, slot);
    const answer = ranking.length > 0 ? {ranking: ranking.map((group) => [...group])} : undefined;
    if (sameAnswer(answer, this.answer)) return;
    const part = focused === undefined ? this.#itemOf(slot)?.focusedPart : 'item';
    this.#focusNext = {slot: focused ?? slot, part};
    this.say(answer);
  }

  #focusBeside(slot: number, direction: 1 | -1): void {
    const all = [...ranked(this.#ranking), ...this.#pool];
    const beside = all[all.indexOf(slot) + direction];
    if (beside !== undefined) this.#itemOf(beside)?.focusPart();
  }

  #itemOf(slot: number): OrderItemElement | undefined {
    return [...this.items].find((item) => item.slotNumber === slot);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'order-field': OrderFieldElement;
  }
}
