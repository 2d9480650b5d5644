import {LitElement, type PropertyValues, html, nothing} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';

import type {Content} from '../api.js';
import type {Beginning} from '../model/beginning.js';
import {isEmpty, wordsOf} from '../model/content.js';
import type {Run} from '../model/difference.js';
import {countWords, spokenCount} from '../model/words.js';
import {type Choice, shortcutsOf} from '../model/verdicts.js';
import {shared} from '../styles/shared.js';
import {texts} from '../texts.js';
import {ChoiceEvent} from './choice-event.js';
import type {ScrollBoxElement} from './scroll-box.js';
import {styles} from './answer-card.styles.js';
import type {FirstDifferenceEvent} from './diff-text.js';
import {PressRule} from './press-rule.js';
import './diff-text.js';
import './scroll-box.js';
import './shown-content.js';

/** Fired when the annotator shows or folds what the answers begin with. */
export class BeginningEvent extends Event {
  static readonly type = 'beginning-switched';

  constructor() {
    super(BeginningEvent.type, {bubbles: true, composed: true});
  }
}

/** The way to the other answer of a pair that does not fit a phone. */
export interface OtherAnswer {
  /** From 1. */
  readonly number: number;
  readonly goTo: () => void;
}

/**
 * Shows one answer. A click anywhere on it prefers it, unless the click selected text, cleared a selection, or was for
 * something in the text: a link, a button, what unfolds. A click on words waits for a second one, which selects a word.
 *
 * @fires verdict-chosen
 * @fires beginning-switched
 */
@customElement('answer-card')
export class AnswerCardElement extends LitElement {
  static override styles = [shared, styles];

  @property({attribute: false}) choice?: Choice;
  /** The name of the pair that it belongs to; undefined if only one can be meant. */
  @property({attribute: false}) pair: string | undefined;
  @property({attribute: false}) name = '';
  @property({attribute: false}) content: Content = {text: ''};
  @property({type: Boolean, reflect: true}) chosen = false;
  /** Whether a click prefers it unless a second one follows. */
  @property({type: Boolean, reflect: true}) pressed = false;
  /** Whether the comparison may be judged. */
  @property({type: Boolean, reflect: true}) judgeable = true;
  /** Whether the answer is shown word for word, and not as Markdown. */
  @property({type: Boolean}) raw = false;

  /** How the answer differs from others, where that is to be seen. It is shown word for word then. */
  @property({attribute: false}) runs: readonly Run[] | undefined;
  /** Whether it is the answer that the others are compared with. */
  @property({attribute: false}) reference = false;

  /** What the answer begins with and others too, so that it need not be read twice. */
  @property({attribute: false}) beginning: Beginning | undefined;
  /** Whether the beginning is folded. */
  @property({attribute: false}) folded = false;

  /** Undefined if both are in sight. */
  @property({attribute: false}) other: OtherAnswer | undefined;

  /** Whether the end of this answer has been in sight since it is shown. */
  @state() private seen = false;
  @state() private words = '';

  @query('button') private readonly button!: HTMLButtonElement | null;
  @query('.other') private readonly wayToOther!: HTMLButtonElement | null;
  @query('.end') private readonly end!: HTMLElement | null;
  @query('scroll-box') private readonly body!: ScrollBoxElement | null;

