import {LitElement, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';

import {LEFT, RIGHT, shortcutsOf} from '../model/verdicts.js';
import {shared} from '../styles/shared.js';
import {AnswerEvent} from './answer-event.js';
import {styles} from './authored-answer.styles.js';
import {PressRule} from './press-rule.js';

/**
 * One side of a pair where the configuration has it. What it shows stands in its slot. A click on it prefers it, unless the
 * click selected text or was for something in the text; so does its radio button. A click on words waits for a second one.
 *
 * @fires answer-changed
 */
@customElement('authored-answer')
export class AuthoredAnswerElement extends LitElement {
  static override styles = [shared, styles];

  /** The control that is answered by a click. */
  @property({attribute: false}) control = '';
  /** Its place in the pair, from 0. */
  @property({attribute: false}) place = 0;
  @property({attribute: false}) chosen = false;
  /** Whether the pair may be judged. */
  @property({type: Boolean, reflect: true}) judgeable = true;
  /** Whether a click prefers it unless a second one follows. */
  @property({type: Boolean, reflect: true}) pressed = false;
  /** Whether the keys of verdicts are for its pair. They are printed then. */
  @property({attribute: false}) active = false;

  readonly #rule = new PressRule((isWaiting) => (this.pressed = isWaiting));

  constructor() {
    super();
    this.addEventListener('pointerdown', (event) => this.pressedAround(event));
    this.addEventListener('click', (event) => this.clickedAround(event));
  }

  /** Is told of a press on it or around it. */
  pressedAround(event: PointerEvent): void {
    this.#rule.press(event);
  }

  /** Takes a click on it, or on the box that holds it and nothing else. */
  clickedAround(event: MouseEvent): void {
    if (this.judgeable) this.#rule.obey(event, () => this.judgeable && this.#prefer());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#rule.forget();
  }

  override render() {
    const choice = this.place === 0 ? LEFT : RIGHT;
    return html`<button
        role="radio"
        aria-checked=${this.chosen}
        aria-disabled=${!this.judgeable}
        aria-keyshortcuts=${this.active ? shortcutsOf(choice) : nothing}
        title=${choice.label}
        @click=${this.#onRadio}
      >
        <span class="unseen">${choice.label}</span>
        <span aria-hidden="true"
          >${this.chosen ? '✓ ' : ''}${this.active ? choice.keys.join(' ') : this.place + 1}</span
        >
      </button>
      <slot></slot>`;
  }

  /** Ignores the second click of a double click, which would judge a comparison that the annotator has not seen yet. */
  #onRadio = (event: MouseEvent) => {
    event.stopPropagation();
    if (this.judgeable && event.detail <= 1) this.#prefer();
  };

  #prefer(): void {
    this.dispatchEvent(new AnswerEvent(this.control, {outcome: 'preference', slot: this.place}));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'authored-answer': AuthoredAnswerElement;
  }
}
