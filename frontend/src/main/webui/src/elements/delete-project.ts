import {LitElement, html, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';

import type {Project} from '../api.js';
import {titleOf} from '../model/title.js';
import {navigate, paths} from '../navigation.js';
import {ownerApi} from '../owner-api.js';
import {ownerTexts} from '../owner-texts.js';
import {Problem} from '../requests.js';
import {fields} from '../styles/fields.js';
import {buttons, shared} from '../styles/shared.js';
import {styles} from './delete-project.styles.js';
import {LoggedOutEvent} from './logged-out-event.js';

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
  @state() private problem = '';

  override render() {
    const {title, words, type, button} = ownerTexts.settings.deletion;
    return html`<section aria-labelledby="title">
      <h2 id="title">${title}</h2>
      <p>${words(this.project)}</p>
      <form @submit=${this.#onSubmit}>
        <label>
          <span class="title">${type(titleOf(this.project))}</span>
          <input autocomplete="off" spellcheck="false" dir="auto" .value=${this.typed} @input=${this.#onInput} />
        </label>
        <button class="button" ?disabled=${!this.#isMeant || this.busy}>${button}</button>
      </form>
      ${this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing}
    </section>`;
  }

  get #isMeant(): boolean {
    return this.typed.trim() === titleOf(this.project).trim();
  }

  readonly #onInput = (event: Event) => {
    this.typed = (event.target as HTMLInputElement).value;
  };

  readonly #onSubmit = async (event: Event) => {
    event.preventDefault();
    if (!this.#isMeant || this.busy) return;
    this.busy = true;
    this.problem = '';
    try {
      await ownerApi.deleteProject(this.project.id);
      navigate(paths.projects, 'replace');
    } catch (failure) {
      if (failure instanceof Problem && failure.status === 401) this.dispatchEvent(new LoggedOutEvent());
      else this.problem = failure instanceof Problem ? failure.message : ownerTexts.settings.failed;
    } finally {
      this.busy = false;
    }
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'delete-project': DeleteProjectElement;
  }
}
