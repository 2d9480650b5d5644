import {LitElement, html, nothing} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';

import type {Project, User} from '../api.js';
import {type Account, type Invitation, type Member, addable, invitableRoles, openInvitations} from '../model/people.js';
import {nameOf} from '../model/person.js';
import type {Annotator} from '../model/statistics.js';
import {ownerApi} from '../owner-api.js';
import {ownerTexts} from '../owner-texts.js';
import {fields} from '../styles/fields.js';
import {peopleStyles} from '../styles/people.js';
import {buttons, shared} from '../styles/shared.js';
import {texts} from '../texts.js';
import {ActionController} from './action-controller.js';
import {fieldProblem, problemId} from './field-problem.js';
import type {MemberTableElement, RemoveEvent} from './member-table.js';
import {styles} from './people-tab.styles.js';
import {LoadController} from './load-controller.js';
import './invitation-list.js';
import './invite-link.js';
import './member-table.js';

const words = ownerTexts.people;

/** All that the page shows. */
interface Shown {
  members: readonly Member[];
  accounts: readonly Account[];
  invitations: readonly Invitation[];
}

/**
 * Shows the members of a project with what each has judged, and lets owners and managers add, remove and invite people.
 *
 * @fires logged-out
 */
@customElement('people-tab')
export class PeopleTabElement extends LitElement {
  static override styles = [shared, buttons, fields, peopleStyles, styles];

  @property({attribute: false}) project!: Project;
  @property({attribute: false}) user!: User;

  /** undefined where the figures cannot be had. */
  @state() private figures: readonly Annotator[] | undefined;
  @state() private said = '';
  /** Whom a press on "Undo" makes a member again. */
  @state() private removed: Member | undefined;
  @state() private chosen = '';

  @query('.undo') private readonly undo!: HTMLElement | null;
  @query('.members h2') private readonly heading!: HTMLElement;
  @query('member-table') private readonly table!: MemberTableElement | null;

  readonly #action = new ActionController(this, (name) => name === 'user');
  readonly #load = new LoadController<Shown>(this, async (signal) => {
    const {id} = this.project;
    const [members, accounts, invitations] = await Promise.all([
      ownerApi.members(id, signal),
      ownerApi.accounts(signal),
      ownerApi.invitations(signal),
    ]);
    return {members, accounts, invitations};
  });

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#count();
  }

  override render() {
    return html`<h1>${words.title}</h1>
      ${this.#load.loaded ? this.#people(this.#load.loaded) : this.#load.instead()}`;
  }

  #people({members, accounts, invitations}: Shown) {
    const {id} = this.project;
    return html`<section class="card members" aria-labelledby="members">
        <h2 id="members" tabindex="-1">${words.members}</h2>
        <p class="hint">${words.membership}</p>
        ${this.#outcome()}
        ${
          members.length === 0
            ? html`<p>${words.noMember}</p>`
            : html`<member-table
                .members=${members}
                .figures=${this.figures}
                @remove-member=${({member}: RemoveEvent) => void this.#remove(member)}
              ></member-table>`
        }
      </section>
      <div class="cards" @invitations-changed=${() => void this.#load.read()}>
        <section class="card">${this.#adding(addable(accounts, members))}</section>
        <section class="card">
          <invite-link .projectId=${id} .roles=${invitableRoles(this.user.role)}></invite-link>
        </section>
        <section class="card">
          <invitation-list .invitations=${openInvitations(invitations, id)}></invitation-list>
        </section>
      </div>`;
  }

  #outcome() {
    const {problem} = this.#action;
    return html`<div class="said">
        <span role="status" dir="auto">${this.said}</span>
        ${
          this.removed
            ? html`<button class="quiet edge undo" @click=${() => void this.#restore()}>${texts.actions.undo}</button>`
            : nothing
        }
      </div>
      ${problem ? html`<p class="problem" role="alert">${problem}</p>` : nothing}`;
  }

  #adding(people: readonly Account[]) {
    return html`<h2>${words.add}</h2>
      <p class="hint">${people.length === 0 ? words.nobodyToAdd : words.addWords}</p>
      <form @submit=${this.#onAdd}>
        <label
          >${words.annotator}
          <select
            aria-invalid=${this.#action.at('user') !== ''}
            aria-describedby=${this.#action.at('user') ? problemId('user') : nothing}
            .value=${this.chosen}
            @change=${this.#onChoose}
            ?disabled=${people.length === 0}
          >
            <option value="">${words.choose}</option>
            ${people.map((person) => html`<option value=${person.id}>${labelOf(person)}</option>`)}
          </select>
        </label>
        <button class="button" ?disabled=${this.chosen === ''}>${words.addButton}</button>
      </form>
      ${fieldProblem('user', this.#action.at('user'))}`;
  }

  readonly #onChoose = (event: Event) => {
    this.chosen = (event.target as HTMLSelectElement).value;
    this.#action.changed('user');
  };

  readonly #onAdd = (event: Event) => {
    event.preventDefault();
    const user = Number(this.chosen);
    if (user > 0) void this.#add(user);
  };

  async #add(user: number): Promise<boolean> {
    this.#forget();
    const done = await this.#action.run(async () => {
      const member = await ownerApi.addMember(this.project.id, user);
      this.said = words.added(nameOf(member));
      this.chosen = '';
      await this.#load.read();
    });
    if (done) this.heading.focus();
    return done;
  }

  async #remove(member: Member): Promise<void> {
    this.#forget();
    const done = await this.#action.run(async () => {
      await ownerApi.removeMember(this.project.id, member.user);
      this.said = words.removed(nameOf(member));
      this.removed = member;
      await this.#load.read();
    });
    await this.updateComplete;
    if (done) this.undo?.focus();
  }

  async #restore(): Promise<void> {
    const member = this.removed;
    if (!member) return;
    if (await this.#add(member.user)) this.table?.focusMember(member.user);
    else this.removed = member;
  }

  #forget(): void {
    this.said = '';
    this.removed = undefined;
  }

  /** The page works without the figures. */
  async #count(): Promise<void> {
    this.figures = (await ownerApi.statistics(this.project.id).catch(() => undefined))?.people;
  }
}

function labelOf(person: Account): string {
  const name = nameOf(person);
  return name === person.email ? name : `${name} · ${person.email}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'people-tab': PeopleTabElement;
  }
}
