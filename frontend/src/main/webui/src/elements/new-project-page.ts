import {LitElement, html, nothing} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';

import {leaveFiles, takeFiles} from '../chosen-files.js';
import {laterTexts} from '../later-texts.js';
import {ownerTexts} from '../owner-texts.js';
import {TITLE_MIN} from '../model/file-names.js';
import {NewProject} from '../model/new-project.js';
import type {Template} from '../model/templates.js';
import {UploadSpeed} from '../model/upload-speed.js';
import {navigate, paths} from '../navigation.js';
import {otherPaths} from '../other-places.js';
import {ownerApi} from '../owner-api.js';
import {newKey} from '../platform.js';
import {Problem} from '../requests.js';
import {staying} from '../staying.js';
import {fields} from '../styles/fields.js';
import {buttons, shared} from '../styles/shared.js';
import {texts} from '../texts.js';
import type {ColumnMappedEvent} from './column-mapping.js';
import type {RoleChosenEvent} from './column-roles.js';
import type {FilesChosenEvent} from './file-box.js';
import {FileDrop} from './file-drop.js';
import {LoggedOutEvent} from './logged-out-event.js';
import {styles} from './new-project-page.styles.js';
import './column-mapping.js';
import './column-roles.js';
import './file-box.js';
import {overlapField, twinsField} from './new-project-fields.js';
import {failureWords, refusal, statusWords} from './new-project-words.js';
import './page-header.js';
import './tasks-preview.js';
import type {TemplateChosenEvent} from './template-gallery.js';
import './template-gallery.js';
import './upload-progress.js';

/**
 * Makes a project of a file: shows what it holds and how its tasks will look, and imports it.
 *
 * @fires logged-out
 */
@customElement('new-project-page')
export class NewProjectPageElement extends LitElement {
  static override styles = [shared, buttons, fields, styles];

  /** Whether the person may create projects. */
  @property({type: Boolean}) allowed = false;

  @state() private titleProblem = '';

  @query('#title') private readonly titleField!: HTMLInputElement | null;

