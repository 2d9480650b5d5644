import {LitElement, html} from 'lit';
import {customElement, property, query} from 'lit/decorators.js';

import {closeDialog} from '../closing.js';
import {laterTexts} from '../later-texts.js';
import type {Hotkey} from '../model/hotkeys.js';
import {type Choice, choicesOf} from '../model/verdicts.js';
import {paths} from '../navigation.js';
import {dialogs} from '../styles/dialog.js';
import {buttons, shared} from '../styles/shared.js';
import type {Asks, Control} from '../shown.js';
import {texts} from '../texts.js';
import {styles} from './keys-dialog.styles.js';

/** Fired when character keys are switched on or off. */
export class CharacterKeysEvent extends Event {
  static readonly type = 'character-keys';

  constructor(readonly enabled: boolean) {
    super(CharacterKeysEvent.type, {bubbles: true, composed: true});
  }
}

/**
 * Lists the keys that work on the task that is shown, and lets the annotator switch off those that are plain characters.
 *
 * @fires character-keys
 */
@customElement('keys-dialog')
export class KeysDialogElement extends LitElement {
  static override styles = [shared, buttons, dialogs, styles];

  @property({attribute: false}) characterKeys = true;
  /** The verdicts that may be given. */
  @property({attribute: false}) choices: readonly Choice[] = choicesOf(false);
  /** Whether the annotator says when the task is done. */
  @property({attribute: false}) savable = false;
  /** Whether the task asks for a reason. */
  @property({attribute: false}) rationale = false;
  /** What is asked, some of which has keys of its own. */
  @property({attribute: false}) controls: readonly Control[] = [];
  /** Whether there are guidelines. */
  @property({attribute: false}) guidelines = false;
  /** The keys of options. */
  @property({attribute: false}) hotkeys: readonly Hotkey[] = [];

  @query('dialog') private readonly dialog!: HTMLDialogElement;

  get open(): boolean {
    return this.dialog.open;
  }

  toggle(): void {
    if (this.dialog.open) closeDialog(this.dialog);
    else this.dialog.showModal();
  }

  override render() {
    // eslint-disable-next-line lit-a11y/click-events-have-key-events -- The browser closes a dialog by Esc.
    return html`<dialog aria-labelledby="title" @click=${this.#onClick}>
      <div class="head">
        <h2 id="title">${laterTexts.keys.title}</h2>
        <button class="quiet" @click=${() => closeDialog(this.dialog)}>
          ${texts.actions.close} <kbd aria-hidden="true">${texts.keys.escape}</kbd>
        </button>
      </div>
      <dl>
        ${this.#list().map(
          ({label, keys}) =>
            html`<dt dir="auto">${label}</dt>
              <dd>${keys.map((key) => html`<kbd>${key}</kbd>`)}</dd>`,
        )}
      </dl>
      <label>
        <input type="checkbox" .checked=${this.characterKeys} @change=${this.#onChange} />
        ${laterTexts.keys.characters}
      </label>
      <p>${laterTexts.keys.charactersHint}</p>
      <p><a href=${paths.practice}>${laterTexts.keys.practise}</a></p>
    </dialog>`;
  }

  #list(): {label: string; keys: string[]}[] {
    const options = this.hotkeys.map(({key, title, label}) => ({
      label: laterTexts.keys.option(title, label),
      keys: [key.toUpperCase()],
    }));
    const stars = Math.max(0, ...this.controls.filter(({asks}) => asks === 'stars').map(({stars}) => stars));
    return [
      ...this.choices,
      ...options,
      ...(this.controls.some(({asks, multiple}) => asks === 'choice' && !multiple) ? [laterTexts.keys.choice] : []),
      ...(stars > 0 ? laterTexts.keys.stars(stars) : []),
      ...(this.#asks('order') ? laterTexts.keys.order : []),
      ...(this.#asks('buckets') ? laterTexts.keys.buckets : []),
      ...(this.savable ? [laterTexts.keys.save] : []),
      ...(this.rationale ? [laterTexts.keys.quote] : []),
      ...(this.guidelines ? [laterTexts.keys.guidelines] : []),
      ...laterTexts.keys.others,
    ];
  }

  #asks(kind: Asks): boolean {
    return this.controls.some(({asks}) => asks === kind);
  }

  #onChange = (event: Event) => {
    this.dispatchEvent(new CharacterKeysEvent((event.target as HTMLInputElement).checked));
  };

  /** Closes the dialog on a click beside it. Such a click hits the backdrop, whose target is the dialog itself. */
  #onClick = (event: MouseEvent) => {
    if (event.target !== this.dialog) return;
    const box = this.dialog.getBoundingClientRect();
    const inside =
      event.clientX >= box.left &&
      event.clientX <= box.right &&
      event.clientY >= box.top &&
      event.clientY <= box.bottom;
    if (!inside) closeDialog(this.dialog);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'keys-dialog': KeysDialogElement;
  }
  interface HTMLElementEventMap {
    'character-keys': CharacterKeysEvent;
  }
}
