import {LitElement, html, nothing} from 'lit';
import {customElement, property, query} from 'lit/decorators.js';

import {KINDS, type Key, type Settings} from '../model/project-settings.js';
import {ownerTexts} from '../owner-texts.js';
import {fields} from '../styles/fields.js';
import {shared} from '../styles/shared.js';
import {styles} from './setting-field.styles.js';

/** Fired when a setting was given another value. */
export class SettingEvent<K extends Key = Key> extends Event {
  static readonly type = 'setting';

  constructor(
    readonly key: K,
    readonly value: Settings[K],
  ) {
    super(SettingEvent.type, {bubbles: true, composed: true});
  }
}

/**
 * Asks for one setting of a project.
 *
 * @fires setting
 */
@customElement('setting-field')
export class SettingFieldElement extends LitElement {
  static override styles = [shared, fields, styles];

  @property({attribute: false}) key: Key = 'title';
  @property({attribute: false}) value: Settings[Key] = '';
  /** Why the value cannot be saved; empty if it can. */
  @property() problem = '';
  @property({type: Boolean}) disabled = false;

  @query('input, textarea, select') private readonly field!: HTMLElement | null;

  override focus(): void {
    this.field?.focus();
  }

  override render() {
    const words = ownerTexts.settings.fields[this.key];
    const isFlag = KINDS[this.key] === 'flag';
    return html`<label class=${isFlag ? 'flag' : ''}>
        ${isFlag ? this.#flag() : nothing}
        <span class="title">${words.name}</span>
        ${isFlag ? nothing : this.#field()}
      </label>
      <p id="hint" class="hint ${isFlag ? 'below' : ''}">${words.hint}</p>
      <p id="problem" class="problem" dir="auto" ?hidden=${this.problem === ''}>${this.problem}</p>`;
  }

  #flag() {
    return html`<input
      type="checkbox"
      aria-describedby="hint problem"
      aria-invalid=${this.problem !== ''}
      ?disabled=${this.disabled}
      .checked=${this.value === true}
      @change=${(event: Event) => this.#say((event.target as HTMLInputElement).checked)}
    />`;
  }

  #field() {
    const onInput = (event: Event) => this.#say((event.target as HTMLInputElement).value);
    switch (KINDS[this.key]) {
      case 'lines':
        return html`<textarea
          rows=${this.key === 'expert_instruction' ? 8 : 2}
          dir="auto"
          aria-describedby="hint problem"
          aria-invalid=${this.problem !== ''}
          ?disabled=${this.disabled}
          .value=${this.value}
          @input=${onInput}
        ></textarea>`;
      case 'menu':
        return html`<select
          aria-describedby="hint problem"
          aria-invalid=${this.problem !== ''}
          ?disabled=${this.disabled}
          @change=${onInput}
        >
          ${Object.entries(ownerTexts.settings.menus[this.key as keyof typeof ownerTexts.settings.menus]).map(
            ([value, words]) => html`<option value=${value} .selected=${value === this.value}>${words}</option>`,
          )}
        </select>`;
      case 'whole':
        return html`<input
          class="whole"
          inputmode="numeric"
          autocomplete="off"
          aria-describedby="hint problem"
          aria-invalid=${this.problem !== ''}
          ?disabled=${this.disabled}
          .value=${Number.isNaN(this.value) ? '' : `${this.value}`}
          @input=${(event: Event) => this.#say(numberIn((event.target as HTMLInputElement).value))}
          @keydown=${this.#onKeyDown}
        />`;
      default:
        return html`<input
          autocomplete="off"
          maxlength="50"
          dir="auto"
          aria-describedby="hint problem"
          aria-invalid=${this.problem !== ''}
          ?disabled=${this.disabled}
          .value=${this.value}
          @input=${onInput}
          @keydown=${this.#onKeyDown}
        />`;
    }
  }

  /** Enter sends the form, as from a field that no shadow root keeps apart from it. */
  readonly #onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.isComposing) this.closest('form')?.requestSubmit();
  };

  #say(value: Settings[Key]): void {
    this.dispatchEvent(new SettingEvent(this.key, value));
  }
}

/** The number that a text says; NaN if it says none. */
function numberIn(text: string): number {
  return text.trim() === '' ? NaN : Number(text);
}

declare global {
  interface HTMLElementTagNameMap {
    'setting-field': SettingFieldElement;
  }
  interface HTMLElementEventMap {
    setting: SettingEvent;
  }
}
