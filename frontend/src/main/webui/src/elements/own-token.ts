import {LitElement, css, html, nothing} from 'lit';
import {customElement, query, state} from 'lit/decorators.js';

import {accountApi} from '../account-api.js';
import {laterTexts} from '../later-texts.js';
import {tokenSnippets} from '../model/token-code.js';
import {copyText} from '../platform.js';
import {accountStyles} from '../styles/account.js';
import {dialogs} from '../styles/dialog.js';
import {fields} from '../styles/fields.js';
import {buttons, shared} from '../styles/shared.js';
import {ActionController} from './action-controller.js';
import './code-block.js';

const words = laterTexts.account;

/**
 * Makes a new API token and shows it once, with lines that use it.
 *
 * @fires logged-out
 */
@customElement('own-token')
export class OwnTokenElement extends LitElement {
  static override styles = [
    shared,
    buttons,
    dialogs,
    fields,
    accountStyles,
    css`
      .made {
        padding: var(--space-3) var(--space-4);
        border-radius: var(--radius-2);
        background: var(--accent-wash);
      }
      .made input {
        font-family: var(--mono);
        font-size: var(--text-2);
      }
      .made p {
        flex: 1 1 100%;
        margin: 0;
      }
      h3 {
        margin: var(--space-4) 0 var(--space-2);
        font-size: var(--text-2);
      }
      code-block {
        margin-top: var(--space-2);
      }
      .answers {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
        margin-top: var(--space-4);
      }
    `,
  ];

  @state() private token = '';
  @state() private said = '';

  @query('dialog') private readonly dialog!: HTMLDialogElement;
  @query('dialog .quiet') private readonly keepOld!: HTMLElement;
  @query('.made input') private readonly shown!: HTMLInputElement | null;

  readonly #action = new ActionController(this);

  override render() {
    const {problem} = this.#action;
    return html`<h2>${words.token}</h2>
      <p class="hint">${words.tokenWords}</p>
      <p><button class="button" @click=${() => this.#ask()}>${words.makeToken}</button></p>
      ${problem ? html`<p class="problem" role="alert">${problem}</p>` : nothing}
      ${this.token ? this.#made(this.token) : nothing}
      <dialog aria-labelledby="sure" aria-describedby="why">
        <h2 id="sure">${words.sureHeadline}</h2>
        <p id="why">${words.sure}</p>
        <div class="answers">
          <button class="button" @click=${() => void this.#renew()}>${words.makeIt}</button>
          <button class="quiet edge" @click=${() => this.dialog.close()}>${words.keepOld}</button>
        </div>
      </dialog>`;
  }

  #made(token: string) {
    return html`<div class="made fields">
        <label class="field"
          >${words.tokenLabel}
          <input
            readonly
            dir="ltr"
            autocomplete="off"
            .value=${token}
            @focus=${(event: Event) => (event.target as HTMLInputElement).select()}
          />
        </label>
        <button class="button" @click=${() => void this.#copy(token)}>${words.copy}</button>
        <p role="status">${this.said || words.once}</p>
      </div>
      <h3>${words.use}</h3>
      ${tokenSnippets(token, location.origin).map(
        ({language, code}) => html`<code-block .language=${language} .code=${code}></code-block>`,
      )}`;
  }

  /** What changes nothing has the focus first. */
  #ask(): void {
    this.dialog.showModal();
    this.keepOld.focus();
  }

  async #renew(): Promise<void> {
    this.dialog.close();
    this.said = '';
    if (!(await this.#action.run(async () => (this.token = await accountApi.renewToken())))) return;
    await this.updateComplete;
    this.shown?.focus();
  }

  async #copy(token: string): Promise<void> {
    this.said = (await copyText(token)) ? words.copied : words.notCopied;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'own-token': OwnTokenElement;
  }
}