  /** Whether the person has chosen a role of a column of this file. */
  #hasChosen = false;
  readonly #drop = new FileDrop(this, {
    take: (files) => void this.#open(files),
    // Something is at work here already, which a stray paste must not take away.
    mayPaste: () => !this.#project.proposal && this.#project.step !== 'making',
  });
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

  /** An import goes on while the person looks at another page. */
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (this.#project.step !== 'making') this.#project.cancel();
  }

  override render() {
    const {step} = this.#project;
    return html`
      <page-header>
        <span class="grow"></span>
        <a class="quiet" href=${paths.projects}>${laterTexts.projects.title}</a>
      </page-header>
      <main @files-chosen=${(event: FilesChosenEvent) => this.#open(event.files)} aria-busy=${step === 'reading'}>
        ${this.allowed ? this.#content() : refusal()}
      </main>
    `;
  }

  #content() {
    const {proposal, template} = this.#project;
    return html`<h1>${ownerTexts.newProject.title}</h1>
      <p class="unseen" role="status">${statusWords(this.#project)}</p>
      ${
        proposal || template
          ? this.#form()
          : html`${this.#failure()}<file-box ?over=${this.#drop.isOver}></file-box>
              <template-gallery
                @template-chosen=${({template: chosen}: TemplateChosenEvent) => this.#begin(chosen)}
              ></template-gallery>`
      }`;
  }

  #form() {
    const {files, proposal, preview, template, title, step, speed} = this.#project;
    const isMaking = step === 'making';
    return html`<form @submit=${this.#onSubmit} novalidate>
        ${proposal ? html`<p class="file" dir="auto">${ownerTexts.newProject.found(files, proposal)}</p>` : nothing}
        <div class="field">
          <label class="title" for="title">${ownerTexts.newProject.name}</label>
          <input
            id="title"
            autocomplete="off"
            maxlength="50"
            .value=${title}
            ?readonly=${isMaking}
            aria-invalid=${this.titleProblem !== ''}
            aria-describedby="title-problem"
            @input=${(event: Event) => (this.#project.title = (event.target as HTMLInputElement).value)}
          />
          <p id="title-problem" class="problem" ?hidden=${this.titleProblem === ''}>${this.titleProblem}</p>
        </div>
        ${overlapField(this.#project, isMaking, () => this.requestUpdate())} ${this.#columns(isMaking)}
        ${proposal && proposal.annotated > 0 ? html`<p class="hint">${ownerTexts.newProject.annotated(proposal.annotated)}</p>` : nothing}
        ${twinsField(this.#project, isMaking)} ${this.#failure()}
        ${isMaking ? html`<upload-progress .speed=${speed}></upload-progress>` : nothing}
        <div class="actions">
          ${
            isMaking
              ? html`<button class="quiet edge" type="button" @click=${() => this.#project.cancel()}>
                  ${ownerTexts.newProject.cancel}
                </button>`
              : html`<button class="button" ?disabled=${!this.#project.isReady}>${ownerTexts.newProject.make}</button>
                  <a class="quiet" href=${otherPaths.newProject} @click=${() => this.#project.startAgain()}
                    >${template ? ownerTexts.templates.again : ownerTexts.newProject.otherFile}</a
                  >`
          }
        </div>
      </form>
      ${
        preview
          ? html`<tasks-preview
              .preview=${preview}
              .headline=${proposal ? '' : ownerTexts.templates.preview}
            ></tasks-preview>`
          : nothing
      }
      ${this.#drop.isOver && !isMaking ? html`<p class="over" aria-hidden="true">${ownerTexts.newProject.dropInstead}</p>` : nothing}`;
  }

  /** What the tasks hold: the columns of the file, or that there is none yet. */
  #columns(isMaking: boolean) {
    const {proposal, template, roles, mapping} = this.#project;
    if (!proposal) {
      return html`<p class="hint">${ownerTexts.templates.withExample}</p>
        <file-box .headline=${ownerTexts.templates.drop} ?over=${this.#drop.isOver}></file-box>`;
    }
    if (template) {
      return html`<column-mapping
        .template=${template}
        .columns=${proposal.columns}
        .mapping=${mapping}
        ?disabled=${isMaking}
        @column-mapped=${({key, column}: ColumnMappedEvent) => this.#project.map(key, column)}
      ></column-mapping>`;
    }
    return html`<column-roles
      .columns=${proposal.columns}
      .roles=${roles}
      .example=${proposal.tasks[0] ?? {}}
      ?touched=${this.#hasChosen}
      ?disabled=${isMaking}
      @role-chosen=${(event: RoleChosenEvent) => this.#choose(event)}
    ></column-roles>`;
  }

  #failure() {
    const words = failureWords(this.#project);
    return words === '' ? nothing : html`<p class="problem" role="alert" dir="auto">${words}</p>`;
  }

  async #begin(template: Template): Promise<void> {
    await this.#project.begin(template);
    await this.#askForTitle();
  }

  async #open(files: readonly File[]): Promise<void> {
    if (!this.allowed) return;
    this.#hasChosen = false;
    this.titleProblem = '';
    await this.#project.open(files);
    await this.#askForTitle();
  }

  async #askForTitle(): Promise<void> {
    if (this.#hasLoggedOut()) return;
    await this.updateComplete;
    this.titleField?.focus();
    this.titleField?.select();
  }

  async #choose({column, role}: RoleChosenEvent): Promise<void> {
    this.#hasChosen = true;
    await this.#project.choose(column, role);
    this.#hasLoggedOut();
  }

  readonly #onSubmit = async (event: SubmitEvent) => {
    event.preventDefault();
    const isTooShort = Array.from(this.#project.title.trim()).length < TITLE_MIN;
    this.titleProblem = isTooShort ? ownerTexts.newProject.titleTooShort : '';
    if (isTooShort) {
      this.titleField?.focus();
      return;
    }
    // Where the page was left meanwhile, the import goes on, and the browser asks all the same.
    const id = await staying(this.#project.make());
    if (this.isConnected && !this.#hasLoggedOut() && id !== undefined) navigate(paths.label(id));
  };

  /** Asks for a log-in if the session has ended, and keeps the files for the page that comes behind it. */
  #hasLoggedOut(): boolean {
    const {failure, files} = this.#project;
    if (!(failure instanceof Problem) || failure.status !== 401) return false;
    leaveFiles(files);
    this.dispatchEvent(new LoggedOutEvent());
    return true;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'new-project-page': NewProjectPageElement;
  }
}
