import {LitElement, html, nothing} from 'lit';
import {customElement, property, query} from 'lit/decorators.js';

import type {Chosen} from '../model/config-draft.js';
import {ownerTexts} from '../owner-texts.js';
import {fields} from '../styles/fields.js';
import {buttons, shared} from '../styles/shared.js';
import {styles} from './shown-tasks.styles.js';

/** Fired when other tasks are to be shown. @property side whether the task of that number is meant, the next one, or the one before */
export class TasksChosenEvent extends Event {
  static readonly type = 'tasks-chosen';

  constructor(
    readonly chosen: Chosen,
    readonly side: 'equal' | 'greater' | 'less' = 'equal',
  ) {
    super(TasksChosenEvent.type);
  }
}

/**
 * Asks which tasks a preview shows.
 *
 * @fires tasks-chosen
 */
@customElement('shown-tasks')
export class ShownTasksElement extends LitElement {
  static override styles = [shared, buttons, fields, styles];

  @property({attribute: false}) chosen: Chosen = 'first';
  /** Whether there is no such task. */
  @property({attribute: false}) missing = false;

  @query('input') private readonly input!: HTMLInputElement;

  override render() {
    const {label, first, example, numbered, show, before, next, missing} = ownerTexts.shownTasks;
    const {chosen} = this;
    const number = typeof chosen === 'number' ? chosen : undefined;
    const kind = (which: 'first' | 'example', words: string) =>
      html`<button class="quiet edge" aria-pressed=${chosen === which} @click=${() => this.#choose(which)}>
        ${words}
      </button>`;
    return html`<div role="group" aria-label=${label}>
        ${kind('first', first)} ${kind('example', example)}
        <label>
          ${numbered}
          <input inputmode="numeric" autocomplete="off" .value=${number ?? ''} @keydown=${this.#onKeyDown} />
        </label>
        <button class="quiet edge" @click=${() => this.#show()}>${show}</button>
        ${
          number === undefined
            ? nothing
            : html`<button class="quiet edge" @click=${() => this.#choose(number, 'less')}>${before}</button>
                <button class="quiet edge" @click=${() => this.#choose(number, 'greater')}>${next}</button>`
        }
      </div>
      <p role="status">${this.missing ? missing : nothing}</p>`;
  }

  readonly #onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.isComposing) this.#show();
  };

  #show(): void {
    const number = Number(this.input.value);
    if (Number.isInteger(number) && number > 0) this.#choose(number);
  }

  #choose(chosen: Chosen, side: TasksChosenEvent['side'] = 'equal'): void {
    this.dispatchEvent(new TasksChosenEvent(chosen, side));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'shown-tasks': ShownTasksElement;
  }
  interface HTMLElementEventMap {
    'tasks-chosen': TasksChosenEvent;
  }
}
