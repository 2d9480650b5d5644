import {LitElement, css, html, nothing} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';

import {ACTIONS} from '../model/bulk-actions.js';
import {ALL_SELECTED, NONE_SELECTED, type TaskSelection, countOf, selectedItems} from '../model/task-selection.js';
import {ownerApi} from '../owner-api.js';
import {ownerTexts} from '../owner-texts.js';
import {buttons, shared} from '../styles/shared.js';
import type {Action, TaskQuery} from '../task-api.js';
import {ActionController} from './action-controller.js';
import type {BulkDoneEvent} from './bulk-question.js';
import {ProjectChangedEvent} from './project-changed-event.js';
import './bulk-question.js';

const words = ownerTexts.tasks.bulk;

/** Fired when other tasks are chosen. */
export class SelectionEvent extends Event {
  static readonly type = 'selection-changed';

  constructor(readonly selection: TaskSelection) {
    super(SelectionEvent.type);
  }
}

/**
 * Does something with all tasks that are chosen, once somebody has said yes to how many they are. What can be undone is, until
 * something else is done.
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
    css`
      /* Nothing is selected as a rule, and then it takes no room. */
      :host {
        display: contents;
      }
      .bar,
      .notice {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2);
      }
      .bar {
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
      .notice p {
        margin: 0;
      }
      .done {
        color: var(--good);
        font-weight: 550;
      }
      .problem {
        color: var(--bad);
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
  @state() private done = '';
  /** By what the last action can be undone; null where it cannot. */
  @state() private undo: string | null = null;

  @query('.done') private readonly notice!: HTMLElement;

  readonly #undoing = new ActionController(this);

  override render() {
    const count = countOf(this.selection, this.total);
    return html`${count === 0 ? nothing : this.#bar(count)}
      <div class="notice" ?hidden=${this.done === ''}>
        <p class="done" role="status" tabindex="-1">${this.done}</p>
        ${
          this.undo === null
            ? nothing
            : html`<button class="quiet edge" @click=${() => this.#onUndo()}>${words.undo}</button>`
        }
        ${this.#undoing.problem ? html`<p class="problem" role="alert">${this.#undoing.problem}</p>` : nothing}
      </div>
      ${this.asked ? this.#question(this.asked, count) : nothing}`;
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
      ${ACTIONS.map(
        (action) =>
          html`<button class="quiet edge" @click=${() => (this.asked = action)}>${words.actions[action]}…</button>`,
      )}
    </div>`;
  }

  #question(action: Action, count: number) {
    return html`<bulk-question
      .projectId=${this.projectId}
      .action=${action}
      .tasks=${words.tasks(count, this.selection.all && this.isMore)}
      .terms=${{...this.query, selectedItems: selectedItems(this.selection)}}
      @bulk-done=${this.#onDone}
      @bulk-closed=${() => (this.asked = undefined)}
    ></bulk-question>`;
  }

  #select(selection: TaskSelection): void {
    this.dispatchEvent(new SelectionEvent(selection));
  }

  readonly #onDone = ({action, done}: BulkDoneEvent) => {
    this.#undoing.problem = '';
    this.undo = done.undo;
    this.#say(words.done[action](done.processed_items));
    this.#select(NONE_SELECTED);
    this.dispatchEvent(new ProjectChangedEvent());
  };

  async #onUndo(): Promise<void> {
    const {undo} = this;
    if (undo === null) return;
    const isDone = await this.#undoing.run(async () => {
      const {processed_items: count, left_items: left} = await ownerApi.undo(this.projectId, undo);
      this.#say(words.undone(count, left));
    });
    if (!isDone) return;
    this.undo = null;
    this.dispatchEvent(new ProjectChangedEvent());
  }

  /** The button that had the focus is gone; what can be undone is the next one. */
  #say(what: string): void {
    this.done = what;
    void this.updateComplete.then(() => this.notice.focus());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bulk-bar': BulkBarElement;
  }
  interface HTMLElementEventMap {
    'selection-changed': SelectionEvent;
  }
}
