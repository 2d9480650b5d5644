import {LitElement, html} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';

import {closeDialog} from '../closing.js';
import {laterTexts} from '../later-texts.js';
import {dialogs} from '../styles/dialog.js';
import {fields} from '../styles/fields.js';
import {buttons, shared} from '../styles/shared.js';
import {texts} from '../texts.js';
import {styles} from './skip-dialog.styles.js';

/** Fired when the annotator has said why the task is skipped. */
export class SkipReasonEvent extends Event {
  static readonly type = 'skip-reason-given';

  constructor(readonly reason: string) {
    super(SkipReasonEvent.type, {bubbles: true, composed: true});
  }
}

const words = laterTexts.skip;
/** What people say most often. A digit takes one of them, so that whoever skips often needs two presses. */
const REASONS = words.reasons;
/** The server takes no more. */
const REASON_MAX = 1000;

/**
 * Asks why a task is skipped, over the task. Whoever closes it has skipped nothing.
 *
 * @fires skip-reason-given
 */
@customElement('skip-dialog')
export class SkipDialogElement extends LitElement {
  static override styles = [shared, buttons, dialogs, fields, styles];

  /** Whether digits work as keys. */
  @property({attribute: false}) characterKeys = true;

  @state() private problem = '';

  @query('dialog') private readonly dialog!: HTMLDialogElement;
  @query('h2') private readonly headline!: HTMLElement;
  @query('input') private readonly field!: HTMLInputElement;

  get open(): boolean {
    return this.dialog.open;
  }

  show(): void {
    this.problem = '';
    this.field.value = '';
    if (!this.dialog.open) this.dialog.showModal();
    // On no button, so that no press that is still down can press one.
    this.headline.focus();
  }

  override render() {
    return html`<dialog aria-labelledby="title" @keydown=${this.#onKeydown}>
      <div class="head">
        <h2 id="title" tabindex="-1">${words.title}</h2>
        <button class="quiet" @click=${() => closeDialog(this.dialog)}>
          ${words.back} <kbd aria-hidden="true">${texts.keys.escape}</kbd>
        </button>
      </div>
      <ul>
        ${REASONS.map(
          (reason, index) =>
            html`<li>
              <button class="quiet edge reason" @click=${() => this.#give(reason)}>
                ${this.#key(index + 1)}${reason}
              </button>
            </li>`,
        )}
      </ul>
      <form @submit=${this.#onSubmit}>
        <label for="words">${this.#key(REASONS.length + 1)}${words.own}</label>
        <div class="own">
          <input
            id="words"
            dir="auto"
            autocomplete="off"
            maxlength=${REASON_MAX}
            aria-invalid=${this.problem !== ''}
            aria-describedby="problem"
          />
          <button class="button">${words.skip}</button>
        </div>
        <p id="problem" class=${this.problem && 'problem'} role="alert">${this.problem}</p>
      </form>
    </dialog>`;
  }

  #key(digit: number) {
    return this.characterKeys ? html`<kbd aria-hidden="true">${digit}</kbd> ` : '';
  }

  #onKeydown = (event: KeyboardEvent) => {
    if (!this.open || !this.characterKeys || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.composedPath()[0] === this.field) return;
    const reason = REASONS[Number(event.key) - 1];
    if (reason === undefined && event.key !== `${REASONS.length + 1}`) return;
    event.preventDefault();
    if (reason === undefined) this.field.focus();
    else this.#give(reason);
  };

  #onSubmit = (event: Event) => {
    event.preventDefault();
    const own = this.field.value.trim();
    if (own !== '') {
      this.#give(own);
      return;
    }
    this.problem = words.empty;
    this.field.focus();
  };

  #give(reason: string): void {
    closeDialog(this.dialog);
    this.dispatchEvent(new SkipReasonEvent(reason));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'skip-dialog': SkipDialogElement;
  }
  interface HTMLElementEventMap {
    'skip-reason-given': SkipReasonEvent;
  }
}
