import {LitElement, css, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';

import type {Project} from '../api.js';
import {FileChanged} from '../model/file-changed.js';
import {TaskImport} from '../model/task-import.js';
import {UploadSpeed} from '../model/upload-speed.js';
import {ownerApi} from '../owner-api.js';
import {ownerTexts} from '../owner-texts.js';
import {newKey} from '../platform.js';
import {Problem} from '../requests.js';
import {buttons, shared} from '../styles/shared.js';
import {texts} from '../texts.js';
import type {FilesChosenEvent} from './file-box.js';
import {FileDrop} from './file-drop.js';
import {LoggedOutEvent} from './logged-out-event.js';
import {failureWords} from './new-project-words.js';
import {ProjectChangedEvent} from './project-changed-event.js';
import './file-box.js';
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
      .added {
        color: var(--good);
        font-weight: 550;
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
        <button class="quiet edge" @click=${() => running.cancel()}>${ownerTexts.newProject.cancel}</button>
      </div>`;
    }
    return html`${this.#outcome(running)}
      <details ?open=${this.project.task_number === 0 || this.#drop.isOver}>
        <summary>${words.add}</summary>
        <file-box
          .headline=${words.drop}
          ?over=${this.#drop.isOver}
          @files-chosen=${({files}: FilesChosenEvent) => this.#add(files)}
        ></file-box>
      </details>`;
  }

  #outcome({added, failure, files}: TaskImport) {
    if (added !== undefined) return html`<p class="added" role="status">${words.added(added)}</p>`;
    if (failure === undefined) return nothing;
    return html`<p class="problem" role="alert" dir="auto">${failureWords({failure})}</p>
      ${
        files.length > 0 && !(failure instanceof FileChanged)
          ? html`<p><button class="quiet edge" @click=${() => this.#again()}>${texts.actions.tryAgain}</button></p>`
          : nothing
      }`;
  }

  async #add(files: readonly File[]): Promise<void> {
    if (await this.#import?.start(files)) this.dispatchEvent(new ProjectChangedEvent());
  }

  async #again(): Promise<void> {
    if (await this.#import?.again()) this.dispatchEvent(new ProjectChangedEvent());
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
