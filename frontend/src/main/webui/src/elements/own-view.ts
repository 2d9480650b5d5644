import {LitElement, css, html, nothing} from 'lit';
import {customElement, query, state} from 'lit/decorators.js';

import {hasCharacterKeys, switchCharacterKeys} from '../keyboard.js';
import {laterTexts} from '../later-texts.js';
import {parts} from '../parts.js';
import {SIZE, type Theme, applyTheme, readSetting, setTheme, theme, writeSetting} from '../theme.js';
import {accountStyles} from '../styles/account.js';
import {fields} from '../styles/fields.js';
import {buttons, shared} from '../styles/shared.js';
import type {CharacterKeysEvent, KeysDialogElement} from './keys-dialog.js';
import {ReadingSwitch} from './reading-switch.js';

const words = laterTexts.account;

/** The sizes that all texts follow, as parts of the browser's own. */
const SIZES = {small: '93.75%', normal: null, large: '118.75%'} as const;
type Size = keyof typeof SIZES;

/** How the page looks and reads in this browser: colours, size, scrolling, keys. */
@customElement('own-view')
export class OwnViewElement extends LitElement {
  static override styles = [
    shared,
    buttons,
    fields,
    accountStyles,
    css`
      .tick {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        min-height: 44px;
        margin-top: var(--space-2);
      }
      .tick input {
        width: 18px;
        height: 18px;
        accent-color: var(--accent);
      }
    `,
  ];

  @state() private problem = '';

  @query('keys-dialog') private readonly keys!: KeysDialogElement | null;

  readonly #reading = new ReadingSwitch(this);

  override render() {
    return html`<h2>${words.view}</h2>
      <p class="hint">${words.viewWords}</p>
      <div class="fields">
        ${menu(words.colours, words.themes, theme(), this.#colour)}
        ${menu(words.size, words.sizes, sizeNow(), this.#resize)}
      </div>
      <label class="tick">
        <input type="checkbox" .checked=${this.#reading.now.together} @change=${() => this.#reading.flip('together')} />
        ${words.together}
      </label>
      <p><button class="quiet edge" @click=${() => void this.#showKeys()}>${words.keys}</button></p>
      ${this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing}
      ${
        parts.keys.loaded
          ? html`<keys-dialog
              .characterKeys=${hasCharacterKeys()}
              @character-keys=${({enabled}: CharacterKeysEvent) => switchCharacterKeys(enabled)}
            ></keys-dialog>`
          : nothing
      }`;
  }

  readonly #colour = (chosen: Theme) => {
    setTheme(chosen);
  };

  readonly #resize = (chosen: Size) => {
    writeSetting(SIZE, SIZES[chosen]);
    applyTheme();
  };

  async #showKeys(): Promise<void> {
    this.problem = '';
    try {
      await parts.keys.load();
      this.requestUpdate();
      await this.updateComplete;
      await this.keys?.updateComplete;
      this.keys?.toggle();
    } catch {
      this.problem = words.keysNotLoaded;
    }
  }
}

function sizeNow(): Size {
  const stored = readSetting(SIZE);
  return (Object.keys(SIZES) as Size[]).find((size) => SIZES[size] === stored) ?? 'normal';
}

function menu<T extends string>(label: string, options: Record<T, string>, now: T, choose: (chosen: T) => void) {
  return html`<label class="field"
    >${label}
    <select @change=${(event: Event) => choose((event.target as HTMLSelectElement).value as T)}>
      ${Object.entries<string>(options).map(
        ([value, name]) => html`<option value=${value} ?selected=${value === now}>${name}</option>`,
      )}
    </select>
  </label>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'own-view': OwnViewElement;
  }
}
