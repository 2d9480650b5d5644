import {LitElement, html, nothing} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';

import {accountApi} from '../account-api.js';
import type {User} from '../api.js';
import {laterTexts} from '../later-texts.js';
import {accountStyles} from '../styles/account.js';
import {fields} from '../styles/fields.js';
import {buttons, shared} from '../styles/shared.js';
import {ActionController} from './action-controller.js';
import {LoggedInEvent} from './login-form.js';

const words = laterTexts.account;
const LONGEST = 256;

/**
 * Changes what a person is called.
 *
 * @fires logged-in so that all that shows the name asks for it again
 * @fires logged-out
 */
@customElement('own-name')
export class OwnNameElement extends LitElement {
  static override styles = [shared, buttons, fields, accountStyles];

  @property({attribute: false}) user!: User;

  @state() private said = '';

  @query('form') private readonly form!: HTMLFormElement;

  readonly #action = new ActionController(this);

  override render() {
    const {problem} = this.#action;
    return html`<h2>${words.name}</h2>
      <p class="hint">${words.nameWords}</p>
      <form @submit=${this.#onSubmit} @input=${this.#onInput}>
        ${field('first_name', words.firstName, 'given-name', this.user.first_name)}
        ${field('last_name', words.lastName, 'family-name', this.user.last_name)}
        <button class="button">${words.saveName}</button>
      </form>
      ${problem ? html`<p class="problem" role="alert" dir="auto">${problem}</p>` : nothing}
      <p class="done" role="status">${this.said}</p>`;
  }

  readonly #onInput = () => {
    this.said = '';
  };

  readonly #onSubmit = (event: Event) => {
    event.preventDefault();
    void this.#save();
  };

  async #save(): Promise<void> {
    const sent = new FormData(this.form);
    const said = (name: string) => ((sent.get(name) as string | null) ?? '').trim();
    const name = {first_name: said('first_name'), last_name: said('last_name')};
    this.said = '';
    if (!(await this.#action.run(() => accountApi.rename(this.user.id, name)))) return;
    this.said = words.nameSaved;
    this.dispatchEvent(new LoggedInEvent());
  }
}

function field(name: string, label: string, autocomplete: string, value: string) {
  return html`<label class="field"
    >${label}
    <input name=${name} dir="auto" maxlength=${LONGEST} autocomplete=${autocomplete} .defaultValue=${value} />
  </label>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'own-name': OwnNameElement;
  }
}
