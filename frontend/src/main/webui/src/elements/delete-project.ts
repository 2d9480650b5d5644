import {LitElement, html, nothing} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';

import type {Project} from '../api.js';
import {titleOf} from '../model/title.js';
import {navigate, paths} from '../navigation.js';
import {ownerApi} from '../owner-api.js';
import {ownerTexts} from '../owner-texts.js';
import {fields} from '../styles/fields.js';
import {buttons, shared} from '../styles/shared.js';
import {ActionController} from './action-controller.js';
import {styles} from './delete-project.styles.js';
import {fieldProblem, problemId} from './field-problem.js';

/**
 * Deletes a project once its title was typed.
 *
 * @fires logged-out
 */
@customElement('delete-project')
export class DeleteProjectElement extends LitElement {
  static override styles = [shared, buttons, fields, styles];

  @property({attribute: false}) project!: Project;

  @state() private typed = '';
  @state() private busy = false;

  @query('input') private readonly field!: HTMLInputElement;

  readonly #action = new ActionController(this);

  override render() {
    const {title, words, type, button} = ownerTexts.settings.deletion;
    const {problem} = this.#action;
    return html`<section aria-labelledby="title">
      <h2 id="title">${title}</h2>
      <p>${words(this.project)}</p>
      <form @submit=${this.#onSubmit}>
        <label>
          <span class="title">${type(titleOf(this.project))}</span>
          <input
            autocomplete="off"
            spellcheck="false"
            dir="auto"
            aria-invalid=${problem !== ''}
            aria-describedby=${problem ? problemId('title') : nothing}
            .value=${this.typed}
            @input=${this.#onInput}
          />
        </label>
        <button class="button" ?disabled=${!this.#isMeant || this.busy}>${button}</button>
      </form>
      ${fieldProblem('title', problem)}
    </section>`;
  }

  get #isMeant(): boolean {
    return this.typed.trim() === titleOf(this.project).trim();
  }

  readonly #onInput = (event: Event) => {
    this.#action.problem = '';
    this.typed = (event.target as HTMLInputElement).value;
  };

  readonly #onSubmit = async (event: Event) => {
    event.preventDefault();
    if (!this.#isMeant || this.busy) return;
    this.busy = true;
    const isDone = await this.#action.run(() => ownerApi.deleteProject(this.project.id));
    this.busy = false;
    if (isDone) navigate(paths.projects, 'replace');
    else this.field.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'delete-project': DeleteProjectElement;
  }
}
