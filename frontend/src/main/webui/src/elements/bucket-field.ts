import {type TemplateResult, html, nothing} from 'lit';
import {customElement} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';

import {laterTexts} from '../later-texts.js';
import {partsOf} from '../model/answer-parts.js';
import {type Sorting, bucketOf, moveWithin, put, spokenBucket, unsorted} from '../model/buckets.js';
import {defaultBucketOf, optionsOf} from '../model/control-looks.js';
import {spokenNumber} from '../model/numbers.js';
import {styles} from './bucket-field.styles.js';
import './bucket-item.js';
import type {BucketAct} from './bucket-keys.js';
import type {Target} from './item-drag.js';
import {markedText} from './marked-text.js';
import {SortingFieldElement, beside} from './sorting-field.js';

const POOL = 'pool';

/**
 * Asks to sort answers into buckets, by keys, buttons or dragging. What is in no bucket waits in a list of its own.
 *
 * @fires answer-changed
 */
@customElement('bucket-field')
export class BucketFieldElement extends SortingFieldElement {
  static override styles = [...SortingFieldElement.styles, styles];

  override render() {
    const pool = this.#pool;
    return html`<div
        role="group"
        aria-labelledby="title"
        aria-describedby=${this.described}
        @bucket-act=${(event: Event) => event.stopPropagation()}
      >
        <div class="title" id="title">${this.heading()}</div>
        ${this.hint()} ${pool.length > 0 ? this.#list(POOL, html`${laterTexts.buckets.notSorted}`, pool) : nothing}
        <div class="body lists">
          ${this.#titles.map((title, bucket) =>
            this.#list(
              `${bucket}`,
              html`<kbd>${bucket + 1}</kbd><span dir="auto">${markedText(title)}</span>`,
              this.#sorting[bucket] ?? [],
            ),
          )}
        </div>
        ${this.trouble()}
      </div>
      <div class="unseen" role="status">${this.announcement}</div>`;
  }

  protected override drop(slot: number, {list, index}: Target): void {
    this.#sort(slot, list === POOL ? unsorted(this.#sorting, slot) : put(this.#sorting, slot, Number(list), index));
  }

  get #sorting(): Sorting {
    const said = partsOf(this.answer).buckets ?? {};
    return this.control.choices.map((bucket) => (Object.hasOwn(said, bucket) ? (said[bucket] ?? []) : []));
  }

  get #pool(): number[] {
    return this.beyond(this.#sorting);
  }

  get #titles(): string[] {
    return optionsOf(this.control, this.box).map(({label}) => label);
  }

  /** The bucket to which an item goes back; -1 if it goes to the list of those that wait. */
  get #home(): number {
    return this.control.choices.indexOf(defaultBucketOf(this.control, this.box) ?? '');
  }

  #list(name: string, title: TemplateResult, slots: readonly number[]) {
    const isBucket = name !== POOL;
    const over = this.drag.target?.list === name;
    return html`<div class=${isBucket ? 'bucket' : 'body'}>
      <div class="list-head" id=${`head-${name}`}>${title}<span class="count">${spokenNumber(slots.length)}</span></div>
      <ol class=${over ? 'over' : ''} data-list=${name} aria-labelledby=${`head-${name}`}>
        ${repeat(
          slots,
          (slot) => slot,
          (slot) => this.#item(slot, name, slots),
        )}
        ${slots.length === 0 ? html`<li class="nothing">${laterTexts.buckets.empty}</li>` : nothing}
        ${isBucket && slots.length > 0 && this.falls(name, slots) ? html`<li class="line" role="none"></li>` : nothing}
      </ol>
    </div>`;
  }

  #item(slot: number, list: string, slots: readonly number[]) {
    return html`<li class=${list !== POOL && this.falls(list, slots, slot) ? 'before' : ''}>
      <bucket-item
        .slotNumber=${slot}
        .content=${this.compared?.slots[slot]}
        .titles=${this.#titles}
        .bucket=${bucketOf(this.#sorting, slot)}
        .place=${slots.indexOf(slot)}
        .places=${slots.length}
        .leaves=${this.#home < 0}
        .raw=${this.raw}
        ?dragged=${this.drag.item === slot}
        @bucket-act=${(event: HTMLElementEventMap['bucket-act']) => this.#do(event.act, slot)}
        @item-grab=${(event: HTMLElementEventMap['item-grab']) => this.drag.begin(event.press, slot)}
      ></bucket-item>
    </li>`;
  }

  #do(act: BucketAct, slot: number): void {
    const sorting = this.#sorting;
    switch (act.kind) {
      case 'put':
        // There may be fewer buckets than digits.
        if (act.bucket >= sorting.length) return;
        // The next one that waits gets the focus, so that key after key sorts one after the other.
        this.#sort(slot, put(sorting, slot, act.bucket), beside(slot, this.#pool));
        break;
      case 'leave':
        this.#sort(slot, this.#home < 0 ? unsorted(sorting, slot) : put(sorting, slot, this.#home));
        break;
      case 'up':
      case 'down':
        this.#sort(slot, moveWithin(sorting, slot, act.kind === 'up' ? -1 : 1));
        break;
      case 'focus-up':
      case 'focus-down':
        this.focusBeside(slot, act.kind === 'focus-up' ? -1 : 1);
    }
  }

  #sort(slot: number, sorting: Sorting, focused?: number): void {
    const buckets = Object.fromEntries(this.control.choices.map((name, i) => [name, [...(sorting[i] ?? [])]]));
    const answer = sorting.some((bucket) => bucket.length > 0) ? {buckets} : undefined;
    this.moved(slot, answer, spokenBucket(sorting, slot, this.#titles), focused);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bucket-field': BucketFieldElement;
  }
}
