import {LitElement, css, html, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';

import type {User} from '../api.js';
import {laterTexts} from '../later-texts.js';
import {type Account, type Invitation, byName, called, invitableRoles, openInvitations} from '../model/people.js';
import {nameOf} from '../model/person.js';
import {paths} from '../navigation.js';
import {ownerApi} from '../owner-api.js';
import {ownerTexts} from '../owner-texts.js';
import {fields} from '../styles/fields.js';
import {peopleStyles} from '../styles/people.js';
import {buttons, shared} from '../styles/shared.js';
import {texts} from '../texts.js';
import type {AccountEvent, RefusedAccount} from './account-table.js';
import {ActionController} from './action-controller.js';
import {LoadController} from './load-controller.js';
import './account-table.js';
import './invitation-list.js';
import './invite-link.js';
import './page-header.js';
import './page-message.js';

const words = ownerTexts.people;
/** Fewer people are seen at a glance. */
const SEARCHED_MIN = 5;

/**
 * Shows all accounts and all open invitations. Owners change there what people may do, and who is let in.
 *
 * @fires logged-out
 */
@customElement('people-page')
export class PeoplePageElement extends LitElement {
  static override styles = [
    shared,
    buttons,
    fields,
    peopleStyles,
    css`
      .grow {
        flex: 1;
      }
      main {
        width: min(1080px, 100%);
        margin: 0 auto;
        padding: var(--space-6) var(--space-5);
      }
      .search {
        width: min(420px, 100%);
      }
      @media (max-width: 760px) {
        main {
          padding: var(--space-4);
        }
      }
    `,
  ];

  @property({attribute: false}) user!: User;

  @state() private said = '';
  @state() private written = '';
  @state() private refused: RefusedAccount | undefined;

  readonly #action = new ActionController(this, (name) => name === 'role' || name === 'active');
  readonly #load = new LoadController(this, async (signal) => {
    const [accounts, invitations] = await Promise.all([ownerApi.accounts(signal), ownerApi.invitations(signal)]);
    return {accounts, invitations};
  });

  override connectedCallback(): void {
    super.connectedCallback();
    document.title = texts.page.title(words.title);
  }

  override render() {
    return html`
      <page-header>
        <span class="grow"></span>
        <a class="quiet" href=${paths.projects}>${laterTexts.projects.title}</a>
      </page-header>
      <main>${this.#content()}</main>
    `;
  }

  #content() {
    const {forManagersHeadline, forManagers} = ownerTexts.project;
    if (this.user.role === 'annotator') {
      return html`<page-message headline=${forManagersHeadline}>${forManagers}</page-message>`;
    }
    const {loaded} = this.#load;
    return html`<h1>${words.title}</h1>
      ${loaded ? this.#people(loaded.accounts, loaded.invitations) : this.#load.instead()}`;
  }

  #people(accounts: readonly Account[], invitations: readonly Invitation[]) {
    const isOwner = this.user.role === 'owner';
    const {problem} = this.#action;
    const found = called(byName(accounts), this.written);
    return html`<section class="card" aria-labelledby="accounts">
        <h2 id="accounts">${words.accounts}</h2>
        <p class="hint">${isOwner ? words.deactivation : words.ownersChange}</p>
        <p role="status" dir="auto">${this.said}</p>
        ${problem ? html`<p class="problem" role="alert">${problem}</p>` : nothing}
        ${accounts.length > SEARCHED_MIN ? this.#search(found.length) : nothing}
        <account-table
          .accounts=${found}
          ?hidden=${found.length === 0}
          ?changeable=${isOwner}
          .refused=${this.refused}
          @account-change=${(event: AccountEvent) => void this.#change(event)}
        ></account-table>
      </section>
      <div class="cards" @invitations-changed=${() => void this.#load.read()}>
        ${isOwner ? html`<section class="card"><invite-link .roles=${invitableRoles(this.user.role)}></invite-link></section>` : nothing}
        <section class="card"><invitation-list .invitations=${openInvitations(invitations)}></invitation-list></section>
      </div>`;
  }

  #search(count: number) {
    const written = this.written.trim();
    return html`<p>
        <input
          type="search"
          class="search"
          autocomplete="off"
          dir="auto"
          maxlength="100"
          placeholder=${words.search}
          aria-label=${words.search}
          @input=${this.#onSearch}
        />
      </p>
      <p class="hint" role="status">
        ${written === '' ? '' : count === 0 ? words.nobodyFound(written) : words.found(count)}
      </p>`;
  }

  readonly #onSearch = (event: Event) => {
    this.written = (event.target as HTMLInputElement).value;
  };

  async #change({account, changes}: AccountEvent): Promise<void> {
    this.said = '';
    this.refused = undefined;
    const isDone = await this.#action.run(async () => {
      const changed = await ownerApi.changeAccount(account.id, changes);
      const name = nameOf(changed);
      if (changes.role !== undefined) this.said = words.hasRole(name, words.roles[changed.role]);
      else this.said = changed.active ? words.isActivated(name) : words.isDeactivated(name);
      await this.#load.read();
    });
    if (!isDone) this.refused = {id: account.id, role: this.#action.at('role'), active: this.#action.at('active')};
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'people-page': PeoplePageElement;
  }
}
