import {LitElement, css, html, nothing} from 'lit';
import {customElement, property, query} from 'lit/decorators.js';

import type {Project} from '../api.js';
import {FileChanged} from '../model/file-changed.js';
import {FileCheck} from '../model/file-check.js';
import {TaskImport} from '../model/task-import.js';
import {keysOf} from '../model/templates.js';
import {UploadSpeed} from '../model/upload-speed.js';
import {ownerApi} from '../owner-api.js';
import {ownerTexts} from '../owner-texts.js';
import {newKey} from '../platform.js';
import {Problem} from '../requests.js';
import {fields} from '../styles/fields.js';
import {buttons, shared} from '../styles/shared.js';
import {texts} from '../texts.js';
import type {ColumnMappedEvent} from './column-mapping.js';
import type {FilesChosenEvent} from './file-box.js';
import {FileDrop} from './file-drop.js';
import {LoggedOutEvent} from './logged-out-event.js';
import {failureWords} from './new-project-words.js';
import {ProjectChangedEvent} from './project-changed-event.js';
import type {TwinsEvent} from './twin-choice.js';
import './column-mapping.js';
import './file-box.js';
import './import-outcome.js';
import './tasks-preview.js';
import './twin-choice.js';
import './upload-progress.js';

const words = ownerTexts.tasks;

/**
 * Adds the tasks of files to a project, once the person has seen what they hold and how they will look. An import goes on while the person looks at another page.
 *
 * @fires project-changed
 * @fires logged-out
 */
@customElement('task-adding')
export class TaskAddingElement extends LitElement {
  static override styles = [
    shared,
    buttons,
    fields,
    css`
      :host {
        display: grid;
        gap: var(--space-3);
      }
      p {
        margin: 0;
      }
      .problem {
        color: var(--bad);
        white-space: pre-line;
        overflow-wrap: anywhere;
      }
      .running {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-4);
      }
      summary {
        width: fit-content;
        font-weight: 600;
        cursor: pointer;
      }
      file-box,
      .checked {
        margin-top: var(--space-3);
      }
      .checked {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-4);
        padding: var(--space-4);
        border: 1px solid var(--line);
        border-radius: var(--radius-3);
        background: var(--surface);
      }
      .file {
        font-weight: 600;
        overflow-wrap: anywhere;
      }
      .warning {
        color: var(--warn);
        overflow-wrap: anywhere;
      }
      .buttons {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-3);
      }
    `,
  ];

  @property({attribute: false}) project!: Project;

  @query('.checked .button') private readonly addButton!: HTMLButtonElement | null;

