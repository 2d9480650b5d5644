import {LitElement, type PropertyValues, type TemplateResult, html, nothing} from 'lit';
import {property, query, queryAll, state} from 'lit/decorators.js';

import type {Content} from '../api.js';
import {laterTexts} from '../later-texts.js';
import {isEmpty, wordsOf} from '../model/content.js';
import {buttons, shared} from '../styles/shared.js';
import {texts} from '../texts.js';
import {styles} from './item-element.styles.js';
import './shown-content.js';

/** Longer texts are cut until all is asked for. */
const CHARACTERS_MAX = 300;
const LINES_MAX = 4;

/** Fired when a press may begin a drag of the item. */
export class ItemGrabEvent extends Event {
  static readonly type = 'item-grab';

  constructor(readonly press: PointerEvent) {
    super(ItemGrabEvent.type, {bubbles: true, composed: true});
  }
}

/**
 * One answer of those that are put somewhere, with what can be done with it. It has the focus as a whole.
 *
 * @fires item-grab
 */
export abstract class ItemElement extends LitElement {
  static override styles = [shared, buttons, styles];

  /** Its slot, from 0. It is called after that. */
  @property({attribute: false}) slotNumber = 0;
  @property({attribute: false}) content?: Content;
  @property({attribute: false}) raw = false;
  @property({type: Boolean, reflect: true}) dragged = false;

  @state() private open = false;

  @query('.item') private readonly item!: HTMLElement;
  @queryAll('button:not(:disabled)') private readonly buttons!: NodeListOf<HTMLButtonElement>;

  /** The part that has the focus, to be given to `focusPart` after the item has moved; undefined if it has none. */
  get focusedPart(): string | undefined {
    return this.shadowRoot?.activeElement?.getAttribute('data-part') ?? undefined;
  }

  /** Puts the focus on that part, or on the item if the part is not there now. */
  focusPart(part = ''): void {
    const button = [...this.buttons].find((one) => one.dataset['part'] === part);
    (button ?? this.item).focus();
  }

  /** Says in words where the item stands. */
  protected abstract spoken(): string;

  /** The keys that do something with the item, for `aria-keyshortcuts`. */
  protected abstract keys(): string;

  /** What stands beside the item's name. */
  protected abstract marks(): TemplateResult | typeof nothing;

  /** The buttons that do something with the item. */
  protected abstract acts(): unknown;

  /**
   * Does what a key asks for; false if it is not for the item.
   *
   * @param itself whether the item itself has the focus, and not something within it
   */
  protected abstract pressed(event: KeyboardEvent, itself: boolean): boolean;

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('content')) this.open = false;
  }

  override render() {
    const {content} = this;
    const text = content ? wordsOf(content) : '';
    const long = text.length > CHARACTERS_MAX || text.split('\n').length > LINES_MAX;
    // The keys of an item are those of a list that is sorted, for which there is no role.
    return html`<div
      class="item"
      data-part="item"
      role="group"
      tabindex="0"
      aria-label=${this.spoken()}
      aria-keyshortcuts=${this.keys()}
      @keydown=${this.#onKey}
    >
      <div class="head" @pointerdown=${this.#onPress}>
        <span class="handle" aria-hidden="true">⠿</span>
        ${this.marks()}
        <span class="acts">${this.acts()}</span>
      </div>
      <div class="content ${long && !this.open ? 'cut' : ''}">
        ${
          content && !isEmpty(content)
            ? html`<shown-content .content=${content} .raw=${this.raw}></shown-content>`
            : html`<p class="empty">${texts.answer.empty}</p>`
        }
      </div>
      ${
        long
          ? html`<button class="quiet all" data-part="all" aria-expanded=${this.open} @click=${this.#onAll}>
              ${this.open ? laterTexts.order.showLess : laterTexts.order.showAll}
            </button>`
          : nothing
      }
    </div>`;
  }

  protected get name(): string {
    return texts.names.answer(this.slotNumber + 1);
  }

  /** A button whose part of the item is called after what it does. */
  protected button(part: string, sign: string, label: string, act: () => void, disabled = false) {
    return html`<button
      class="quiet"
      data-part=${part}
      title=${label}
      aria-label=${label}
      ?disabled=${disabled}
      @click=${act}
    >
      <span aria-hidden="true">${sign}</span>
    </button>`;
  }

  #onAll = () => {
    this.open = !this.open;
  };

  #onKey = (event: KeyboardEvent) => {
    if (!this.pressed(event, event.composedPath()[0] === this.item)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  /** A finger drags by the handle only, because elsewhere it scrolls the page. */
  #onPress = (event: PointerEvent) => {
    const path = event.composedPath();
    const on = (selector: string) => path.some((target) => target instanceof Element && target.matches(selector));
    if (event.button !== 0 || on('button') || (event.pointerType === 'touch' && !on('.handle'))) return;
    this.dispatchEvent(new ItemGrabEvent(event));
  };
}

declare global {
  interface HTMLElementEventMap {
    'item-grab': ItemGrabEvent;
  }
}
