import {LitElement, html, nothing} from 'lit';
import {customElement, property, query} from 'lit/decorators.js';

import type {Content} from '../api.js';
import {isEmpty, wordsOf} from '../model/content.js';
import {type Choice, shortcutsOf} from '../model/verdicts.js';
import {shared} from '../styles/shared.js';
import {ChoiceEvent} from './choice-event.js';
import type {ScrollBoxElement} from './scroll-box.js';
import {styles} from './answer-card.styles.js';
import './scroll-box.js';
import './shown-content.js';

/** A pointer that moves further than this (in pixels) between press and release was selecting text. */
const CLICK_TRAVEL_MAX = 5;

/**
 * Shows one answer. A click anywhere on it prefers it, unless the click selected text, cleared a selection, or was for
 * something in the text: a link, a button, what unfolds.
 *
 * @fires verdict-chosen
 */
@customElement('answer-card')
export class AnswerCardElement extends LitElement {
  static override styles = [shared, styles];

  @property({attribute: false}) choice?: Choice;
  @property({attribute: false}) name = '';
  @property({attribute: false}) content: Content = {text: ''};
  @property({type: Boolean, reflect: true}) chosen = false;
  /** Whether the answer is shown word for word, and not as Markdown. */
  @property({type: Boolean}) raw = false;

  @query('scroll-box') private readonly body!: ScrollBoxElement | null;

  #pressedAt: {x: number; y: number} | undefined;
  #textWasMarked = false;

  constructor() {
    super();
    this.addEventListener('pointerdown', this.#onPress);
    this.addEventListener('click', this.#onClick);
  }

  /** Scrolls by most of the visible height; false if there is nothing to scroll. */
  scrollPage(direction: 1 | -1): boolean {
    return this.body?.scrollPage(direction) ?? false;
  }

  override render() {
    const choice = this.choice;
    if (!choice) return nothing;
    const words = wordsOf(this.content);
    return html`
      <button role="radio" aria-checked=${this.chosen} aria-keyshortcuts=${shortcutsOf(choice)}>
        ${choice.keys.map((key) => html`<kbd aria-hidden="true">${key}</kbd>`)}
        <span class="name" aria-hidden="true">${this.name}</span>
        <span class="unseen">${choice.label}</span>
        ${this.chosen ? html`<span class="mark" aria-hidden="true">Preferred</span>` : nothing}
      </button>
      <scroll-box label=${`Text of ${this.name.toLowerCase()}`} .text=${words}>
        ${!isEmpty(this.content) ? html`<shown-content .content=${this.content} .raw=${this.raw}></shown-content>` : html`<p class="empty">This answer is empty.</p>`}
      </scroll-box>
    `;
  }

  #onPress = (event: PointerEvent) => {
    this.#pressedAt = {x: event.clientX, y: event.clientY};
    this.#textWasMarked = this.#inBody(event) && selectedText() !== '';
  };

  #onClick = (event: MouseEvent) => {
    if (!this.choice || event.button !== 0 || event.detail > 1) return;
    if (this.#inBody(event) && event.composedPath().some(isControl)) return;
    const byKeyboard = event.detail === 0;
    if (!byKeyboard && this.#inBody(event) && (this.#textWasMarked || this.#travelled(event) || selectedText() !== ''))
      return;
    this.dispatchEvent(new ChoiceEvent(this.choice));
  };

  #inBody(event: Event): boolean {
    return this.body !== null && event.composedPath().includes(this.body);
  }

  #travelled(event: MouseEvent): boolean {
    const from = this.#pressedAt;
    return from !== undefined && Math.hypot(event.clientX - from.x, event.clientY - from.y) > CLICK_TRAVEL_MAX;
  }
}

/** Whether it does something of its own when it is clicked. */
function isControl(target: EventTarget): boolean {
  return target instanceof Element && target.matches('a, button, summary');
}

function selectedText(): string {
  return document.getSelection()?.toString() ?? '';
}

declare global {
  interface HTMLElementTagNameMap {
    'answer-card': AnswerCardElement;
  }
}
