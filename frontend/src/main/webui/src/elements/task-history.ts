import {LitElement, type PropertyValues, css, html, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';

import {sentenceOf} from '../history-words.js';
import {type HistoryEntry, happeningOf, saysSomething} from '../model/task-history.js';
import {exactWhen, spokenWhen} from '../model/when.js';
import {ownerApi} from '../owner-api.js';
import {ownerTexts} from '../owner-texts.js';
import {Problem} from '../requests.js';
import {buttons, shared} from '../styles/shared.js';
import {texts} from '../texts.js';
import {LoggedOutEvent} from './logged-out-event.js';
import {saidTemplate, skippedTemplate} from './said-templates.js';
import {said} from './task-said.styles.js';

const words = ownerTexts.tasks.history;

/**
 * Tells what happened to a task, the oldest first, once somebody unfolds it.
 *
 * @fires logged-out
 */
@customElement('task-history')
export class TaskHistoryElement extends LitElement {
  static override styles = [
    shared,
    buttons,
    said,
    css`
      :host {
        display: block;
        margin-top: var(--space-5);
      }
      summary {
        width: fit-content;
        font-size: var(--text-3);
        font-weight: 600;
        cursor: pointer;
      }
      ol {
        display: grid;
        gap: var(--space-3);
        margin: var(--space-2) 0 0;
        padding: 0 0 0 var(--space-3);
        border-inline-start: 2px solid var(--line);
        list-style: none;
        overflow-wrap: anywhere;
      }
      time {
        color: var(--ink-2);
        font-size: var(--text-1);
      }
      li > p {
        margin: 0;
      }
    `,
  ];

  @property({attribute: false}) taskId = 0;
  /** Is another object whenever the task may have changed. */
  @property({attribute: false}) task: unknown;

  @state() private entries: readonly HistoryEntry[] | undefined;
  @state() private isFailed = false;
  @state() private isOpen = false;

  #loading: AbortController | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#loading?.abort();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('taskId')) this.entries = undefined;
    if (this.isOpen && (changed.has('taskId') || changed.has('task'))) void this.#load();
  }

  override render() {
    return html`<details @toggle=${this.#onToggle}>
      <summary>${words.title}</summary>
      <div aria-busy=${this.isOpen && !this.entries && !this.isFailed}>${this.#content()}</div>
    </details>`;
  }

  #content() {
    if (this.isFailed) {
      return html`<p role="alert">
        ${words.failed}
        <button class="quiet edge" @click=${() => this.#load()}>${texts.actions.tryAgain}</button>
      </p>`;
    }
    if (!this.entries) return nothing;
    return html`<ol>
      ${this.entries.map((entry) => {
        const sentence = sentenceOf(entry);
        return sentence === undefined
          ? nothing
          : html`<li>
              <p dir="auto">${sentence}</p>
              ${saidThen(entry)}
              <time datetime=${entry.at} title=${exactWhen(entry.at)}>${spokenWhen(entry.at, Date.now())}</time>
            </li>`;
      })}
    </ol>`;
  }

  readonly #onToggle = (event: Event) => {
    this.isOpen = (event.target as HTMLDetailsElement).open;
    if (this.isOpen && !this.entries) void this.#load();
  };

  async #load(): Promise<void> {
    this.#loading?.abort();
    this.#loading = new AbortController();
    const {signal} = this.#loading;
    this.isFailed = false;
    try {
      const entries = await ownerApi.history(this.taskId, signal);
      if (!signal.aborted) this.entries = entries;
    } catch (failure) {
      if (signal.aborted) return;
      if (failure instanceof Problem && failure.status === 401) this.dispatchEvent(new LoggedOutEvent());
      this.isFailed = true;
    }
  }
}

/** That somebody skipped is said by the sentence; only the reason is missing then. */
function saidThen(entry: HistoryEntry) {
  const {said: then} = entry;
  if (!then || !saysSomething(entry)) return nothing;
  if (!then.known) return html`<p class="hint">${words.unknown}</p>`;
  if (happeningOf(entry) === 'skipped') return then.skip_reason ? html`<p dir="auto">${then.skip_reason}</p>` : nothing;
  return then.was_cancelled ? skippedTemplate(then.skip_reason) : saidTemplate(then.result);
}

declare global {
  interface HTMLElementTagNameMap {
    'task-history': TaskHistoryElement;
  }
}
