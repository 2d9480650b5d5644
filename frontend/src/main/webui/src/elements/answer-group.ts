import {LitElement, type PropertyValues, html} from 'lit';
import {customElement, property, query, queryAll, state} from 'lit/decorators.js';

import type {Content} from '../api.js';
import {sharedBeginning} from '../model/beginning.js';
import {isSame} from '../model/content.js';
import type {Scrolling} from '../model/keys.js';
import {type Choice, prefers} from '../model/verdicts.js';
import type {Answer} from '../shown.js';
import {shared} from '../styles/shared.js';
import {texts} from '../texts.js';
import type {AnswerCardElement, OtherAnswer} from './answer-card.js';
import {styles} from './answer-group.styles.js';
import {DifferenceController} from './difference-controller.js';
import {pairNotes} from './pair-notes.js';
import {ReadingPlaces} from './reading-places.js';
import {follow, leadLongest} from './scrolling-together.js';
import type {ScrolledEvent} from './scroll-box.js';
import './answer-card.js';

const EMPTY: Content = {text: ''};

/**
 * Two answers side by side, each of which a click prefers.
 *
 * @fires verdict-chosen
 */
@customElement('answer-group')
export class AnswerGroupElement extends LitElement {
  static override styles = [shared, styles];

  @property() label = '';
  /** What is compared. The same list is known again, so that what was found about it is kept. */
  @property({attribute: false}) slots: readonly Content[] = [];
  /** The choices that prefer a side. */
  @property({attribute: false}) sides: readonly Choice[] = [];
  /** The name of the pair that a click judges; undefined if there is none. */
  @property({attribute: false}) pair: string | undefined;
  /** What that pair is answered with. */
  @property({attribute: false}) answer: Answer | undefined;
  @property({attribute: false}) judgeable = false;
  /** Whether texts are shown word for word, and not as Markdown. */
  @property({type: Boolean}) raw = false;
  /** Whether what differs between the answers is marked. */
  @property({type: Boolean}) diff = false;
  /** Whether the answers scroll together. */
  @property({type: Boolean}) together = false;

  /** The answers of which all is shown, also what they both begin with. */
  @state() private unfolded: readonly Content[] | undefined;

  /** Whether the page scrolls as a whole, and for the answers alone: as on a phone that has no room for both. */
  @state() private tall = false;

  @query('.answers') private readonly answers!: HTMLElement | null;
  @queryAll('answer-card') private readonly cards!: NodeListOf<AnswerCardElement>;

  /** Whether both answers are the same. */
  #same = false;
  readonly #difference = new DifferenceController(this);
  readonly #places = new ReadingPlaces();
  /** For the first answer, and for the second. */
  readonly #others: readonly OtherAnswer[] = [2, 1].map((number) => ({number, goTo: () => this.#goTo(number)}));
  readonly #resized = new ResizeObserver(([answers]) => {
    const {scrollHeight, clientHeight} = document.documentElement;
    this.tall = scrollHeight > clientHeight && (answers?.contentRect.height ?? 0) > clientHeight / 2;
  });

  /** Scrolls the answers, by a page or by a line; false if there is nothing to scroll. */
  scrollAnswers(command: Scrolling): boolean {
    const direction = command.endsWith('down') ? 1 : -1;
    const byLine = command.startsWith('line');
    if (this.together) return leadLongest(this.cards, direction, byLine);
    return [...this.cards].map((card) => card.scrollPage(direction, byLine)).includes(true);
  }

  /** The numbers from 1 of answers that are longer than the screen and whose end has not been in sight. */
  get unseenEnds(): number[] {
    return [...this.cards].flatMap((card, i) => (card.endUnseen ? [i + 1] : []));
  }

  /** Puts the focus on the first answer. */
  focusChoice(): void {
    this.cards[0]?.focusChoice();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.answers) this.#resized.observe(this.answers);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resized.disconnect();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('slots')) this.#same = isSame(this.slots[0] ?? EMPTY, this.slots[1] ?? EMPTY);
  }

  override firstUpdated(): void {
    if (this.answers) this.#resized.observe(this.answers);
  }

  override render() {
    const {slots} = this;
    const same = this.#same;
    const difference = this.diff ? this.#difference.between(slots, this.raw) : undefined;
    const beginning = same ? undefined : sharedBeginning(slots);
    return html`
      <div class="notes" role="status">${pairNotes(same, difference?.note)}</div>
      <div
        class="answers"
        role="radiogroup"
        aria-label=${this.label}
        @beginning-switched=${this.#switchBeginning}
        @box-scrolled=${this.#onScrolled}
      >
        ${this.sides.map(
          (choice, i) =>
            html`<answer-card
              .choice=${choice}
              .pair=${this.pair}
              .name=${texts.names.answer(i + 1)}
              .content=${slots[i] ?? EMPTY}
              .raw=${this.raw}
              .runs=${difference?.runs[i]}
              .reference=${i === 0}
              .beginning=${beginning}
              .folded=${this.unfolded !== slots}
              .other=${this.tall ? this.#others[i] : undefined}
              .judgeable=${this.judgeable}
              .chosen=${this.pair !== undefined && prefers(this.answer, i)}
            ></answer-card>`,
        )}
      </div>
    `;
  }

  #switchBeginning = () => {
    this.unfolded = this.unfolded === this.slots ? undefined : this.slots;
  };

  #goTo(number: number): void {
    const [from, to] = number === 2 ? this.cards : [...this.cards].reverse();
    if (!from || !to) return;
    this.#places.go(from, to);
    to.focusWayToOther();
  }

  #onScrolled = (event: ScrolledEvent) => {
    if (this.together) follow(this.cards, event);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'answer-group': AnswerGroupElement;
  }
}
