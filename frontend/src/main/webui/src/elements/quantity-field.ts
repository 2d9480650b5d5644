import {type PropertyValues, html} from 'lit';
import {customElement, query, state} from 'lit/decorators.js';
import {live} from 'lit/directives/live.js';

import {partsOf} from '../model/answer-parts.js';
import {type Bounds, boundsOf, whatIsWrong} from '../model/quantity.js';
import {fields} from '../styles/fields.js';
import {shared} from '../styles/shared.js';
import {laterTexts} from '../later-texts.js';
import {FieldElement} from './field-element.js';
import {styles} from './quantity-field.styles.js';

/** The type of the input. Spelled out, it would be taken for a result's. */
const NUMERIC = typeof 0;

/**
 * Asks for a number. It keeps what is being typed, because that may not be a number yet.
 *
 * @fires answer-changed
 */
@customElement('quantity-field')
export class QuantityFieldElement extends FieldElement {
  static override styles = [shared, fields, styles];

  @state() private typed = '';
  /** Whether the browser cannot make a number of what is typed. It does not tell then what that is. */
  @state() private unreadable = false;

  @query('input') private readonly input!: HTMLInputElement;

  override focusField(): void {
    this.input.focus();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('control')) this.#take();
    // What is typed and wrong is no answer, and yet must not vanish under the hands of who types it.
    else if (changed.has('answer') && partsOf(this.answer).number !== this.#quantity) this.#take();
  }

  override render() {
    const {min, max, step} = this.#bounds;
    return html`<label class="title" for="quantity">${this.heading()}</label>
      ${this.hint()}
      <div class="body">
        <input
          id="quantity"
          type=${NUMERIC}
          inputmode="decimal"
          autocomplete="off"
          min=${min ?? ''}
          max=${max ?? ''}
          step=${step ?? 'any'}
          aria-required=${this.required}
          aria-invalid=${this.invalid}
          aria-describedby=${this.described}
          .value=${live(this.typed)}
          @input=${this.#onInput}
          @wheel=${{handleEvent: this.#onWheel, passive: false}}
        />
        ${this.#range()}
      </div>
      ${this.trouble()}`;
  }

  protected override whatIsWrong(): string {
    if (this.unreadable) return laterTexts.quantity.unreadable();
    return this.typed === '' ? '' : whatIsWrong(Number(this.typed), this.#bounds);
  }

  #range() {
    const {min, max} = this.#bounds;
    if (min !== undefined && max !== undefined)
      return html`<span class="range">${laterTexts.quantity.range(min, max)}</span>`;
    if (min !== undefined) return html`<span class="range">${laterTexts.quantity.least(min)}</span>`;
    return max === undefined ? '' : html`<span class="range">${laterTexts.quantity.most(max)}</span>`;
  }

  get #bounds(): Bounds {
    return boundsOf(this.box);
  }

  /** What is answered: nothing for as long as something is wrong. */
  get #quantity(): number | undefined {
    return this.typed === '' || this.whatIsWrong() ? undefined : Number(this.typed);
  }

  #take(): void {
    this.typed = String(partsOf(this.answer).number ?? '');
    this.unreadable = false;
  }

  #sayIt(): void {
    const quantity = this.#quantity;
    this.say(quantity === undefined ? undefined : {number: quantity}, this.whatIsWrong());
  }

  #onInput = () => {
    this.typed = this.input.value;
    this.unreadable = this.input.validity.badInput;
    this.#sayIt();
  };

  /** A wheel that turns over a number in focus is meant for the page, and must not change the answer. */
  #onWheel = (event: Event) => {
    if (this.shadowRoot?.activeElement === this.input) event.preventDefault();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'quantity-field': QuantityFieldElement;
  }
}
