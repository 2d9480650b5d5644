import {html, svg} from 'lit';
import {customElement, query, queryAll} from 'lit/decorators.js';
import {live} from 'lit/directives/live.js';

import {laterTexts} from '../later-texts.js';
import {partsOf} from '../model/answer-parts.js';
import {attributeOf} from '../model/control-looks.js';
import {fields} from '../styles/fields.js';
import {shared} from '../styles/shared.js';
import {FieldElement} from './field-element.js';
import {styles} from './stars-field.styles.js';

/** The outline of each icon in a square of 24. */
const ICONS = {
  star: 'M12 2.8l2.85 5.9 6.45.9-4.7 4.5 1.15 6.4L12 17.4l-5.75 3.1L7.4 14.1 2.7 9.6l6.45-.9z',
  heart:
    'M12 20.5C6 16 2.8 12.9 2.8 8.9A4.7 4.7 0 0 1 7.5 4.1c1.8 0 3.5 1 4.5 2.6 1-1.6 2.7-2.6 4.5-2.6a4.7 4.7 0 0 1 4.7 4.8c0 4-3.2 7.1-9.2 11.6z',
  fire: 'M12.4 2.5c.6 3.4 6.2 5.9 6.2 11.8A6.7 6.7 0 0 1 12 21.3a6.7 6.7 0 0 1-6.6-7c0-2.7 1.4-4.9 3-6.4.2 1.7.9 2.7 1.8 3.2.2-3.3.8-6.3 2.2-8.6z',
  smile: 'M12 2.8a9.2 9.2 0 1 0 0 18.4 9.2 9.2 0 0 0 0-18.4z',
} as const;
const FACE = 'M8.7 9v1.4M15.3 9v1.4M8 14.2c1 1.6 2.4 2.3 4 2.3s3-.7 4-2.3';

/**
 * Asks for a number of stars. The chosen one is taken back by choosing it again, or by Backspace, Delete or 0.
 * A digit is that many stars while the focus is in the field, gets the focus, and is never a verdict.
 *
 * @fires answer-changed
 */
@customElement('stars-field')
export class StarsFieldElement extends FieldElement {
  static override styles = [shared, fields, styles];

  @query('input:checked') private readonly chosenInput!: HTMLElement | null;
  @query('input') private readonly firstInput!: HTMLElement | null;
  @queryAll('input') private readonly inputs!: NodeListOf<HTMLElement>;

  override focusField(): void {
    (this.chosenInput ?? this.firstInput)?.focus();
  }

  override render() {
    return html`<fieldset
      role="radiogroup"
      aria-required=${this.required}
      aria-invalid=${this.invalid}
      aria-describedby=${this.described}
      @keydown=${this.#onKey}
      @click=${this.clicks}
    >
      <legend class="title">${this.heading()}</legend>
      ${this.hint()}
      <div class="body stars">
        ${Array.from({length: this.control.stars}, (_, i) => this.#star(i + 1))}
        <span class="count" aria-hidden="true"
          >${this.#given > 0 ? laterTexts.fields.stars(this.#given, this.control.stars) : ''}</span
        >
      </div>
      ${this.trouble()}
    </fieldset>`;
  }

  get #given(): number {
    return partsOf(this.answer).rating ?? 0;
  }

  #star(count: number) {
    return html`<label class=${count <= this.#given ? 'on' : ''}>
      <input
        type="radio"
        name="stars"
        aria-label=${laterTexts.fields.stars(count, this.control.stars)}
        .checked=${live(count === this.#given)}
        @click=${() => this.#give(count)}
      />
      ${this.#icon()}
    </label>`;
  }

  #icon() {
    const name = attributeOf(this.box, 'icon').toLowerCase();
    const known = Object.hasOwn(ICONS, name) ? (name as keyof typeof ICONS) : 'star';
    const face = known === 'smile' ? svg`<path class="face" d=${FACE}></path>` : '';
    return html`<svg viewBox="0 0 24 24" aria-hidden="true">
      <path class="icon" d=${ICONS[known]}></path>
      ${face}
    </svg>`;
  }

  #give(rating: number): void {
    this.say(rating === this.#given ? undefined : {rating});
  }

  /** The focus is where the answer is, so that arrows go on from there. */
  #giveByKey(rating: number): void {
    this.#give(rating);
    this.inputs[rating - 1]?.focus();
  }

  #onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const digit = /^\d$/.test(event.key) ? Number(event.key) : undefined;
    const takesBack = event.key === 'Backspace' || event.key === 'Delete' || digit === 0;
    if (takesBack && this.#given > 0) this.say(undefined);
    else if (digit === undefined) return;
    else if (digit > 0 && digit <= this.control.stars && !event.repeat) this.#giveByKey(digit);
    event.preventDefault();
    event.stopPropagation();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'stars-field': StarsFieldElement;
  }
}
