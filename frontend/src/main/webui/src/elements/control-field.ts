import {LitElement, html, nothing} from 'lit';
import {customElement, property, query} from 'lit/decorators.js';

import type {Outcome} from '../api.js';
import type {Answer, Compared, Control, LayoutBox} from '../shown.js';
import {shared} from '../styles/shared.js';
import {AnswerEvent} from './answer-event.js';

/**
 * Asks one control, whatever it asks for, except a pair that is judged by the verdict bar.
 *
 * @fires answer-changed
 */
@customElement('control-field')
export class ControlFieldElement extends LitElement {
  static override styles = [shared];

  @property({attribute: false}) control!: Control;
  @property({attribute: false}) box: LayoutBox | undefined;
  @property({attribute: false}) compared: Compared | undefined;
  @property({attribute: false}) answer: Answer | undefined;
  @property() problem = '';
  @property({attribute: false}) allows: Outcome[] = [];
  @property({attribute: false}) strength = false;
  @property({attribute: false}) raw = false;

  @query('input') private readonly first!: HTMLInputElement | null;

  /** Puts the focus on the first thing to answer. */
  focusField(): void {
    this.first?.focus();
  }

  override render() {
    const {answer} = this;
    return html`<fieldset>
      <legend>${this.control.name}</legend>
      <input
        aria-label=${this.control.name}
        .value=${answer && 'text' in answer ? (answer.text[0] ?? '') : ''}
        @input=${this.#onInput}
      />
      ${this.problem ? html`<p>${this.problem}</p>` : nothing}
    </fieldset>`;
  }

  #onInput = (event: Event) => {
    const text = (event.target as HTMLInputElement).value;
    this.dispatchEvent(new AnswerEvent(this.control.name, text ? {text: [text]} : undefined));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'control-field': ControlFieldElement;
  }
}
