import {LitElement, type PropertyValues, html, nothing} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';

import type {Project} from '../api.js';
import {keepColumns, keptColumns} from '../kept-columns.js';
import {nameOf} from '../model/person.js';
import {type TaskPlace, addressOf, nextOrder, placeIn, queryOf} from '../model/task-address.js';
import {fieldsOf, firstColumns} from '../model/task-columns.js';
import {TaskRows} from '../model/task-rows.js';
import {NavigatedEvent, navigate} from '../navigation.js';
import {ownerApi} from '../owner-api.js';
import {ownerTexts} from '../owner-texts.js';
import {Problem} from '../requests.js';
import {buttons, shared} from '../styles/shared.js';
import {texts} from '../texts.js';
import type {Names} from '../task-words.js';
import type {ColumnsEvent} from './column-menu.js';
import {LoggedOutEvent} from './logged-out-event.js';
import type {TaskTableElement} from './task-table.js';
import type {SearchEvent} from './task-tools.js';
import {styles} from './tasks-tab.styles.js';
import './page-message.js';
import './task-adding.js';
import './task-table.js';
import './task-tools.js';

const LEARNT_FROM = 30;
const words = ownerTexts.tasks;

/**
 * Shows the tasks of a project. What it shows of them is in the address, and each change of it is a change of that.
 *
 * @fires project-changed
 * @fires logged-out
 */
@customElement('tasks-tab')
export class TasksTabElement extends LitElement {
  static override styles = [shared, buttons, styles];

  @property({attribute: false}) project!: Project;

  @state() private place: TaskPlace = placeIn(location);
  /** The fields of the tasks' data, as far as they were seen. */
  @state() private fields: readonly string[] = [];
  /** undefined for those that are shown at first. */
  @state() private chosenColumns: readonly string[] | undefined;
  @state() private names: Names = new Map();
  /** Counts the changes of the rows. */
  @state() private revision = 0;

  @query('task-table') private readonly table!: TaskTableElement | null;

