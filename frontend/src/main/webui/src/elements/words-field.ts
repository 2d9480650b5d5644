import {type PropertyValues, html, nothing} from 'lit';
import {customElement, queryAll, state} from 'lit/decorators.js';
import {live} from 'lit/directives/live.js';

import {laterTexts} from '../later-texts.js';
import {partsOf, sameAnswer} from '../model/answer-parts.js';
import {attributeOf, titleOf} from '../model/control-looks.js';
import type {Answer, LayoutBox} from '../shown.js';
import {fields} from '../styles/fields.js';
import {buttons, shared} from '../styles/shared.js';
import {FieldElement} from './field-element.js';
import {styles} from './words-field.styles.js';

/** A field does not grow beyond so many lines. */
const ROWS_MAX = 12;

/**
 * Asks for a text, or for several. It keeps what is being typed, because blank texts are no part of the answer.
 *
 * @fires answer-changed
 */
@customElement('words-field')
export class WordsFieldElement extends FieldElement {
  static override styles = [shared, buttons, fields, styles];

  @state() private texts: readonly string[] = [''];

  @queryAll('.text') private readonly areas!: NodeListOf<HTMLTextAreaElement>;

  #focusNext: number | undefined;

  /** Puts the focus where writing goes on: at the end of the last text. */
  override focusField(): void {
    const area = this.areas[this.areas.length - 1];
    area?.focus();
    area?.setSelectionRange(area.value.length, area.value.length);
    if (area) area.scrollTop = area.scrollHeight;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    // Another task has its own texts.
    if (changed.has('control')) this.#take(this.answer);
    else if (changed.has('answer') && !sameAnswer(this.answer, answerOf(this.texts))) this.#take(this.answer);
  }

  override updated(): void {
    for (const area of this.areas) area.style.setProperty('--rows', String(this.#rows));
    if (this.#focusNext === undefined) return;
    this.areas[Math.min(this.#focusNext, this.areas.length - 1)]?.focus();
    this.#focusNext = undefined;
  }

  override render() {
    const several = this.texts.length > 1;
    const full = this.texts.length >= (countOf(this.box, 'maxsubmissions') ?? Infinity);
    const blank = this.texts.some((text) => text.trim() === '');
    return html`<label class="title" for="text-0">${this.heading()}</label>
      ${this.hint()}
      <div class="body texts">
        ${this.texts.map(
          (text, i) =>
            html`<div class="entry">
              ${this.#area(text, i)}
              ${
                several
                  ? html`<button
                      class="quiet"
                      aria-label=${laterTexts.fields.removeText(i + 1)}
                      @click=${() => this.#remove(i)}
                    >
                      <span aria-hidden="true">✕</span>
                    </button>`
                  : nothing
              }
            </div>`,
        )}
        ${full || blank ? nothing : html`<button class="quiet more" @click=${this.#onMore}>${laterTexts.fields.addText}</button>`}
      </div>
      ${this.trouble()}`;
  }

  #area(text: string, i: number) {
    return html`<textarea
      class="text"
      id=${`text-${i}`}
      dir="auto"
      rows=${Math.max(this.#rows, Math.min(ROWS_MAX, text.split('\n').length))}
      placeholder=${attributeOf(this.box, 'placeholder') || nothing}
      aria-label=${i > 0 ? laterTexts.fields.textNumber(titleOf(this.control, this.box), i + 1) : nothing}
      aria-required=${this.required && i === 0}
      aria-invalid=${i === 0 ? this.invalid : nothing}
      aria-describedby=${i === 0 ? this.described : nothing}
      .value=${live(text)}
      @input=${(event: Event) => this.#write(i, (event.target as HTMLTextAreaElement).value)}
    ></textarea>`;
  }

  get #rows(): number {
    return Math.max(1, countOf(this.box, 'rows') ?? 1);
  }

  #take(answer: Answer | undefined): void {
    const texts = partsOf(answer).text ?? [];
    this.texts = texts.length > 0 ? texts : [''];
  }

  #write(at: number, text: string): void {
    this.texts = this.texts.map((other, i) => (i === at ? text : other));
    this.say(answerOf(this.texts));
  }

  #remove(at: number): void {
    this.texts = this.texts.filter((_, i) => i !== at);
    this.#focusNext = at;
    this.say(answerOf(this.texts));
  }

  #onMore = () => {
    this.#focusNext = this.texts.length;
    this.texts = [...this.texts, ''];
  };
}

function answerOf(texts: readonly string[]): Answer | undefined {
  const text = texts.filter((one) => one.trim() !== '');
  return text.length > 0 ? {text} : undefined;
}

/** A whole number from an attribute; undefined if it is none. */
function countOf(box: LayoutBox | undefined, name: string): number | undefined {
  const text = attributeOf(box, name).trim();
  return /^\d{1,6}$/.test(text) ? Number(text) : undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    'words-field': WordsFieldElement;
  }
}
