import {LitElement, html, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';

import type {Project} from '../api.js';
import {laterApi} from '../later-api.js';
import {ownerTexts} from '../owner-texts.js';
import {fields} from '../styles/fields.js';
import {shared} from '../styles/shared.js';
import {fieldProblem, problemId} from './field-problem.js';
import {choices} from './project-choice.styles.js';

const words = ownerTexts.tasks.bulk.other;

/** Fired when another project is chosen, or none. */
export class ProjectEvent extends Event {
  static readonly type = 'project-chosen';

  constructor(readonly projectId: number | undefined) {
    super(ProjectEvent.type);
  }
}

/**
 * Chooses another project by its title: the newest ones first, and by a part of their titles all others.
 *
 * @fires project-chosen
 */
@customElement('project-choice')
export class ProjectChoiceElement extends LitElement {
  static override styles = [shared, fields, choices];

  /** The project that cannot be chosen. */
  @property({attribute: false}) except = 0;
  /** Why the chosen project was refused; empty if it was not. */
  @property() problem = '';

  @state() private found: readonly Project[] | undefined;
  @state() private isFailed = false;
  @state() private chosen: number | undefined;

  #asking: AbortController | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#find('');
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#asking?.abort();
  }

  override render() {
    const others = (this.found ?? []).filter(({id}) => id !== this.except);
    return html`<label>
        <span class="title">${words.find}</span>
        <input
          type="search"
          autocomplete="off"
          @input=${(event: Event) => this.#find((event.target as HTMLInputElement).value)}
        />
      </label>
      <div class="field">
        <label class="title" for="project">${words.project}</label>
        <select
          id="project"
          aria-invalid=${this.problem !== ''}
          aria-describedby=${this.problem ? problemId('to') : nothing}
          @change=${(event: Event) => this.#choose((event.target as HTMLSelectElement).value)}
        >
          <option value="" ?selected=${this.chosen === undefined}>${words.choose}</option>
          ${others.map(
            ({id, title}) =>
              html`<option value=${id} ?selected=${id === this.chosen}>${words.titled(title, id)}</option>`,
          )}
        </select>
        <div role="alert">${fieldProblem('to', this.problem)}</div>
      </div>
      ${this.isFailed ? html`<p class="problem" role="alert">${ownerTexts.people.failed}</p>` : nothing}
      ${this.found && others.length === 0 ? html`<p class="hint" role="status">${words.none}</p>` : nothing}`;
  }

  /** The project that was chosen is no longer, where it is not found any more. */
  async #find(title: string): Promise<void> {
    this.#asking?.abort();
    this.#asking = new AbortController();
    const {signal} = this.#asking;
    const page = await laterApi.projectsTitled(title.trim(), signal).catch(() => undefined);
    if (signal.aborted) return;
    this.isFailed = page === undefined;
    this.found = page?.results;
    if (this.chosen !== undefined && !page?.results.some(({id}) => id === this.chosen)) this.#choose('');
  }

  #choose(value: string): void {
    this.chosen = value === '' ? undefined : Number(value);
    this.dispatchEvent(new ProjectEvent(this.chosen));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'project-choice': ProjectChoiceElement;
  }
  interface HTMLElementEventMap {
    'project-chosen': ProjectEvent;
  }
}
