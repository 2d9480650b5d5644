import {LitElement, type PropertyValues, html, nothing} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';

import type {Project} from '../api.js';
import {keepColumns, keptColumns} from '../kept-columns.js';
import {nameOf} from '../model/person.js';
import {nextOrder, queryOf} from '../model/task-address.js';
import {fieldsOf, firstColumns} from '../model/task-columns.js';
import {TaskRows} from '../model/task-rows.js';
import {NONE_SELECTED, type TaskSelection, toggled} from '../model/task-selection.js';
import {ownerApi} from '../owner-api.js';
import {ownerTexts} from '../owner-texts.js';
import {later} from '../platform.js';
import {Problem} from '../requests.js';
import {buttons, shared} from '../styles/shared.js';
import {texts} from '../texts.js';
import type {Names} from '../task-words.js';
import type {SelectionEvent} from './bulk-bar.js';
import type {ColumnsEvent} from './column-menu.js';
import type {FiltersEvent} from './filter-builder.js';
import {LoggedOutEvent} from './logged-out-event.js';
import {TaskPlaceController} from './task-place-controller.js';
import type {OrderEvent, TaskEvent, TaskTableElement} from './task-table.js';
import type {SearchEvent} from './task-tools.js';
import {styles} from './tasks-tab.styles.js';
import './bulk-bar.js';
import './page-message.js';
import './task-adding.js';
import './task-panel.js';
import './task-table.js';
import './task-tools.js';
import './view-tabs.js';

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

  /** The fields of the tasks' data, as far as they were seen. */
  @state() private fields: readonly string[] = [];
  /** undefined for those that are shown at first. */
  @state() private chosenColumns: readonly string[] | undefined;
  @state() private names: Names = new Map();
  @state() private selection: TaskSelection = NONE_SELECTED;
  /** Counts the changes of the rows. */
  @state() private revision = 0;

  @query('task-table') private readonly table!: TaskTableElement | null;

  readonly #at = new TaskPlaceController(this, ({taskId}) => {
    void this.#find(false);
    if (taskId !== undefined && this.#at.place.taskId === undefined) void this.#focusTable();
  });
  #rows: TaskRows | undefined;
  #asked: string | undefined;
  #listening: AbortController | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#listening = new AbortController();
    const {signal} = this.#listening;
    this.#rows = new TaskRows(this.project.id, {api: ownerApi, later, onChange: () => this.#onChange()});
    this.chosenColumns = keptColumns(this.project.id);
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
      <view-tabs
        .projectId=${this.project.id}
        .place=${this.#at.place}
        .columns=${this.#columns}
        .fields=${this.fields}
        @columns-chosen=${this.#onViewColumns}
      ></view-tabs>
      <task-tools
        .place=${this.#at.place}
        .fields=${this.fields}
        .columns=${this.#columns}
        .names=${this.names}
        .problem=${rows.failure instanceof Problem && rows.failure.status < 500 ? rows.failure.message : ''}
        @search-changed=${({text}: SearchEvent) => this.#at.go({search: text}, 'replace')}
        @filters-changed=${({filters, isSameKind}: FiltersEvent) =>
          this.#at.go({filters}, isSameKind ? 'replace' : 'push')}
        @columns-chosen=${this.#onColumns}
      ></task-tools>
      <bulk-bar
        .projectId=${this.project.id}
        .selection=${this.selection}
        .total=${rows.total}
        .isMore=${rows.isMore}
        .query=${queryOf(this.#at.place)}
        @selection-changed=${({selection}: SelectionEvent) => this.#select(selection)}
      ></bulk-bar>
      <div class="beside ${this.#at.place.taskId === undefined ? '' : 'open'}">
        <div class="list">${this.#found(rows)}</div>
        ${this.#at.place.taskId === undefined ? nothing : this.#panel(rows, this.#at.place.taskId)}
      </div>`;
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
    const isAll = this.#at.place.search === '' && this.#at.place.filters.items.length === 0;
    return html`<p role="status">${isAll ? words.none : words.nothingFound}</p>`;
  }

  #table(rows: TaskRows) {
    return html`<p class="count" role="status">${words.count(rows.total, rows.isMore)}</p>
      <task-table
        .rows=${rows}
        .revision=${this.revision}
        .columns=${this.#columns}
        .order=${this.#at.place.order}
        .names=${this.names}
        .selection=${this.selection}
        .openId=${this.#at.place.taskId}
        @order-wanted=${({column}: OrderEvent) => this.#at.go({order: nextOrder(this.#at.place.order, column)}, 'push')}
        @task-wanted=${({taskId}: TaskEvent) => this.#at.open(taskId)}
        @task-toggled=${({taskId}: TaskEvent) => this.#select(toggled(this.selection, taskId))}
      ></task-table>`;
  }

  #panel(rows: TaskRows, taskId: number) {
    const row = rows.rowOf(taskId);
    return html`<task-panel
      .taskId=${taskId}
      .project=${this.project}
      .previous=${row === undefined ? undefined : rows.at(row - 1)?.id}
      .next=${row === undefined ? undefined : rows.at(row + 1)?.id}
      .names=${this.names}
      @task-wanted=${({taskId: other}: TaskEvent) => this.#at.open(other)}
      @panel-closed=${() => this.#at.close()}
    ></task-panel>`;
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
    if (this.#at.place.search !== '' || this.#at.place.filters.items.length > 0) {
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

  /** Asks what the address says, unless that was asked already. */
  async #find(isAgain: boolean): Promise<void> {
    const asked = queryOf(this.#at.place);
    const written = Object.keys(asked).length === 0 ? undefined : JSON.stringify(asked);
    if (!isAgain && this.#asked === (written ?? '')) return;
    if (this.#asked !== undefined && this.#asked !== (written ?? '')) this.selection = NONE_SELECTED;
    this.#asked = written ?? '';
    const isFound = await this.#rows?.find(written);
    if (!isFound) return;
    if (this.fields.length === 0) this.fields = fieldsOf(this.#rows?.firstTasks.slice(0, LEARNT_FROM) ?? []);
    if (!isAgain) this.table?.toTop();
  }

  /** A task that lay over the page is gone once the page is rendered again. */
  async #focusTable(): Promise<void> {
    await this.updateComplete;
    this.table?.focus();
  }

  #select(selection: TaskSelection): void {
    this.selection = selection;
  }

  /** A view's columns are not those that somebody has chosen for always. */
  readonly #onViewColumns = ({columns}: ColumnsEvent) => {
    this.chosenColumns = columns;
  };

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
