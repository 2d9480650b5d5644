import {LitElement, html, nothing} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';

import {accountApi} from '../account-api.js';
import type {User} from '../api.js';
import {laterTexts} from '../later-texts.js';
import {PASSWORD_LEAST, type PasswordFault, type PasswordField, faultOf} from '../model/new-password.js';
import {ownerTexts} from '../owner-texts.js';
import {Problem} from '../requests.js';
import {accountStyles} from '../styles/account.js';
import {fields} from '../styles/fields.js';
import {buttons, shared} from '../styles/shared.js';
import {LoggedOutEvent} from './logged-out-event.js';

const words = laterTexts.account;

/**
 * Changes a person's password, and asks for the present one first.
 *
 * @fires logged-out
 */
@customElement('own-password')
export class OwnPasswordElement extends LitElement {
  static override styles = [shared, buttons, fields, accountStyles];

  @property({attribute: false}) user!: User;

  @state() private busy = false;
  @state() private problem = '';
  @state() private mistaken: PasswordField | undefined;
  @state() private said = '';

  @query('form') private readonly form!: HTMLFormElement;

  override render() {
    return html`<h2>${words.password}</h2>
      <p class="hint">${words.passwordWords}</p>
      <form novalidate @submit=${this.#onSubmit} aria-busy=${this.busy}>
        <input hidden autocomplete="username" .value=${this.user.email} />
        ${this.#field('current', 'current-password')} ${this.#field('next', 'new-password')}
        ${this.#field('again', 'new-password')}
        <button class="button" ?disabled=${this.busy}>${words.savePassword}</button>
      </form>
      ${this.problem ? html`<p id="problem" class="problem" role="alert">${this.problem}</p>` : nothing}
      <p class="done" role="status">${this.said}</p>`;
  }

  #field(name: PasswordField, autocomplete: 'current-password' | 'new-password') {
    const isMistaken = this.mistaken === name;
    return html`<label class="field"
      >${words[name]}
      <input
        name=${name}
        type="password"
        required
        autocomplete=${autocomplete}
        aria-invalid=${isMistaken}
        aria-describedby=${isMistaken ? 'problem' : nothing}
      />
    </label>`;
  }

  readonly #onSubmit = (event: Event) => {
    event.preventDefault();
    if (!this.busy) void this.#change();
  };

  async #change(): Promise<void> {
    const sent = new FormData(this.form);
    const written = (name: PasswordField) => (sent.get(name) as string | null) ?? '';
    const change = {current: written('current'), next: written('next'), again: written('again')};
    this.said = '';
    this.problem = '';
    this.mistaken = undefined;
    const fault = faultOf(change);
    if (fault) {
      this.#refuse(wordsOf(fault), fault.field);
      return;
    }
    this.busy = true;
    try {
      await accountApi.changePassword(change.current, change.next);
      this.form.reset();
      this.said = words.passwordSaved;
    } catch (failure) {
      this.#explain(failure);
    } finally {
      this.busy = false;
    }
  }

  #explain(failure: unknown): void {
    const status = failure instanceof Problem ? failure.status : 0;
    if (status === 401) this.dispatchEvent(new LoggedOutEvent());
    else if (status === 429) this.problem = words.tooOften;
    else if (failure instanceof Problem)
      this.#refuse(failure.message, 'password' in failure.fields ? 'next' : 'current');
    else this.problem = ownerTexts.people.failed;
  }

  #refuse(why: string, field: PasswordField): void {
    this.problem = why;
    this.mistaken = field;
    this.form.querySelector<HTMLElement>(`[name=${field}]`)?.focus();
  }
}

function wordsOf({field, why}: PasswordFault): string {
  switch (why) {
    case 'empty':
      return words.fillIn(words[field]);
    case 'short':
      return words.tooShort(PASSWORD_LEAST);
    case 'long':
      return words.tooLong;
    case 'same':
      return words.same;
    case 'differs':
      return words.differs;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'own-password': OwnPasswordElement;
  }
}
