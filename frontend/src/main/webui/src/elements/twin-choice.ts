import {LitElement, css, html} from 'lit';
import {customElement, property} from 'lit/decorators.js';

import type {OnDuplicate} from '../import-api.js';
import {ownerTexts} from '../owner-texts.js';
import {fields} from '../styles/fields.js';
import {shared} from '../styles/shared.js';

const CHOICES = ['keep', 'skip', 'fail'] as const satisfies readonly OnDuplicate[];

/** Fired when something else is to become of tasks that are there already. */
export class TwinsEvent extends Event {
  static readonly type = 'twins';

  constructor(readonly onDuplicate: OnDuplicate) {
    super(TwinsEvent.type);
  }
}

/**
 * Asks what becomes of tasks that are there already, or come twice.
 *
 * @fires twins
 */
@customElement('twin-choice')
export class TwinChoiceElement extends LitElement {
  static override styles = [
    shared,
    fields,
    css`
      label {
        display: grid;
        gap: var(--space-1);
      }
      select {
        width: min(20rem, 100%);
      }
    `,
  ];

  @property({attribute: false}) onDuplicate: OnDuplicate = 'keep';
  /** Whether the project is made with the files, so that nothing is there before. */
  @property({type: Boolean}) fresh = false;
  @property({type: Boolean}) disabled = false;

  override render() {
    const {onDuplicate, duplicates, twice, duplicatesHint} = ownerTexts.tasks.imports;
    return html`<label>
      <span class="title">${this.fresh ? twice : duplicates}</span>
      <select
        aria-describedby="hint"
        ?disabled=${this.disabled}
        @change=${(event: Event) =>
          this.dispatchEvent(new TwinsEvent((event.target as HTMLSelectElement).value as OnDuplicate))}
      >
        ${CHOICES.map(
          (each) => html`<option value=${each} ?selected=${each === this.onDuplicate}>${onDuplicate[each]}</option>`,
        )}
      </select>
      <span class="hint" id="hint">${duplicatesHint}</span>
    </label>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'twin-choice': TwinChoiceElement;
  }
}