  #rows: TaskRows | undefined;
  #asked: string | undefined;
  #listening: AbortController | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#listening = new AbortController();
    const {signal} = this.#listening;
    this.#rows = new TaskRows(this.project.id, {api: ownerApi, onChange: () => this.#onChange()});
    this.chosenColumns = keptColumns(this.project.id);
    window.addEventListener('popstate', this.#arrive, {signal});
    window.addEventListener(NavigatedEvent.type, this.#arrive, {signal});
    void this.#begin(signal);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#listening?.abort();
    this.#rows?.stop();
    this.#asked = undefined;
  }

  /** The project is read again once it has changed; its tasks may have. */
  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.get('project') !== undefined) void this.#find(true);
  }

  override render() {
    const rows = this.#rows;
    if (!rows) return nothing;
    return html`<h1>${ownerTexts.project.tabs.tasks}</h1>
      <task-adding .project=${this.project}></task-adding>
      <task-tools
        .place=${this.place}
        .fields=${this.fields}
        .columns=${this.#columns}
        .names=${this.names}
        .problem=${rows.failure instanceof Problem && rows.failure.status < 500 ? rows.failure.message : ''}
        @search-changed=${({text}: SearchEvent) => this.#go({search: text}, 'replace')}
        @filters-changed=${({filters, isSameKind}: HTMLElementEventMap['filters-changed']) =>
          this.#go({filters}, isSameKind ? 'replace' : 'push')}
        @columns-chosen=${this.#onColumns}
      ></task-tools>
      ${this.#found(rows)}`;
  }

  #found(rows: TaskRows) {
    const isRefused = rows.failure instanceof Problem && rows.failure.status < 500;
    if (!rows.isThere) {
      return rows.phase === 'failed' && !isRefused
        ? html`<page-message level="2" sign="…" headline=${words.failedHeadline}>
            ${words.failed}
            <button slot="actions" class="button" @click=${() => this.#find(true)}>${texts.actions.tryAgain}</button>
          </page-message>`
        : nothing;
    }
    return html`${rows.phase === 'failed' ? this.#notice(isRefused ? '' : words.failed, words.formerShown, () => void this.#find(true)) : nothing}
    ${rows.pageFailure === undefined ? nothing : this.#notice(words.pageFailed, '', () => rows.again())}
    ${rows.total === 0 ? this.#nothing() : this.#table(rows)}`;
  }

  #nothing() {
    const isAll = this.place.search === '' && this.place.filters.items.length === 0;
    return html`<p role="status">${isAll ? words.none : words.nothingFound}</p>`;
  }

  #table(rows: TaskRows) {
    return html`<p class="count" role="status">${words.count(rows.total, rows.isMore)}</p>
      <task-table
        .rows=${rows}
        .revision=${this.revision}
        .columns=${this.#columns}
        .order=${this.place.order}
        .names=${this.names}
        .openId=${this.place.taskId}
        @order-wanted=${({column}: HTMLElementEventMap['order-wanted']) =>
          this.#go({order: nextOrder(this.place.order, column)}, 'push')}
        @task-wanted=${({taskId}: HTMLElementEventMap['task-wanted']) => this.#go({taskId}, 'push')}
      ></task-table>`;
  }

  #notice(what: string, meanwhile: string, again: () => void) {
    return html`<p class="notice" role="alert">
      ${what} ${meanwhile} <button class="quiet edge" @click=${again}>${texts.actions.tryAgain}</button>
    </p>`;
  }

  get #columns(): readonly string[] {
    return this.chosenColumns ?? firstColumns(this.fields);
  }

  /** What a text is looked for in is known by some tasks alone. */
  async #begin(signal: AbortSignal): Promise<void> {
    void this.#learnNames(signal);
    if (this.place.search !== '' || this.place.filters.items.length > 0) {
      const tasks = await ownerApi.firstTasks(this.project.id, LEARNT_FROM, signal).catch(() => []);
      if (signal.aborted) return;
      this.fields = fieldsOf(tasks.map((data) => ({data})));
    }
    await this.#find(false);
  }

  /** Without them, people are shown by the numbers of their accounts. */
  async #learnNames(signal: AbortSignal): Promise<void> {
    const accounts = await ownerApi.accounts(signal).catch(() => []);
    if (!signal.aborted) this.names = new Map(accounts.map((account) => [account.id, nameOf(account)]));
  }

  readonly #arrive = () => {
    const place = placeIn(location);
    if (!location.pathname.startsWith(addressOf(this.project.id, placeIn({pathname: '', search: ''})))) return;
    this.place = place;
    void this.#find(false);
  };

  #go(change: Partial<TaskPlace>, how: 'push' | 'replace'): void {
    navigate(addressOf(this.project.id, {...this.place, ...change}), how);
  }

  /** Asks what the address says, unless that was asked already. */
  async #find(isAgain: boolean): Promise<void> {
    const asked = queryOf(this.place, this.fields);
    const written = Object.keys(asked).length === 0 ? undefined : JSON.stringify(asked);
    if (!isAgain && this.#asked === (written ?? '')) return;
    this.#asked = written ?? '';
    const isFound = await this.#rows?.find(written);
    if (!isFound) return;
    if (this.fields.length === 0) this.fields = fieldsOf(this.#rows?.firstTasks.slice(0, LEARNT_FROM) ?? []);
    if (!isAgain) this.table?.toTop();
  }

  readonly #onColumns = ({columns}: ColumnsEvent) => {
    this.chosenColumns = columns;
    keepColumns(this.project.id, columns);
  };

  #onChange(): void {
    const failures = [this.#rows?.failure, this.#rows?.pageFailure];
    if (failures.some((failure) => failure instanceof Problem && failure.status === 401)) {
      this.dispatchEvent(new LoggedOutEvent());
    }
    this.revision++;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tasks-tab': TasksTabElement;
  }
}
