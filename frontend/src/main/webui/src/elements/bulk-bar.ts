import {LitElement, css, html, nothing} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';

import {OVERLAP_MAX} from '../model/project-settings.js';
import {ALL_SELECTED, NONE_SELECTED, type TaskSelection, countOf, selectedItems} from '../model/task-selection.js';
import {ownerApi} from '../owner-api.js';
import type {Action, TaskQuery} from '../task-api.js';
import {ownerTexts} from '../owner-texts.js';
import {dialogs} from '../styles/dialog.js';
import {fields} from '../styles/fields.js';
import {buttons, shared} from '../styles/shared.js';
import {ActionController} from './action-controller.js';
import {ProjectChangedEvent} from './project-changed-event.js';

const words = ownerTexts.tasks.bulk;

/** Fired when other tasks are chosen. */
export class SelectionEvent extends Event {
  static readonly type = 'selection-changed';

  constructor(readonly selection: TaskSelection) {
    super(SelectionEvent.type);
  }
}

/**
 * Does something with all tasks that are chosen, once somebody has said yes to how many they are.
 *
 * @fires selection-changed
 * @fires project-changed
 * @fires logged-out
 */
@customElement('bulk-bar')
export class BulkBarElement extends LitElement {
  static override styles = [
    shared,
    buttons,
    fields,
    dialogs,
    css`
      /* Nothing is selected as a rule, and then it takes no room. */
      :host {
        display: contents;
      }
      .bar {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2);
        padding: var(--space-2) var(--space-3);
        border-radius: var(--radius-2);
        background: var(--accent-wash);
      }
      .bar .quiet {
        color: var(--ink);
      }
      .count {
        margin-inline-end: var(--space-2);
        font-weight: 600;
      }
      .done {
        margin: 0;
        color: var(--good);
        font-weight: 550;
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
        margin-top: var(--space-4);
      }
      dialog p {
        margin: 0 0 var(--space-3);
      }
      label {
        display: grid;
        gap: var(--space-1);
        width: 12rem;
      }
    `,
  ];

  @property({attribute: false}) projectId = 0;
  @property({attribute: false}) selection: TaskSelection = NONE_SELECTED;
  /** How many tasks the list has. */
  @property({attribute: false}) total = 0;
  /** Whether it has more. */
  @property({attribute: false}) isMore = false;
  /** What the list asks. */
  @property({attribute: false}) query: TaskQuery = {};

  @state() private asked: Action | undefined;
  @state() private overlap = '1';
  @state() private done = '';

  @query('dialog') private readonly dialog!: HTMLDialogElement;
  @query('dialog :is(input, [type=button])') private readonly safe!: HTMLElement;

  readonly #action = new ActionController(this);

  override render() {
    const count = countOf(this.selection, this.total);
    return html`${count === 0 ? nothing : this.#bar(count)}
      <p class="done" role="status" ?hidden=${this.done === ''}>${this.done}</p>
      <dialog aria-labelledby="title" @close=${this.#onClosed}>
        ${this.asked ? this.#question(this.asked, count) : nothing}
      </dialog>`;
  }

  #bar(count: number) {
    const {all, ids} = this.selection;
    const isAll = all && ids.size === 0;
    return html`<div class="bar" role="group" aria-label=${words.title}>
      <span class="count" role="status">${words.count(count, all && this.isMore)}</span>
      ${
        isAll
          ? nothing
          : html`<button class="quiet edge" @click=${() => this.#select(ALL_SELECTED)}>
              ${words.all(this.total, this.isMore)}
            </button>`
      }
      <button class="quiet" @click=${() => this.#select(NONE_SELECTED)}>${words.none}</button>
      ${(['set_overlap', 'delete_tasks_annotations', 'delete_tasks'] as const).map(
        (action) =>
          html`<button class="quiet edge" @click=${() => this.#ask(action)}>${words.actions[action]}…</button>`,
      )}
    </div>`;
  }

  #question(action: Action, count: number) {
    const isMore = this.selection.all && this.isMore;
    return html`<form method="dialog" @submit=${this.#onSubmit}>
      <h2 id="title">${words.actions[action]}</h2>
      <p>${words.questions[action](words.tasks(count, isMore))}</p>
      ${action === 'set_overlap' ? this.#overlapField() : nothing}
      ${this.#action.problem ? html`<p class="problem" role="alert">${this.#action.problem}</p>` : nothing}
      <div class="actions">
        <button class="button" ?disabled=${!this.#isSayable}>${words.confirm[action]}</button>
        <button class="quiet edge" type="button" @click=${() => this.dialog.close()}>${words.cancel}</button>
      </div>
    </form>`;
  }

  #overlapField() {
    return html`<label>
      <span class="title">${ownerTexts.settings.fields.maximum_annotations.name}</span>
      <input
        inputmode="numeric"
        autocomplete="off"
        aria-invalid=${!this.#isSayable}
        .value=${this.overlap}
        @input=${(event: Event) => (this.overlap = (event.target as HTMLInputElement).value)}
      />
    </label>`;
  }

  get #isSayable(): boolean {
    const overlap = Number(this.overlap);
    return this.asked !== 'set_overlap' || (Number.isInteger(overlap) && overlap >= 1 && overlap <= OVERLAP_MAX);
  }

  #select(selection: TaskSelection): void {
    this.dispatchEvent(new SelectionEvent(selection));
  }

  readonly #onClosed = () => {
    this.asked = undefined;
  };

  async #ask(action: Action): Promise<void> {
    this.asked = action;
    this.done = '';
    this.#action.problem = '';
    await this.updateComplete;
    this.dialog.showModal();
    // A press on Enter that was meant for something else does nothing.
    this.safe.focus();
  }

  readonly #onSubmit = async (event: Event) => {
    event.preventDefault();
    const action = this.asked;
    if (!action || !this.#isSayable) return;
    const more = action === 'set_overlap' ? {overlap: Number(this.overlap)} : {};
    const body = {...this.query, selectedItems: selectedItems(this.selection), ...more};
    const isDone = await this.#action.run(async () => {
      const {processed_items: count} = await ownerApi.act(this.projectId, action, body);
      this.done = words.done[action](count);
    });
    if (!isDone) return;
    this.dialog.close();
    this.#select(NONE_SELECTED);
    this.dispatchEvent(new ProjectChangedEvent());
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'bulk-bar': BulkBarElement;
  }
  interface HTMLElementEventMap {
    'selection-changed': SelectionEvent;
  }
}