  /** What is in sight is asked of the page, because on phones the whole page scrolls and not the answer. */
  readonly #sight = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    this.seen = true;
    this.#sight.disconnect();
  });

  readonly #rule = new PressRule((isWaiting) => (this.pressed = isWaiting));

  constructor() {
    super();
    this.addEventListener('pointerdown', (event) => this.#rule.press(event));
    this.addEventListener('click', this.#onClick);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#watchEnd();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#rule.forget();
    this.#sight.disconnect();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('content') || !this.judgeable) this.#rule.forget();
    if (!changed.has('content')) return;
    this.words = spokenCount(countWords(wordsOf(this.content)));
    this.seen = false;
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has('content') || changed.has('choice')) this.#watchEnd();
  }

  /** Scrolls by most of the visible height, or by a line; false if there is nothing to scroll. */
  scrollPage(direction: 1 | -1, byLine = false): boolean {
    return this.body?.scrollPage(direction, byLine) ?? false;
  }

  focusChoice(): void {
    this.button?.focus();
  }

  /** Puts the focus on the way to the other answer, and scrolls nothing. */
  focusWayToOther(): void {
    this.wayToOther?.focus({preventScroll: true});
  }

  /** Whether the end of the answer has been in sight since it is shown. */
  get endSeen(): boolean {
    return this.seen;
  }

  /** Whether its end has not been in sight, and could not be without scrolling. */
  get endUnseen(): boolean {
    if (this.seen || !this.end) return false;
    return this.range > 0 || this.end.getBoundingClientRect().top > window.innerHeight;
  }

  /** How far the answer can be scrolled, in pixels. */
  get range(): number {
    return this.body?.range ?? 0;
  }

  /** Scrolls to where this part of all that can be scrolled lies above. */
  scrollToShare(share: number): void {
    this.body?.scrollToShare(share);
  }

  override render() {
    const choice = this.choice;
    if (!choice) return nothing;
    const words = wordsOf(this.content);
    return html`
      <div class="head">
        <button
          role="radio"
          aria-checked=${this.chosen}
          aria-disabled=${!this.judgeable}
          aria-keyshortcuts=${this.judgeable ? shortcutsOf(choice) : nothing}
        >
          ${this.judgeable ? choice.keys.map((key) => html`<kbd aria-hidden="true">${key}</kbd>`) : nothing}
          <span class="name" aria-hidden="true">${this.name}</span>
          <span class="unseen">${choice.label}</span>
          ${this.chosen ? html`<span class="mark" aria-hidden="true">${texts.answer.preferred}</span>` : nothing}
        </button>
        <span class="facts"
          >${this.words}${this.seen && this.judgeable ? html`<span class="seen"> · ${texts.answer.endSeen}</span>` : nothing}</span
        >${this.other ? this.#wayTo(this.other) : nothing}
      </div>
      <scroll-box label=${texts.answer.text(this.name)} .text=${words}>
        ${this.#text()}
        <div class="end"></div>
      </scroll-box>
    `;
  }

  #text() {
    if (isEmpty(this.content)) return html`<p class="empty">${texts.answer.empty}</p>`;
    if (!this.runs) {
      const {content, raw, beginning} = this;
      const skip = beginning && this.folded && !raw ? beginning.units : 0;
      return html`${beginning && !raw ? this.#fold(beginning) : nothing}
        <shown-content .content=${content} .raw=${raw} .skip=${skip}></shown-content>`;
    }
    return html`<diff-text
      .runs=${this.runs}
      .reference=${this.reference}
      @first-difference=${(event: FirstDifferenceEvent) => this.body?.reveal(event.place)}
    ></diff-text>`;
  }

  #fold({words, contents}: Beginning) {
    return html`<button
      class="beginning"
      aria-expanded=${!this.folded}
      @click=${() => this.dispatchEvent(new BeginningEvent())}
    >
      <span>${texts.answer.sameBeginning(contents, spokenCount(words))}</span>
      <span class="switch">${this.folded ? texts.answer.show : texts.answer.fold}</span>
    </button>`;
  }

  #wayTo({number, goTo}: OtherAnswer) {
    const go = (event: Event) => {
      // It lies beside what a press prefers the answer by.
      event.stopPropagation();
      goTo();
    };
    return html`<button class="other" aria-label=${texts.answer.goTo(number)} @click=${go}>
      ${texts.answer.way(number)}
    </button>`;
  }

  #watchEnd(): void {
    this.#sight.disconnect();
    if (this.end && !this.seen) this.#sight.observe(this.end);
  }

  #onClick = (event: MouseEvent) => {
    if (!this.choice || !this.judgeable || event.button !== 0 || event.detail > 1) return;
    // There is no text around the text, so that a press on it means nothing else.
    if (this.#inBody(event)) this.#rule.obey(event, this.#prefer);
    else this.#prefer();
  };

  readonly #prefer = () => {
    if (this.choice) this.dispatchEvent(new ChoiceEvent(this.choice, this.pair));
  };

  #inBody(event: Event): boolean {
    return this.body !== null && event.composedPath().includes(this.body);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'answer-card': AnswerCardElement;
  }
  interface HTMLElementEventMap {
    'beginning-switched': BeginningEvent;
  }
}
