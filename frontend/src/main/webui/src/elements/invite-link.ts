import {LitElement, html, nothing} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';

import type {Invitation, Role} from '../model/people.js';
import {spokenMoment} from '../model/when.js';
import {ownerApi} from '../owner-api.js';
import {ownerTexts} from '../owner-texts.js';
import {copyText} from '../platform.js';
import {fields} from '../styles/fields.js';
import {buttons, shared} from '../styles/shared.js';
import {ActionController} from './action-controller.js';
import {fieldProblem, problemId} from './field-problem.js';
import {InvitationsChangedEvent} from './invitations-changed-event.js';
import {styles} from './invite-link.styles.js';

const words = ownerTexts.invitations;

/** The server takes no more. */
const DAYS_MAX = 30;
const USES_MAX = 100;
const FIELDS = new Set(['role', 'expires_in_days', 'uses']);

/**
 * Makes links that invite people, and shows each of them once.
 *
 * @fires invitations-changed
 * @fires logged-out
 */
@customElement('invite-link')
export class InviteLinkElement extends LitElement {
  static override styles = [shared, buttons, fields, styles];

  /** The project that the invited become members of; undefined if of none. */
  @property({attribute: false}) projectId: number | undefined;
  /** What the person may invite others as. */
  @property({attribute: false}) roles: readonly Role[] = [];

  @state() private made: Invitation | undefined;
  @state() private said = '';

  @query('form') private readonly form!: HTMLFormElement;
  @query('.made input') private readonly link!: HTMLInputElement | null;

  readonly #action = new ActionController(this, (name) => FIELDS.has(name));

  override render() {
    const {problem} = this.#action;
    return html`<h2>${words.invite}</h2>
      <p class="hint">${this.projectId === undefined ? words.wordsWithout : words.words}</p>
      <form
        @submit=${this.#onSubmit}
        @input=${({target}: Event) => this.#action.changed((target as HTMLInputElement).name)}
      >
        <label class="field"
          >${words.role}
          <select
            name="role"
            aria-invalid=${this.#action.at('role') !== ''}
            aria-describedby=${this.#action.at('role') ? problemId('role') : nothing}
          >
            ${this.roles.map((role) => html`<option value=${role}>${ownerTexts.people.roles[role]}</option>`)}
          </select>
        </label>
        ${fieldProblem('role', this.#action.at('role'))} ${this.#number(words.days, 'expires_in_days', 7, DAYS_MAX)}
        ${this.#number(words.uses, 'uses', 1, USES_MAX)}
        <button class="button">${words.make}</button>
      </form>
      ${problem ? html`<p class="problem" role="alert">${problem}</p>` : nothing}
      ${this.made?.url === undefined ? nothing : this.#link(this.made.url, this.made.expires_at)}`;
  }

  #number(label: string, name: string, value: number, max: number) {
    const problem = this.#action.at(name);
    return html`<label class="field"
        >${label}
        <input
          type="number"
          name=${name}
          min="1"
          max=${max}
          required
          aria-invalid=${problem !== ''}
          aria-describedby=${problem ? problemId(name) : nothing}
          .value=${`${value}`}
      /></label>
      ${fieldProblem(name, problem)}`;
  }

  #link(url: string, ends: string) {
    return html`<div class="made fields">
      <label class="field"
        >${words.link}
        <input readonly .value=${url} @focus=${this.#onFocus} />
      </label>
      <button class="button" @click=${() => void this.#copy(url)}>${words.copy}</button>
      <p role="status">${this.said || words.once(spokenMoment(ends, Date.now()))}</p>
    </div>`;
  }

  /** Selected to be copied, and with its beginning in sight. */
  readonly #onFocus = ({target}: Event) => {
    const link = target as HTMLInputElement;
    link.setSelectionRange(0, link.value.length, 'backward');
    link.scrollLeft = 0;
  };

  readonly #onSubmit = (event: Event) => {
    event.preventDefault();
    void this.#make();
  };

  async #make(): Promise<void> {
    const sent = new FormData(this.form);
    const terms = {
      role: sent.get('role') as Role,
      projects: this.projectId === undefined ? [] : [this.projectId],
      expires_in_days: Number(sent.get('expires_in_days')),
      uses: Number(sent.get('uses')),
    };
    this.made = undefined;
    this.said = '';
    if (!(await this.#action.run(async () => (this.made = await ownerApi.invite(terms))))) return;
    this.dispatchEvent(new InvitationsChangedEvent());
    await this.updateComplete;
    this.link?.focus();
  }

  async #copy(url: string): Promise<void> {
    this.said = (await copyText(url)) ? words.copied : words.notCopied;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'invite-link': InviteLinkElement;
  }
}
