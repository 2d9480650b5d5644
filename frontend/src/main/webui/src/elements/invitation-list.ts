import {LitElement, css, html, nothing} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';

import type {Invitation} from '../model/people.js';
import {spokenList} from '../model/numbers.js';
import {nameOf} from '../model/person.js';
import {spokenMoment} from '../model/when.js';
import {ownerApi} from '../owner-api.js';
import {ownerTexts} from '../owner-texts.js';
import {fields} from '../styles/fields.js';
import {buttons, shared} from '../styles/shared.js';
import {ActionController} from './action-controller.js';
import {InvitationsChangedEvent} from './invitations-changed-event.js';

const words = ownerTexts.invitations;

/**
 * Lists invitations that let people in, and revokes them.
 *
 * @fires invitations-changed
 * @fires logged-out
 */
@customElement('invitation-list')
export class InvitationListElement extends LitElement {
  static override styles = [
    shared,
    buttons,
    fields,
    css`
      h2 {
        margin: 0 0 var(--space-2);
        font-size: var(--text-3);
      }
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2) var(--space-4);
        padding: var(--space-2) 0;
        border-bottom: 1px solid var(--line);
      }
      li:last-child {
        border-bottom: 0;
      }
      li > div {
        flex: 1 1 14rem;
        min-width: 0;
        overflow-wrap: anywhere;
      }
      p {
        margin: 0;
      }
    `,
  ];

  @property({attribute: false}) invitations: readonly Invitation[] = [];

  @state() private said = '';

  @query('h2') private readonly heading!: HTMLElement;

  readonly #action = new ActionController(this);

  override render() {
    const {problem} = this.#action;
    return html`<h2 tabindex="-1">${words.open}</h2>
      <p class="hint" role="status">${this.said}</p>
      ${problem ? html`<p class="problem" role="alert">${problem}</p>` : nothing}
      ${
        this.invitations.length === 0
          ? html`<p class="hint">${words.none}</p>`
          : html`<ul>
              ${this.invitations.map((invitation) => this.#invitation(invitation))}
            </ul>`
      }`;
  }

  #invitation(invitation: Invitation) {
    const {role, projects, email, used, uses, expires_at, created_by} = invitation;
    const title = words.title(ownerTexts.people.roles[role], spokenList(projects.map((project) => project.title)));
    return html`<li>
      <div>
        <p dir="auto">${title}</p>
        ${email === null ? nothing : html`<p class="hint" dir="auto">${words.onlyFor(email)}</p>`}
        <p class="hint" dir="auto">
          ${words.about(used, uses, spokenMoment(expires_at, Date.now()), nameOf(created_by))}
        </p>
      </div>
      <button class="quiet edge" aria-label=${words.revokeOf(title)} @click=${() => void this.#revoke(invitation)}>
        ${words.revoke}
      </button>
    </li>`;
  }

  async #revoke({id}: Invitation): Promise<void> {
    this.said = '';
    if (!(await this.#action.run(() => ownerApi.revoke(id)))) return;
    this.said = words.revoked;
    // Its button goes away, and the focus must not be lost with it.
    this.heading.focus();
    this.dispatchEvent(new InvitationsChangedEvent());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'invitation-list': InvitationListElement;
  }
}
