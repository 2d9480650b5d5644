import {LitElement, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';

import type {Project} from '../api.js';
import {FileChanged} from '../model/file-changed.js';
import {TaskImport} from '../model/task-import.js';
import {TaskList} from '../model/task-list.js';
import {UploadSpeed} from '../model/upload-speed.js';
import {ownerApi} from '../owner-api.js';
import {ownerTexts} from '../owner-texts.js';
import {later, newKey} from '../platform.js';
import {Problem} from '../requests.js';
import {fields} from '../styles/fields.js';
import {buttons, shared} from '../styles/shared.js';
import {texts} from '../texts.js';
import type {FilesChosenEvent} from './file-box.js';
import {FileDrop} from './file-drop.js';
import {LoggedOutEvent} from './logged-out-event.js';
import {failureWords} from './new-project-words.js';
import {ProjectChangedEvent} from './project-changed-event.js';
import {styles} from './tasks-tab.styles.js';
import './file-box.js';
import './page-message.js';
import './task-table.js';
import './upload-progress.js';

const REST_MILLIS = 300;
const words = ownerTexts.tasks;

/**
 * Lists the tasks of a project, and adds those of files.
 *
 * @fires project-changed
 * @fires logged-out
 */
@customElement('tasks-tab')
export class TasksTabElement extends LitElement {
  static override styles = [shared, buttons, fields, styles];

  @property({attribute: false}) project!: Project;

  readonly #drop = new FileDrop(this, {
    take: (files) => void this.#add(files),
    mayPaste: () => !this.#import?.isRunning,
  });
  #list: TaskList | undefined;
  #import: TaskImport | undefined;
  #rest: () => void = () => undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    const onChange = () => this.#onChange();
    const newSpeed = () => new UploadSpeed(() => performance.now());
    this.#list = new TaskList(this.project.id, {api: ownerApi, onChange});
    this.#import = new TaskImport(this.project.id, {api: ownerApi, newKey, newSpeed, onChange});
    void this.#list.find('');
  }

  /** An import goes on while the person looks at another page. */
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#rest();
    this.#list?.stop();
  }

  override render() {
    const list = this.#list;
    if (!list) return nothing;
    return html`<h1>${ownerTexts.project.tabs.tasks}</h1>
      ${this.#adding()}
      <label class="search">
        <span class="title">${words.search}</span>
        <input type="search" autocomplete="off" dir="auto" @input=${this.#onSearch} />
      </label>
      ${this.#found(list)}`;
  }

  #adding() {
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

  #found(list: TaskList) {
    const {tasks, total, phase, search, columns} = list;
    if (phase === 'failed') {
      return html`<page-message level="2" sign="…" headline=${words.failedHeadline}>
        ${list.failure instanceof Problem && list.failure.status < 500 ? list.failure.message : words.failed}
        <button slot="actions" class="button" @click=${() => list.find(search)}>${texts.actions.tryAgain}</button>
      </page-message>`;
    }
    if (tasks.length === 0) {
      return phase === 'loading'
        ? nothing
        : html`<p role="status">${search === '' ? words.none : words.nothingFound}</p>`;
    }
    return html`<p class="count" role="status">${words.count(tasks.length, total)}</p>
      <task-table .tasks=${tasks} .columns=${columns} aria-busy=${phase === 'loading'}></task-table>
      ${
        tasks.length < total
          ? html`<p class="foot">
              <button class="quiet edge" ?disabled=${phase === 'loading'} @click=${() => list.more()}>
                ${words.more(total - tasks.length)}
              </button>
            </p>`
          : nothing
      }`;
  }

  readonly #onSearch = (event: Event) => {
    const {value} = event.target as HTMLInputElement;
    this.#rest();
    this.#rest = later(REST_MILLIS, () => void this.#list?.find(value));
  };

  async #add(files: readonly File[]): Promise<void> {
    if (await this.#import?.start(files)) await this.#onAdded();
  }

  async #again(): Promise<void> {
    if (await this.#import?.again()) await this.#onAdded();
  }

  async #onAdded(): Promise<void> {
    this.dispatchEvent(new ProjectChangedEvent());
    await this.#list?.find(this.#list.search);
  }

  #onChange(): void {
    const failures = [this.#list?.failure, this.#import?.failure];
    if (failures.some((failure) => failure instanceof Problem && failure.status === 401)) {
      this.dispatchEvent(new LoggedOutEvent());
    }
    this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tasks-tab': TasksTabElement;
  }
}
