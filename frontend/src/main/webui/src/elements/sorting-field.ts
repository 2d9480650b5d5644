import type {PropertyValues} from 'lit';
import {property, queryAll, state} from 'lit/decorators.js';

import {sameAnswer} from '../model/answer-parts.js';
import type {Answer, Compared} from '../shown.js';
import {fields} from '../styles/fields.js';
import {shared} from '../styles/shared.js';
import {FieldElement} from './field-element.js';
import {type DropList, ItemDrag, type Target} from './item-drag.js';
import type {ItemElement} from './item-element.js';
import {styles} from './sorting-field.styles.js';

/**
 * What fields have whose answer says where items stand: items keep the focus while they move, can be dragged, and where one
 * came to stand is announced. Each list that an item can be dropped in has its name in `data-list`.
 *
 * @fires answer-changed
 */
export abstract class SortingFieldElement extends FieldElement {
  static override styles = [shared, fields, styles];

  @property({attribute: false}) compared: Compared | undefined;
  /** Whether texts are shown word for word, and not as Markdown. */
  @property({attribute: false}) raw = false;

  @state() protected announcement = '';

  @queryAll('order-item, bucket-item') private readonly items!: NodeListOf<ItemElement>;
  @queryAll('[data-list]:not([hidden])') private readonly lists!: NodeListOf<HTMLElement>;

  /** What gets the focus when the new answer has come back. */
  #focusNext: {slot: number; part: string | undefined} | undefined;

  protected readonly drag: ItemDrag = new ItemDrag(this, {
    measure: (item) => [...this.lists].map((list) => measured(list, item)),
    dropped: (item, target) => this.drop(item, target),
  });

  override focusField(): void {
    this.items[0]?.focusPart();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('compared')) this.announcement = '';
  }

  override updated(changed: PropertyValues<this>): void {
    const {x, y} = this.drag.travel;
    for (const item of this.items) {
      item.style.translate = item.slotNumber === this.drag.item ? `${x}px ${y}px` : '';
    }
    const next = this.#focusNext;
    // Until the answer comes back, the items stand where they stood.
    if (!next || !changed.has('answer')) return;
    this.#focusNext = undefined;
    const item = this.#itemOf(next.slot);
    void item?.updateComplete.then(() => item.focusPart(next.part));
  }

  protected abstract drop(item: number, target: Target): void;

  /** The items that do not stand in any of these lists. */
  protected beyond(lists: readonly (readonly number[])[]): number[] {
    return (this.compared?.slots ?? [])
      .map((_, slot) => slot)
      .filter((slot) => !lists.some((list) => list.includes(slot)));
  }

  /**
   * Answers that an item was moved.
   *
   * @param where the words that say where it stands now
   * @param focused what gets the focus instead of the item
   */
  protected moved(slot: number, answer: Answer | undefined, where: string, focused?: number): void {
    this.announcement = where;
    if (sameAnswer(answer, this.answer)) return;
    const part = focused === undefined ? this.#itemOf(slot)?.focusedPart : 'item';
    this.#focusNext = {slot: focused ?? slot, part};
    this.say(answer);
  }

  /** Gives the focus to the item before or after one, of all as they stand. */
  protected focusBeside(slot: number, direction: 1 | -1): void {
    const all = [...this.items];
    all[all.findIndex((item) => item.slotNumber === slot) + direction]?.focusPart();
  }

  /** Whether what is dragged would fall before that item of a list, or, without an item, behind all of them. */
  protected falls(list: string, slots: readonly number[], before?: number): boolean {
    const {item, target} = this.drag;
    if (item === undefined || target?.list !== list) return false;
    return slots.filter((slot) => slot !== item)[target.index] === before;
  }

  #itemOf(slot: number): ItemElement | undefined {
    return [...this.items].find((item) => item.slotNumber === slot);
  }
}

/** The item that waits behind one of them, or else before it; undefined if it waits alone, or does not wait. */
export function beside(slot: number, waiting: readonly number[]): number | undefined {
  const at = waiting.indexOf(slot);
  if (at < 0) return undefined;
  return waiting[at + 1] ?? waiting[at - 1];
}

function measured(list: HTMLElement, dragged: number): DropList {
  const items = [...list.querySelectorAll<ItemElement>('order-item, bucket-item')];
  return {
    name: list.dataset['list'] ?? '',
    box: list.getBoundingClientRect(),
    items: items.filter(({slotNumber}) => slotNumber !== dragged).map((item) => item.getBoundingClientRect()),
  };
}
