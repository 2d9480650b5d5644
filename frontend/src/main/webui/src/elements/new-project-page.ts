import {LitElement, html, nothing} from 'lit';
import {customElement, query} from 'lit/decorators.js';

import {takeFiles} from '../chosen-files.js';
import {laterTexts} from '../later-texts.js';
import {ownerTexts} from '../owner-texts.js';
import {chosenOf} from '../model/column-roles.js';
import {NewProject} from '../model/new-project.js';
import {UploadSpeed} from '../model/upload-speed.js';
import {navigate, paths} from '../navigation.js';
import {ownerApi} from '../owner-api.js';
import {newKey} from '../platform.js';
import {Problem} from '../requests.js';
import {fields} from '../styles/fields.js';
import {buttons, shared} from '../styles/shared.js';
import {texts} from '../texts.js';
import type {RolesChosenEvent} from './column-roles.js';
import type {FilesChosenEvent} from './file-box.js';
import {FileDrop} from './file-drop.js';
import {LoggedOutEvent} from './logged-out-event.js';
import {styles} from './new-project-page.styles.js';
import './column-roles.js';
import './file-box.js';
import './page-header.js';
import './tasks-preview.js';
import './upload-progress.js';

/**
 * Makes a project of a file: shows what it holds and how its tasks will look, and imports it.
 *
 * @fires logged-out
 */
@customElement('new-project-page')
export class NewProjectPageElement extends LitElement {
  static override styles = [shared, buttons, fields, styles];

  @query('#title') private readonly titleField!: HTMLInputElement | null;

  readonly #drop = new FileDrop(this, (files) => void this.#open(files));
  readonly #project = new NewProject({
    api: ownerApi,
    newKey,
    newSpeed: () => new UploadSpeed(() => performance.now()),
    onChange: () => this.requestUpdate(),
  });

  override connectedCallback(): void {
    super.connectedCallback();
    document.title = texts.page.title(ownerTexts.newProject.title);
    const files = takeFiles();
    if (files.length > 0) void this.#open(files);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#project.cancel();
  }

  override render() {
    const {step, proposal} = this.#project;
    return html`
      <page-header>
        <span class="grow"></span>
        <a class="quiet" href=${paths.projects}>${laterTexts.projects.title}</a>
      </page-header>
      <main @files-chosen=${(event: FilesChosenEvent) => this.#open(event.files)} aria-busy=${step === 'reading'}>
        <h1>${ownerTexts.newProject.title}</h1>
        <p class="unseen" role="status">${this.#spoken()}</p>
        ${proposal ? this.#form() : html`${this.#failure()}<file-box ?over=${this.#drop.isOver}></file-box>`}
      </main>
    `;
  }

  #form() {
    const {files, proposal, preview, title, step, speed} = this.#project;
    if (!proposal) return nothing;
    const isMaking = step === 'making';
    return html`<form @submit=${this.#onSubmit} novalidate>
        <p class="file" dir="auto">${ownerTexts.newProject.found(files, proposal)}</p>
        <div class="field">
          <label class="title" for="title">${ownerTexts.newProject.name}</label>
          <input
            id="title"
            autocomplete="off"
            maxlength="50"
            .value=${title}
            ?disabled=${isMaking}
            @input=${(event: Event) => (this.#project.title = (event.target as HTMLInputElement).value)}
          />
        </div>
        <column-roles
          .columns=${proposal.columns}
          .example=${proposal.tasks[0] ?? {}}
          ?disabled=${isMaking}
          @roles-chosen=${({roles}: RolesChosenEvent) => this.#project.choose(chosenOf(proposal.columns, roles))}
        ></column-roles>
        ${proposal.annotated > 0 ? html`<p class="hint">${ownerTexts.newProject.annotated(proposal.annotated)}</p>` : nothing}
        ${this.#failure()} ${isMaking ? html`<upload-progress .speed=${speed}></upload-progress>` : nothing}
        <div class="actions">
          ${
            isMaking
              ? html`<button class="quiet edge" type="button" @click=${() => this.#project.cancel()}>
                  ${ownerTexts.newProject.cancel}
                </button>`
              : html`<button class="button" ?disabled=${!proposal.label_config || step !== 'proposed'}>
                    ${ownerTexts.newProject.make}
                  </button>
                  <a class="quiet" href=${paths.newProject} @click=${this.#startAgain}
                    >${ownerTexts.newProject.otherFile}</a
                  >`
          }
        </div>
      </form>
      ${preview ? html`<tasks-preview .preview=${preview}></tasks-preview>` : nothing}
      ${this.#drop.isOver ? html`<p class="over" aria-hidden="true">${ownerTexts.newProject.dropInstead}</p>` : nothing}`;
  }

  /** What went wrong. What the server says of the file names the place in it. */
  #failure() {
    const {failure, files} = this.#project;
    if (failure === undefined) return nothing;
    const words =
      failure instanceof Problem && failure.status < 500
        ? ownerTexts.newProject.refused(files[0]?.name ?? '', failure.message)
        : ownerTexts.newProject.failed;
    return html`<p class="problem" role="alert" dir="auto">${words}</p>`;
  }

  #spoken(): string {
    const {step, files, proposal} = this.#project;
    if (step === 'reading') return ownerTexts.newProject.reading;
    return proposal ? ownerTexts.newProject.found(files, proposal) : '';
  }

  async #open(files: readonly File[]): Promise<void> {
    await this.#project.open(files);
    this.#askWhoIsThere();
    await this.updateComplete;
    this.titleField?.focus();
    this.titleField?.select();
  }

  readonly #onSubmit = async (event: SubmitEvent) => {
    event.preventDefault();
    const id = await this.#project.make();
    this.#askWhoIsThere();
    if (id !== undefined) navigate(paths.label(id));
  };

  readonly #startAgain = (event: Event) => {
    event.preventDefault();
    this.#project.startAgain();
  };

  #askWhoIsThere(): void {
    const {failure} = this.#project;
    if (failure instanceof Problem && failure.status === 401) this.dispatchEvent(new LoggedOutEvent());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'new-project-page': NewProjectPageElement;
  }
}
