import {LitElement, type PropertyValues, html, nothing} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';

import type {Project} from '../api.js';
import {counted, plainNumber} from '../model/numbers.js';
import type {FullTask} from '../model/task-annotations.js';
import {shownFields} from '../model/task-fields.js';
import {ownerApi} from '../owner-api.js';
import {ownerTexts} from '../owner-texts.js';
import {Problem} from '../requests.js';
import {buttons, shared} from '../styles/shared.js';
import {JUDGEMENTS, texts} from '../texts.js';
import type {Names} from '../task-words.js';
import {LoggedOutEvent} from './logged-out-event.js';
import {styles} from './task-panel.styles.js';
import {TaskEvent} from './task-table.js';
import './generated-answers.js';
import './page-message.js';
import './shown-content.js';
import './task-history.js';
import './task-said.js';

const words = ownerTexts.tasks.panel;

/** Fired when the task is to be closed. */
export class PanelClosedEvent extends Event {
  static readonly type = 'panel-closed';

  constructor() {
    super(PanelClosedEvent.type);
  }
}

/**
 * Shows all of a task: its data, what people and models said of it, and what happened to it.
 *
 * @fires task-wanted
 * @fires panel-closed
 * @fires logged-out
 */
@customElement('task-panel')
export class TaskPanelElement extends LitElement {
  static override styles = [shared, buttons, styles];

  @property({attribute: false}) taskId = 0;
  /** The tasks before and behind it in the list, as far as they are known. */
  @property({attribute: false}) previous: number | undefined;
  @property({attribute: false}) next: number | undefined;
  @property({attribute: false}) names: Names = new Map();
  /** Is another object whenever its tasks may have changed. */
  @property({attribute: false}) project: Project | undefined;

  @state() private task: FullTask | undefined;
  @state() private failure: 'none' | 'failed' | 'gone' = 'none';

  @query('dialog') private readonly dialog!: HTMLDialogElement;
  @query('h2') private readonly headline!: HTMLElement;

  #loading: AbortController | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#loading?.abort();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('taskId') || changed.has('project')) void this.#load();
  }

  protected override firstUpdated(): void {
    if (matchMedia('(max-width: 1099px)').matches) this.dialog.showModal();
    else this.dialog.show();
    this.headline.focus({preventScroll: true});
  }

  override render() {
    const {task} = this;
    return html`<dialog aria-labelledby="title" @cancel=${this.#onCancel} @keydown=${this.#onKey}>
      <div class="head">
        <h2 id="title" tabindex="-1">
          ${task ? ownerTexts.newProject.task(task.inner_id) : ownerTexts.tasks.table.loading}
        </h2>
        ${this.#step(this.previous, words.previous, '↑')} ${this.#step(this.next, words.next, '↓')}
        <button class="quiet" aria-label=${texts.actions.close} @click=${this.#close}>
          <span aria-hidden="true">✕</span>
        </button>
      </div>
      <div aria-busy=${!task && this.failure === 'none'}>${this.#content()}</div>
    </dialog>`;
  }

  #step(taskId: number | undefined, name: string, sign: string) {
    return html`<button
      class="quiet"
      aria-label=${name}
      aria-disabled=${taskId === undefined}
      @click=${() => taskId !== undefined && this.dispatchEvent(new TaskEvent('task-wanted', taskId))}
    >
      <span aria-hidden="true">${sign}</span>
    </button>`;
  }

  #content() {
    const {task} = this;
    if (this.failure === 'gone') return html`<p role="alert">${words.gone}</p>`;
    if (this.failure === 'failed') {
      return html`<page-message level="2" sign="…" headline=${words.failedHeadline}>
        ${ownerTexts.tasks.failed}
        <button slot="actions" class="button" @click=${() => this.#load()}>${texts.actions.tryAgain}</button>
      </page-message>`;
    }
    if (!task) return nothing;
    const {annotations, predictions} = task;
    return html`<p class="hint">
        ${words.about(plainNumber(task.id), counted(task.total_annotations, JUDGEMENTS), Number(task['overlap']))}
      </p>
      ${shownFields(task.data).map(
        ({name, content, isJson}) =>
          html`<h3 class="name" dir="auto">${name}</h3>
            <div class="field" tabindex="0" role="group" aria-label=${name}>
              <shown-content .content=${content} ?raw=${isJson}></shown-content>
            </div>`,
      )}
      <generated-answers .taskId=${task.id}></generated-answers>
      <h3>${words.annotations}</h3>
      ${
        annotations.length === 0
          ? html`<p class="hint">${words.noAnnotation}</p>`
          : html`<ul class="cards">
              ${annotations.map(
                (one) => html`<li><task-said .annotation=${one} .names=${this.names}></task-said></li>`,
              )}
            </ul>`
      }
      ${
        predictions.length === 0
          ? nothing
          : html`<h3>${words.predictions}</h3>
              <ul class="cards">
                ${predictions.map((one) => html`<li><task-said .prediction=${one}></task-said></li>`)}
              </ul>`
      }
      <task-history .taskId=${task.id} .task=${task}></task-history>`;
  }

  readonly #close = () => this.dispatchEvent(new PanelClosedEvent());

  readonly #onCancel = (event: Event) => {
    event.preventDefault();
    this.#close();
  };

  /** A dialog beside the list is not closed by the browser. */
  readonly #onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    this.#close();
  };

  async #load(): Promise<void> {
    this.#loading?.abort();
    this.#loading = new AbortController();
    const {signal} = this.#loading;
    if (this.task?.id !== this.taskId) this.task = undefined;
    this.failure = 'none';
    try {
      const task = await ownerApi.task(this.taskId, signal);
      if (!signal.aborted) this.task = task;
    } catch (failure) {
      if (signal.aborted) return;
      const status = failure instanceof Problem ? failure.status : 0;
      if (status === 401) this.dispatchEvent(new LoggedOutEvent());
      this.failure = status === 404 ? 'gone' : 'failed';
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'task-panel': TaskPanelElement;
  }
  interface HTMLElementEventMap {
    'panel-closed': PanelClosedEvent;
  }
}
