import {LitElement, html, nothing} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';

import {accountApi} from '../account-api.js';
import type {User} from '../api.js';
import {laterTexts} from '../later-texts.js';
import {accountStyles} from '../styles/account.js';
import {fields} from '../styles/fields.js';
import {buttons, shared} from '../styles/shared.js';
import {ActionController} from './action-controller.js';
import {fieldProblem, problemId} from './field-problem.js';
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

  readonly #action = new ActionController(this, (name) => name === 'first_name' || name === 'last_name');

  override render() {
    const {problem} = this.#action;
    return html`<h2>${words.name}</h2>
      <p class="hint">${words.nameWords}</p>
      <form @submit=${this.#onSubmit} @input=${this.#onInput}>
        ${this.#field('first_name', words.firstName, 'given-name')}
        ${this.#field('last_name', words.lastName, 'family-name')}
        <button class="button">${words.saveName}</button>
      </form>
      ${problem ? html`<p class="problem" role="alert" dir="auto">${problem}</p>` : nothing}
      <p class="done" role="status">${this.said}</p>`;
  }

  #field(name: 'first_name' | 'last_name', label: string, autocomplete: 'given-name' | 'family-name') {
    const problem = this.#action.at(name);
    return html`<label class="field"
        >${label}
        <input
          name=${name}
          dir="auto"
          maxlength=${LONGEST}
          autocomplete=${autocomplete}
          aria-invalid=${problem !== ''}
          aria-describedby=${problem ? problemId(name) : nothing}
          .defaultValue=${this.user[name]}
        />
      </label>
      ${fieldProblem(name, problem)}`;
  }

  readonly #onInput = ({target}: Event) => {
    this.said = '';
    this.#action.changed((target as HTMLInputElement).name);
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

declare global {
  interface HTMLElementTagNameMap {
    'own-name': OwnNameElement;
  }
}
