import {LitElement, html, nothing} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';

import {api} from '../api.js';
import {Problem, Unreachable} from '../requests.js';
import {buttons, shared} from '../styles/shared.js';
import {texts} from '../texts.js';
import {styles} from './login-form.styles.js';

/** Fired when the server has accepted the log-in. */
export class LoggedInEvent extends Event {
  static readonly type = 'logged-in';

  constructor() {
    super(LoggedInEvent.type, {bubbles: true, composed: true});
  }
}

/**
 * Asks for email and password. The slot `head` says above them what it is about.
 *
 * @fires logged-in
 */
@customElement('login-form')
export class LoginFormElement extends LitElement {
  static override styles = [shared, buttons, styles];

  /** The email of the person who was logged in until now. */
  @property() known = '';

  @state() private busy = false;
  @state() private problem = '';
  @state() private mistaken = false;

  @query('#email') private readonly email!: HTMLInputElement;
  @query('#password') private readonly password!: HTMLInputElement;

  #attempt: AbortController | undefined;

  override firstUpdated(): void {
    (this.known ? this.password : this.email).focus();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#attempt?.abort();
  }

  override render() {
    return html`<form @submit=${this.#onSubmit} novalidate aria-busy=${this.busy}>
      <slot name="head"></slot>
      <div class="field">
        <label for="email">${texts.login.email}</label>
        <input
          id="email"
          name="email"
          type="email"
          autocomplete="username"
          autocapitalize="none"
          spellcheck="false"
          required
          .defaultValue=${this.known}
          aria-invalid=${this.mistaken}
        />
      </div>
      <div class="field">
        <label for="password">${texts.login.password}</label>
        <input
          id="password"
          name="password"
          type="password"
          autocomplete="current-password"
          required
          aria-invalid=${this.mistaken}
        />
      </div>
      ${this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing}
      <button class="button" type="submit" ?disabled=${this.busy}>
        ${this.busy ? texts.login.busy : texts.login.logIn}
      </button>
      <p class="hint">${texts.login.hint}</p>
    </form>`;
  }

  #onSubmit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (this.busy) return;
    const email = this.email.value.trim();
    const password = this.password.value;
    if (!email || !password) {
      this.#refuse(email ? texts.login.noPassword : texts.login.noEmail, email ? this.password : this.email);
      return;
    }
    await this.#logIn(email, password);
  };

  async #logIn(email: string, password: string): Promise<void> {
    this.busy = true;
    this.problem = '';
    this.mistaken = false;
    this.#attempt = new AbortController();
    try {
      await api.logIn(email, password, this.#attempt.signal);
      this.dispatchEvent(new LoggedInEvent());
    } catch (failure) {
      if (!this.#attempt.signal.aborted) this.#explain(failure);
    } finally {
      this.busy = false;
    }
  }

  #explain(failure: unknown): void {
    if (failure instanceof Problem && failure.status === 429) {
      this.problem = texts.login.tooOften;
    } else if (failure instanceof Problem && failure.status < 500) {
      this.password.value = '';
      this.#refuse(texts.login.wrong, this.password);
    } else {
      const away = failure instanceof Unreachable || failure instanceof Problem;
      this.problem = away ? texts.login.away : texts.login.broken;
    }
  }

  #refuse(why: string, field: HTMLInputElement): void {
    this.problem = why;
    this.mistaken = true;
    field.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'login-form': LoginFormElement;
  }
  interface HTMLElementEventMap {
    'logged-in': LoggedInEvent;
  }
}
