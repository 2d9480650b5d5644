import {LitElement, type PropertyValues, html, nothing} from 'lit';
import {customElement, property, query, queryAll, state} from 'lit/decorators.js';

import type {Content} from '../api.js';
import {laterTexts} from '../later-texts.js';
import {isEmpty, wordsOf} from '../model/content.js';
import {buttons, shared} from '../styles/shared.js';
import {texts} from '../texts.js';
import {styles} from './order-item.styles.js';
import {type OrderAct, orderActOf} from './order-keys.js';
import './shown-content.js';

/** Longer texts are cut until all is asked for. */
const CHARACTERS_MAX = 300;
const LINES_MAX = 4;

/** Fired when the annotator does something with an item. */
export class OrderActEvent extends Event {
  static readonly type = 'order-act';

  constructor(readonly act: OrderAct) {
    super(OrderActEvent.type, {bubbles: true, composed: true});
  }
}

/** Fired when a press may begin a drag of the item. */
export class OrderGrabEvent extends Event {
  static readonly type = 'order-grab';

  constructor(readonly press: PointerEvent) {
    super(OrderGrabEvent.type, {bubbles: true, composed: true});
  }
}

/** One answer of an order, with its place and what can be done with it. It has the focus as a whole. */
@customElement('order-item')
export class OrderItemElement extends LitElement {
  static override styles = [shared, buttons, styles];

  /** Its slot, from 0. It is called after that. */
  @property({attribute: false}) slotNumber = 0;
  @property({attribute: false}) content?: Content;
  /** Its place from 0, and of how many; -1 if it is not ranked. */
  @property({attribute: false}) place = -1;
  @property({attribute: false}) places = 0;
  /** Whether it shares its place with the one above, and whether it shares it at all. */
  @property({attribute: false}) tiedUp = false;
  @property({attribute: false}) tied = false;
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
      aria-label=${this.#spoken}
      aria-keyshortcuts=${this.#isRanked ? 'Alt+ArrowUp Alt+ArrowDown 1 T Backspace' : 'Enter 1'}
      @keydown=${this.#onKey}
    >
      <div class="head" @pointerdown=${this.#onPress}>
        <span class="handle" aria-hidden="true">⠿</span>
        ${this.#isRanked ? html`<span class="place" aria-hidden="true">${this.place + 1}</span>` : nothing}
        <span class="name" aria-hidden="true">${this.#name}</span>
        ${this.tied ? html`<span class="tied" aria-hidden="true">${laterTexts.order.tied}</span>` : nothing}
        <span class="acts"
          >${this.#isRanked ? this.#rankedActs() : this.#act('take', laterTexts.order.take, laterTexts.order.take)}</span
        >
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

  get #name(): string {
    return texts.names.answer(this.slotNumber + 1);
  }

  get #isRanked(): boolean {
    return this.place >= 0;
  }

  get #spoken(): string {
    const {itemNotRanked, itemPlace, itemTied} = laterTexts.order;
    if (!this.#isRanked) return itemNotRanked(this.#name);
    return (this.tied ? itemTied : itemPlace)(this.#name, this.place + 1, this.places);
  }

  #rankedActs() {
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
      ${this.#act('up', '↑', laterTexts.order.up, first && !this.tied)}
      ${this.#act('down', '↓', laterTexts.order.down, last && !this.tied)}
      ${this.#act('leave', '✕', laterTexts.order.leave)}
    `;
  }

  #act(kind: 'up' | 'down' | 'take' | 'leave', sign: string, label: string, disabled = false) {
    return html`<button
      class="quiet"
      data-part=${kind}
      title=${label}
      aria-label=${label}
      ?disabled=${disabled}
      @click=${() => this.#say({kind})}
    >
      <span aria-hidden="true">${sign}</span>
    </button>`;
  }

  #onAll = () => {
    this.open = !this.open;
  };

  #say(act: OrderAct): void {
    this.dispatchEvent(new OrderActEvent(act));
  }

  #onKey = (event: KeyboardEvent) => {
    const itself = event.composedPath()[0] === this.item;
    const act = orderActOf(event, {itself, ranked: this.#isRanked});
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    this.#say(act);
  };

  /** A finger drags by the handle only, because elsewhere it scrolls the page. */
  #onPress = (event: PointerEvent) => {
    const path = event.composedPath();
    const on = (selector: string) => path.some((target) => target instanceof Element && target.matches(selector));
    if (event.button !== 0 || on('button') || (event.pointerType === 'touch' && !on('.handle'))) return;
    this.dispatchEvent(new OrderGrabEvent(event));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'order-item': OrderItemElement;
  }
  interface HTMLElementEventMap {
    'order-act': OrderActEvent;
    'order-grab': OrderGrabEvent;
  }
}
