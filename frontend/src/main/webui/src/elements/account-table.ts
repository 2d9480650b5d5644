import {LitElement, css, html, nothing} from 'lit';
import {customElement, property, queryAll, state} from 'lit/decorators.js';
import {live} from 'lit/directives/live.js';
import {repeat} from 'lit/directives/repeat.js';

import {type Account, ROLES, type Role} from '../model/people.js';
import {nameOf} from '../model/person.js';
import {spokenWhen} from '../model/when.js';
import {ownerTexts} from '../owner-texts.js';
import {fields} from '../styles/fields.js';
import {peopleStyles, peopleTables} from '../styles/people.js';
import {buttons, shared} from '../styles/shared.js';
import {tables} from '../styles/tables.js';
import {fieldProblem, problemId} from './field-problem.js';

const words = ownerTexts.people;

/** Fired when an account is to be changed. */
export class AccountEvent extends Event {
  static readonly type = 'account-change';

  constructor(
    readonly account: Account,
    readonly changes: {role?: Role; active?: boolean},
  ) {
    super(AccountEvent.type);
  }
}

/** Why a change of an account was refused, at what was to be changed; empty where it was not. */
export interface RefusedAccount {
  id: number;
  role: string;
  active: string;
}

/**
 * Lists accounts with what they may do. A role is chosen first and changed by a button: in a menu that has the focus,
 * an arrow key chooses at once.
 *
 * @fires account-change
 */
@customElement('account-table')
export class AccountTableElement extends LitElement {
  static override styles = [
    shared,
    buttons,
    fields,
    tables,
    peopleStyles,
    peopleTables,
    css`
      select {
        max-width: 100%;
      }
      .role {
        display: inline-flex;
        flex-wrap: wrap;
        justify-content: end;
        gap: var(--space-2);
      }
      .problem {
        margin-inline-start: auto;
        text-align: start;
        white-space: normal;
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({attribute: false}) accounts: readonly Account[] = [];
  /** Whether the person may change them. */
  @property({type: Boolean}) changeable = false;
  @property({attribute: false}) refused: RefusedAccount | undefined;

  /** Roles that are chosen and not changed yet, by account. */
  @state() private chosen: ReadonlyMap<number, Role> = new Map();

  @queryAll('select') private readonly menus!: NodeListOf<HTMLElement>;

  override render() {
    return html`<div class="scroll" tabindex="0" role="group" aria-label=${words.accounts}>
      <table role="table">
        <thead>
          <tr role="row">
            ${[words.name, words.role, words.access, words.activity].map((column) => html`<th scope="col" role="columnheader">${column}</th>`)}
            ${this.changeable ? html`<td></td>` : nothing}
          </tr>
        </thead>
        <tbody>
          ${repeat(
            this.accounts,
            ({id}) => id,
            (account) => this.#row(account),
          )}
        </tbody>
      </table>
    </div>`;
  }

  #row(account: Account) {
    const name = nameOf(account);
    return html`<tr role="row" class=${account.active ? '' : 'off'}>
      <th scope="row" role="rowheader" dir="auto">
        ${name} ${name === account.email ? nothing : html`<span class="email">${account.email}</span>`}
      </th>
      <td role="cell" data-column=${words.role}>
        ${this.changeable ? this.#role(account, name) : words.roles[account.role]}
      </td>
      <td role="cell" data-column=${words.access}>${account.active ? words.active : words.deactivated}</td>
      <td role="cell" data-column=${words.activity}>${spokenWhen(account.last_activity, Date.now())}</td>
      ${this.changeable ? html`<td role="cell">${this.#access(account, name)}</td>` : nothing}
    </tr>`;
  }

  #role(account: Account, name: string) {
    const chosen = this.chosen.get(account.id) ?? account.role;
    const problem = this.#problemOf(account, 'role');
    return html`<div class="role">
        <select
          aria-label=${words.roleOf(name)}
          aria-invalid=${problem !== ''}
          aria-describedby=${problem ? problemId('role') : nothing}
          .value=${live(chosen)}
          @change=${(event: Event) => this.#choose(account, (event.target as HTMLSelectElement).value as Role)}
        >
          ${ROLES.map((role) => html`<option value=${role} ?selected=${role === chosen}>${words.roles[role]}</option>`)}
        </select>
        ${
          chosen === account.role
            ? nothing
            : html`<button
                class="button"
                aria-label=${words.changeTo(name, words.roles[chosen])}
                @click=${() => this.#change(account, chosen)}
              >
                ${words.change}
              </button>`
        }
      </div>
      ${fieldProblem('role', problem)}`;
  }

  #access(account: Account, name: string) {
    const {active} = account;
    const problem = this.#problemOf(account, 'active');
    return html`<button
        class="quiet edge"
        aria-describedby=${problem ? problemId('active') : nothing}
        aria-label=${active ? words.deactivateName(name) : words.activateName(name)}
        @click=${() => this.dispatchEvent(new AccountEvent(account, {active: !active}))}
      >
        ${active ? words.deactivate : words.activate}
      </button>
      ${fieldProblem('active', problem)}`;
  }

  #problemOf({id}: Account, field: 'role' | 'active'): string {
    return this.refused?.id === id ? this.refused[field] : '';
  }

  #choose({id}: Account, role: Role): void {
    this.refused = undefined;
    this.chosen = new Map(this.chosen).set(id, role);
  }

  /** A role that is refused is chosen no more. The button goes away, so the menu takes the focus. */
  #change(account: Account, role: Role): void {
    const chosen = new Map(this.chosen);
    chosen.delete(account.id);
    this.chosen = chosen;
    this.menus[this.accounts.indexOf(account)]?.focus();
    this.dispatchEvent(new AccountEvent(account, {role}));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'account-table': AccountTableElement;
  }
}