  readonly #drop = new FileDrop(this, {
    take: (files) => void this.#open(files),
    mayPaste: () => !this.#import?.isRunning && this.#check.files.length === 0,
  });
  readonly #check = new FileCheck({api: ownerApi, onChange: () => this.#onChange()});
  #import: TaskImport | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    const newSpeed = () => new UploadSpeed(() => performance.now());
    const onChange = () => this.#onChange();
    this.#import = new TaskImport(this.project.id, {api: ownerApi, newKey, newSpeed, onChange});
  }

  override render() {
    const running = this.#import;
    if (!running) return nothing;
    if (running.isRunning) {
      return html`<div class="running">
        <upload-progress .speed=${running.speed}></upload-progress>
        <button class="quiet edge" ?disabled=${running.isCancelling} @click=${() => void running.cancel()}>
          ${running.isCancelling ? words.imports.cancelling : ownerTexts.newProject.cancel}
        </button>
      </div>`;
    }
    return html`${this.#outcome(running)}
      <details ?open=${this.project.task_number === 0 || this.#drop.isOver || this.#check.files.length > 0}>
        <summary>${words.add}</summary>
        ${
          this.#check.proposal
            ? this.#checked(running)
            : html`<file-box
                .headline=${words.drop}
                ?over=${this.#drop.isOver}
                @files-chosen=${({files}: FilesChosenEvent) => this.#open(files)}
              ></file-box>`
        }
        <p role="status">${this.#check.isReading && !this.#check.proposal ? ownerTexts.newProject.reading : nothing}</p>
        ${this.#problem(this.#check.failure)} ${this.#afterRefusal()}
      </details>`;
  }

  /** What the files hold, and how their tasks will look, before anything is stored. */
  #checked(running: TaskImport) {
    const check = this.#check;
    const {proposal, files, lacking, gaps, preview, template} = check;
    if (!proposal) return nothing;
    const {found, annotated, otherFile} = ownerTexts.newProject;
    return html`<section class="checked" aria-label=${words.check.title}>
      <p class="file" role="status" dir="auto">${found(files, proposal)}</p>
      ${
        keysOf(template).length === 0
          ? nothing
          : html`<column-mapping
              .template=${template}
              .columns=${check.columns}
              .mapping=${check.mapping}
              @column-mapped=${({key, column}: ColumnMappedEvent) => void check.map(key, column)}
            ></column-mapping>`
      }
      ${lacking.length > 0 ? html`<p class="problem lacking" dir="auto">${words.check.lacking(lacking)}</p>` : nothing}
      ${gaps.length > 0 ? html`<p class="warning gaps" dir="auto">${words.check.gaps(gaps)}</p>` : nothing}
      ${proposal.annotated > 0 ? html`<p class="hint">${annotated(proposal.annotated)}</p>` : nothing}
      <twin-choice
        .onDuplicate=${running.onDuplicate}
        @twins=${({onDuplicate}: TwinsEvent) => (running.onDuplicate = onDuplicate)}
      ></twin-choice>
      <p class="buttons">
        <button class="button" ?disabled=${!check.isReady} @click=${() => void this.#add()}>${words.check.add}</button>
        <button class="quiet edge" @click=${() => this.#forget()}>${otherFile}</button>
      </p>
      ${preview ? html`<tasks-preview .preview=${preview}></tasks-preview>` : nothing}
    </section>`;
  }

  #outcome({outcome, cancelled, failure, files, mayLeaveOut}: TaskImport) {
    if (outcome) return html`<import-outcome .outcome=${outcome}></import-outcome>`;
    if (cancelled) return html`<p role="status">${words.imports.cancelled[cancelled]}</p>`;
    if (failure === undefined) return nothing;
    return html`${this.#problem(failure)}
    ${mayLeaveOut ? this.#button(words.imports.leaveOut, (running) => running.leaveOut()) : nothing}
    ${
      files.length > 0 && !mayLeaveOut && !(failure instanceof FileChanged)
        ? this.#button(texts.actions.tryAgain, (running) => running.again())
        : nothing
    }`;
  }

  /** A file of which some rows are wrong can be imported without them, though it cannot be shown before. */
  #afterRefusal() {
    const {failure, files, proposal} = this.#check;
    if (proposal || !(failure instanceof Problem) || failure.status !== 400) return nothing;
    return this.#button(words.imports.leaveOut, (running) => {
      this.#check.clear();
      return running.start(files, new Map(), true);
    });
  }

  #problem(failure: unknown) {
    return failure === undefined
      ? nothing
      : html`<p class="problem" role="alert" dir="auto">${failureWords({failure})}</p>`;
  }

  #button(label: string, action: (running: TaskImport) => Promise<boolean>) {
    return html`<p><button class="quiet edge" @click=${() => this.#run(action)}>${label}</button></p>`;
  }

  async #open(files: readonly File[]): Promise<void> {
    if (this.#import?.isRunning) return;
    this.#import?.forget();
    const {label_config, required_data_columns} = this.project as Project & {label_config?: string};
    await this.#check.open(files, {
      label_config: label_config ?? '',
      required_data_columns: required_data_columns ?? [],
    });
    await this.updateComplete;
    this.addButton?.focus();
  }

  async #add(): Promise<void> {
    const {files, renamed, isReady} = this.#check;
    if (!isReady) return;
    this.#check.clear();
    await this.#run((running) => running.start(files, renamed));
  }

  #forget(): void {
    this.#check.clear();
  }

  async #run(action: (running: TaskImport) => Promise<boolean>): Promise<void> {
    if (this.#import && (await action(this.#import))) this.dispatchEvent(new ProjectChangedEvent());
  }

  #onChange(): void {
    const failure = this.#import?.failure ?? this.#check.failure;
    if (failure instanceof Problem && failure.status === 401) this.dispatchEvent(new LoggedOutEvent());
    this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'task-adding': TaskAddingElement;
  }
}
