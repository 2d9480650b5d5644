import {LitElement, html, nothing} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';

import type {User} from '../api.js';
import {type Joined, type Offered, invitationApi} from '../invitation-api.js';
import {forgetSecret, takeSecret} from '../invited.js';
import {laterTexts} from '../later-texts.js';
import {nameOf} from '../model/person.js';
import {navigate, paths} from '../navigation.js';
import {Problem} from '../requests.js';
import {buttons, shared} from '../styles/shared.js';
import {texts} from '../texts.js';
import {styles as formStyles} from './login-form.styles.js';
import {LoggedInEvent} from './login-form.js';
import {styles as pageStyles} from './login-page.styles.js';
import {styles} from './invitation-page.styles.js';

const words = laterTexts.invitation;

/**
 * Lets somebody who has the link of an invitation join: with a new account, or with the one that is logged in.
 *
 * @fires logged-in
 * @fires log-out
 */
@customElement('invitation-page')
export class InvitationPageElement extends LitElement {
  static override styles = [shared, buttons, pageStyles, formStyles, styles];

  /** Who is logged in already. */
  @property({attribute: false}) user?: User | undefined;

  @state() private offered: Offered | undefined;
  /** Why there is nothing to accept. */
  @state() private ended: string | undefined;
  @state() private problem = '';
  @state() private busy = false;
  /** Whether the person wants an account of their own though somebody is logged in. */
  @state() private wantsNew = false;

  @query('form') private readonly form!: HTMLFormElement | null;

  #secret: string | undefined;
  #asking: AbortController | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    document.title = texts.page.title(words.title);
    this.#secret = takeSecret();
    void this.#look();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#asking?.abort();
  }

  override render() {
    return html`<main aria-busy=${this.busy}>
      <h1>${texts.page.brand((name) => html`<b>${name}</b>`)}</h1>
      ${this.ended === undefined ? this.#offer() : this.#end(this.ended)}
    </main>`;
  }

  #offer() {
    const {offered, user} = this;
    if (!offered) return this.problem ? this.#away() : html`<p role="status">${words.looking}</p>`;
    return html`<p class="offer" dir="auto">${words.offer(offered)}</p>
      ${user && !this.wantsNew ? this.#joining(user) : this.#newcomer(offered)}`;
  }

  #joining(user: User) {
    return html`<p>${words.loggedInAs(nameOf(user))}</p>
      ${this.#problem()}
      <button class="button" ?disabled=${this.busy} @click=${this.#join}>${words.join}</button>
      <button class="quiet" ?disabled=${this.busy} @click=${() => (this.wantsNew = true)}>${words.another}</button>`;
  }

  #newcomer({email}: Offered) {
    return html`<form @submit=${this.#onSubmit} novalidate>
      ${this.#field('email', words.email, 'email', 'username', email)}
      ${this.#field('first_name', words.firstName, 'text', 'given-name')}
      ${this.#field('last_name', words.lastName, 'text', 'family-name')}
      ${this.#field('password', words.password, 'password', 'new-password')} ${this.#problem()}
      <button class="button" ?disabled=${this.busy}>${this.busy ? words.joining : words.accept}</button>
      <p class="hint">${words.hasAccount(html`<a href=${paths.logIn('/invitations')}>${texts.login.logIn}</a>`)}</p>
    </form>`;
  }

  #field(name: string, label: string, type: string, autocomplete: string, fixed?: string | null) {
    return html`<div class="field">
      <label for=${name}>${label}</label>
      <input
        id=${name}
        name=${name}
        type=${type}
        autocomplete=${autocomplete}
        ?required=${name !== 'last_name'}
        ?readonly=${!!fixed}
        .defaultValue=${fixed ?? ''}
      />
    </div>`;
  }

  #problem() {
    return this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing;
  }

  #away() {
    return html`${this.#problem()}
      <button class="button" @click=${() => void this.#look()}>${texts.actions.tryAgain}</button>`;
  }

  #end(why: string) {
    return html`<p class="offer" role="alert">${why}</p>
      <p>${words.askAgain}</p>
      <a class="quiet edge" href=${paths.projects}>${texts.login.logIn}</a>`;
  }

  async #look(): Promise<void> {
    const secret = this.#secret;
    if (secret === undefined) {
      this.ended = words.noSecret;
      return;
    }
    this.#asking?.abort();
    this.#asking = new AbortController();
    const {signal} = this.#asking;
    this.problem = '';
    try {
      this.offered = await invitationApi.look(secret, signal);
    } catch (failure) {
      if (!signal.aborted) this.#refuse(failure);
    }
  }

  readonly #onSubmit = async (event: Event) => {
    event.preventDefault();
    const form = this.form;
    const secret = this.#secret;
    if (this.busy || !form || secret === undefined) return;
    const empty = [...form.querySelectorAll('input')].find(({required, value}) => required && value.trim() === '');
    if (empty) {
      this.problem = words.missing(empty.labels?.[0]?.textContent.trim() ?? '');
      empty.focus();
      return;
    }
    const given = new FormData(form);
    const said = (name: string) => (given.get(name) as string | null) ?? '';
    await this.#do(() =>
      invitationApi.accept(secret, {
        email: said('email').trim(),
        first_name: said('first_name').trim(),
        last_name: said('last_name').trim(),
        password: said('password'),
      }),
    );
  };

  readonly #join = async () => {
    const secret = this.#secret;
    if (secret !== undefined) await this.#do(() => invitationApi.join(secret));
  };

  async #do(work: () => Promise<Joined>): Promise<void> {
    this.busy = true;
    this.problem = '';
    try {
      const {projects} = await work();
      forgetSecret();
      const [only] = projects;
      navigate(only && projects.length === 1 ? paths.label(only.id) : paths.projects, 'replace');
      document.querySelector('prefstream-app')?.dispatchEvent(new LoggedInEvent());
    } catch (failure) {
      this.#refuse(failure);
    } finally {
      this.busy = false;
    }
  }

  #refuse(failure: unknown): void {
    if (failure instanceof Problem && (failure.status === 404 || failure.status === 410)) {
      forgetSecret();
      this.ended = failure.message;
    } else {
      this.problem = failure instanceof Problem ? failure.message : words.away;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'invitation-page': InvitationPageElement;
  }
}
