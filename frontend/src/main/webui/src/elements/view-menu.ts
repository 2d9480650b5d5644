import {LitElement, html} from 'lit';
import {customElement, property, query} from 'lit/decorators.js';

import {NOTHING_SWITCHED, type Reading} from '../model/reading.js';
import {buttons, shared} from '../styles/shared.js';
import {texts} from '../texts.js';
import {styles} from './view-menu.styles.js';

/** Fired when the annotator switches how texts are shown. */
export class ReadingEvent extends Event {
  static readonly type = 'reading-switched';

  constructor(readonly part: keyof Reading) {
    super(ReadingEvent.type);
  }
}

/** Fired when the annotator switches on or off that tasks are taken along. */
export class TrainEvent extends Event {
  static readonly type = 'train-switched';

  constructor() {
    super(TrainEvent.type);
  }
}

const PARTS: readonly {part: keyof Reading; key: string}[] = [
  {part: 'raw', key: 'M'},
  {part: 'diff', key: 'D'},
  {part: 'together', key: 'Y'},
];

/**
 * Offers how texts may be shown, and to take tasks along: what is wanted seldom, or has no room for a button of its own.
 *
 * @fires reading-switched
 * @fires train-switched
 */
@customElement('view-menu')
export class ViewMenuElement extends LitElement {
  static override styles = [shared, buttons, styles];

  @property({attribute: false}) reading: Reading = NOTHING_SWITCHED;
  /** Whether the task scrolls as a whole, as its author laid it out: answers do not scroll together then. */
  @property({attribute: false}) authored = false;
  /** Whether tasks are taken along. */
  @property({attribute: false}) train = false;

  @query('[popover]') private readonly list!: HTMLElement;

  #isOpen = false;
  #connected: AbortController | undefined;
  /** Whether the pointer was pressed beside the open list. */
  #leaves = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#connected = new AbortController();
    const {signal} = this.#connected;
    document.addEventListener('pointerdown', this.#onPress, {signal, capture: true});
    document.addEventListener('click', this.#onClick, {signal, capture: true});
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#connected?.abort();
  }

  override render() {
    const offered = this.authored ? PARTS.filter(({part}) => part !== 'together') : PARTS;
    const switched = offered.filter(({part}) => this.reading[part]).length + (this.train ? 1 : 0);
    return html`<button class="quiet" popovertarget="parts">
        ${texts.reading.menu}
        ${
          switched > 0
            ? html`<span class="count"
                >${texts.reading.switchedOn(switched, (words) => html`<span class="unseen">${words}</span>`)}</span
              >`
            : html`<span aria-hidden="true">▾</span>`
        }
      </button>
      <div id="parts" popover role="group" aria-label=${texts.reading.label} @beforetoggle=${this.#onToggle}>
        ${offered.map(
          ({part, key}) =>
            html`<button
              class="quiet"
              aria-pressed=${this.reading[part]}
              aria-keyshortcuts=${key}
              @click=${() => this.#switch(part)}
            >
              <span class="tick" aria-hidden="true">${this.reading[part] ? '✓' : ''}</span>
              ${texts.reading[part]}
            </button>`,
        )}
        <button class="quiet train" aria-pressed=${this.train} @click=${this.#onTrain}>
          <span class="tick" aria-hidden="true">${this.train ? '✓' : ''}</span>
          ${texts.reading.train}
        </button>
      </div>`;
  }

  #onToggle = (event: ToggleEvent) => {
    this.#isOpen = event.newState === 'open';
  };

  #onPress = (event: PointerEvent) => {
    this.#leaves = this.#isOpen && !event.composedPath().includes(this);
  };

  /** A press beside the list closes it, and is no verdict. */
  #onClick = (event: MouseEvent) => {
    if (this.#leaves && event.detail > 0) event.stopPropagation();
    this.#leaves = false;
  };

  #onTrain = () => {
    this.list.hidePopover();
    this.dispatchEvent(new TrainEvent());
  };

  /** What was switched is to be seen, so that nothing may lie over it. */
  #switch(part: keyof Reading): void {
    this.list.hidePopover();
    this.dispatchEvent(new ReadingEvent(part));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'view-menu': ViewMenuElement;
  }
  interface HTMLElementEventMap {
    'reading-switched': ReadingEvent;
    'train-switched': TrainEvent;
  }
}
