import {html, nothing} from 'lit';
import {customElement, property, query} from 'lit/decorators.js';

import type {Outcome} from '../api.js';
import {type Step, isStep, othersOf, scaleOf} from '../model/pair-steps.js';
import {fields} from '../styles/fields.js';
import {shared} from '../styles/shared.js';
import {FieldElement} from './field-element.js';
import {styles} from './pair-field.styles.js';

/**
 * Asks which of two answers is better, on a scale from one to the other. The chosen step is taken back by choosing it again.
 *
 * @fires answer-changed
 */
@customElement('pair-field')
export class PairFieldElement extends FieldElement {
  static override styles = [shared, fields, styles];

  /** Whether the keys of verdicts are for this pair. They are printed then. */
  @property({attribute: false}) active = false;
  @property({attribute: false}) allows: readonly Outcome[] = [];
  @property({attribute: false}) strength = false;

  @query('button[aria-pressed="true"]') private readonly pressed!: HTMLElement | null;
  @query('button') private readonly first!: HTMLElement | null;

  override focusField(): void {
    (this.pressed ?? this.first)?.focus();
  }

  override render() {
    return html`<fieldset aria-describedby=${this.described}>
      <legend class="title">${this.heading()}</legend>
      ${this.hint()}
      <div class="body">
        <div class="scale ${this.strength ? 'long' : ''}">
          <span class="end" aria-hidden="true">1 ◀</span>
          ${scaleOf(this.allows, this.strength).map((step) => this.#button(step))}
          <span class="end" aria-hidden="true">▶ 2</span>
        </div>
        <div class="others">${othersOf(this.allows).map((step) => this.#button(step))}</div>
      </div>
      ${this.trouble()}
    </fieldset>`;
  }

  #button(step: Step) {
    const pressed = isStep(step, this.answer);
    return html`<button
      type="button"
      aria-pressed=${pressed}
      aria-label=${step.label}
      aria-keyshortcuts=${this.active ? step.key : nothing}
      @click=${(event: MouseEvent) => this.#choose(event, step, pressed)}
    >
      <span class="short">${step.short}</span><span class="full" aria-hidden="true">${step.label}</span>
      ${this.active ? html`<kbd aria-hidden="true">${step.key}</kbd>` : nothing}
    </button>`;
  }

  /** The second click of a double click would take back what the first one said. */
  #choose(event: MouseEvent, step: Step, pressed: boolean): void {
    if (event.detail <= 1) this.say(pressed ? undefined : step.answer);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pair-field': PairFieldElement;
  }
}
