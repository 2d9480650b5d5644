import {LitElement, css, html} from 'lit';
import {customElement, property} from 'lit/decorators.js';

import type {User} from '../api.js';
import {laterTexts} from '../later-texts.js';
import {paths} from '../navigation.js';
import {peopleStyles} from '../styles/people.js';
import {buttons, shared} from '../styles/shared.js';
import {texts} from '../texts.js';
import './own-name.js';
import './own-password.js';
import './own-token.js';
import './own-view.js';
import './page-header.js';

const words = laterTexts.account;

/**
 * A person's own account: name, password, API token, and how the page looks in this browser.
 *
 * @fires logged-in
 * @fires logged-out
 */
@customElement('account-page')
export class AccountPageElement extends LitElement {
  static override styles = [
    shared,
    buttons,
    peopleStyles,
    css`
      .grow {
        flex: 1;
      }
      main {
        width: min(760px, 100%);
        margin: 0 auto;
        padding: var(--space-6) var(--space-5);
      }
      .who {
        margin: var(--space-1) 0 0;
        color: var(--ink-2);
        font-size: var(--text-2);
        overflow-wrap: anywhere;
      }
      @media (max-width: 760px) {
        main {
          padding: var(--space-4);
        }
      }
    `,
  ];

  @property({attribute: false}) user!: User;

  override connectedCallback(): void {
    super.connectedCallback();
    document.title = texts.page.title(words.title);
  }

  override render() {
    const {user} = this;
    return html`
      <page-header>
        <span class="grow"></span>
        <a class="quiet" href=${paths.projects}>${laterTexts.projects.title}</a>
      </page-header>
      <main>
        <h1>${words.title}</h1>
        <p class="who" dir="auto">${words.loggedInAs(user.email)}</p>
        <section class="card"><own-name .user=${user}></own-name></section>
        <section class="card"><own-password .user=${user}></own-password></section>
        <section class="card"><own-token></own-token></section>
        <section class="card"><own-view></own-view></section>
      </main>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'account-page': AccountPageElement;
  }
}
