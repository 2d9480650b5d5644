import {html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';

import {laterTexts} from '../later-texts.js';
import {type BucketAct, bucketActOf} from './bucket-keys.js';
import {ItemElement} from './item-element.js';
import {markedText} from './marked-text.js';

/** Fired when the annotator does something with an item. */
export class BucketActEvent extends Event {
  static readonly type = 'bucket-act';

  constructor(readonly act: BucketAct) {
    super(BucketActEvent.type, {bubbles: true, composed: true});
  }
}

/**
 * One answer of those that are sorted into buckets, with a button for each bucket.
 *
 * @fires bucket-act
 * @fires item-grab
 */
@customElement('bucket-item')
export class BucketItemElement extends ItemElement {
  /** What the buckets are called. */
  @property({attribute: false}) titles: readonly string[] = [];
  /** The bucket it is in, from 0; -1 if it is not sorted. */
  @property({attribute: false}) bucket = -1;
  /** Its place in the bucket from 0, and of how many. */
  @property({attribute: false}) place = 0;
  @property({attribute: false}) places = 0;
  /** Whether it can be taken out of its bucket without being put into another. */
  @property({attribute: false}) leaves = false;

  protected override spoken(): string {
    const {itemNotSorted, itemIn} = laterTexts.buckets;
    if (!this.#isSorted) return itemNotSorted(this.name);
    return itemIn(this.name, this.titles[this.bucket] ?? '', this.place + 1, this.places);
  }

  protected override keys(): string {
    return this.#isSorted ? '1 Alt+ArrowUp Alt+ArrowDown Backspace' : '1';
  }

  protected override marks() {
    return html`<span class="name" aria-hidden="true">${this.name}</span>`;
  }

  protected override acts() {
    const {up, down, leave, put} = laterTexts.buckets;
    const many = this.#isSorted && this.places > 1;
    return html`${this.titles.map(
      (title, bucket) =>
        html`<button
          class="quiet"
          data-part=${`bucket-${bucket}`}
          title=${put(title)}
          aria-pressed=${bucket === this.bucket}
          @click=${() => this.#say({kind: 'put', bucket})}
        >
          <span class="unseen">${put(title)}</span><span aria-hidden="true">${bucket + 1}</span>
          ${this.#isSorted ? nothing : html`<span class="into" dir="auto" aria-hidden="true">${markedText(title)}</span>`}
        </button>`,
    )}
    ${
      many
        ? html`${this.button('up', '↑', up, () => this.#say({kind: 'up'}), this.place === 0)}
          ${this.button('down', '↓', down, () => this.#say({kind: 'down'}), this.place === this.places - 1)}`
        : nothing
    }
    ${this.#isSorted && this.leaves ? this.button('leave', '✕', leave, () => this.#say({kind: 'leave'})) : nothing}`;
  }

  protected override pressed(event: KeyboardEvent, itself: boolean): boolean {
    const act = bucketActOf(event, {itself, sorted: this.#isSorted});
    if (act) this.#say(act);
    return act !== undefined;
  }

  get #isSorted(): boolean {
    return this.bucket >= 0;
  }

  #say(act: BucketAct): void {
    this.dispatchEvent(new BucketActEvent(act));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bucket-item': BucketItemElement;
  }
  interface HTMLElementEventMap {
    'bucket-act': BucketActEvent;
  }
}
