import {LitElement, css, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';

import type {Project} from '../api.js';
import type {OnDuplicate} from '../import-api.js';
import {FileChanged} from '../model/file-changed.js';
import {TaskImport} from '../model/task-import.js';
import {UploadSpeed} from '../model/upload-speed.js';
import {ownerApi} from '../owner-api.js';
import {ownerTexts} from '../owner-texts.js';
import {newKey} from '../platform.js';
import {Problem} from '../requests.js';
import {fields} from '../styles/fields.js';
import {buttons, shared} from '../styles/shared.js';
import {texts} from '../texts.js';
import type {FilesChosenEvent} from './file-box.js';
import {FileDrop} from './file-drop.js';
import {LoggedOutEvent} from './logged-out-event.js';
import {failureWords} from './new-project-words.js';
import {ProjectChangedEvent} from './project-changed-event.js';
import './file-box.js';
import './import-outcome.js';
import './upload-progress.js';

const words = ownerTexts.tasks;

/**
 * Adds the tasks of files to a project. An import goes on while the person looks at another page.
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
      .choice {
        display: grid;
        gap: var(--space-1);
        margin-top: var(--space-3);
      }
      .choice select {
        width: min(20rem, 100%);
      }
      summary {
        width: fit-content;
        font-weight: 600;
        cursor: pointer;
      }
      file-box {
        margin-top: var(--space-3);
      }
    `,
  ];

  @property({attribute: false}) project!: Project;

  readonly #drop = new FileDrop(this, {
    take: (files) => void this.#add(files),
    mayPaste: () => !this.#import?.isRunning,
  });
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
      <details ?open=${this.project.task_number === 0 || this.#drop.isOver}>
        <summary>${words.add}</summary>
        ${this.#choice(running)}
        <file-box
          .headline=${words.drop}
          ?over=${this.#drop.isOver}
          @files-chosen=${({files}: FilesChosenEvent) => this.#add(files)}
        ></file-box>
      </details>`;
  }

  #choice(running: TaskImport) {
    const {onDuplicate, duplicates, duplicatesHint} = words.imports;
    return html`<label class="choice">
      <span class="title">${duplicates}</span>
      <select
        aria-describedby="hint"
        @change=${(event: Event) => (running.onDuplicate = (event.target as HTMLSelectElement).value as OnDuplicate)}
      >
        ${(['keep', 'skip', 'fail'] as const).map(
          (each) => html`<option value=${each} ?selected=${each === running.onDuplicate}>${onDuplicate[each]}</option>`,
        )}
      </select>
      <span class="hint" id="hint">${duplicatesHint}</span>
    </label>`;
  }

  #outcome({outcome, cancelled, failure, files, mayLeaveOut}: TaskImport) {
    if (outcome) return html`<import-outcome .outcome=${outcome}></import-outcome>`;
    if (cancelled) return html`<p role="status">${words.imports.cancelled[cancelled]}</p>`;
    if (failure === undefined) return nothing;
    return html`<p class="problem" role="alert" dir="auto">${failureWords({failure})}</p>
      ${mayLeaveOut ? this.#button(words.imports.leaveOut, (running) => running.leaveOut()) : nothing}
      ${
        files.length > 0 && !mayLeaveOut && !(failure instanceof FileChanged)
          ? this.#button(texts.actions.tryAgain, (running) => running.again())
          : nothing
      }`;
  }

  #button(label: string, action: (running: TaskImport) => Promise<boolean>) {
    return html`<p><button class="quiet edge" @click=${() => this.#run(action)}>${label}</button></p>`;
  }

  async #add(files: readonly File[]): Promise<void> {
    await this.#run((running) => running.start(files));
  }

  async #run(action: (running: TaskImport) => Promise<boolean>): Promise<void> {
    if (this.#import && (await action(this.#import))) this.dispatchEvent(new ProjectChangedEvent());
  }

  #onChange(): void {
    const failure = this.#import?.failure;
    if (failure instanceof Problem && failure.status === 401) this.dispatchEvent(new LoggedOutEvent());
    this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'task-adding': TaskAddingElement;
  }
}
