import {LitElement, type PropertyValues, html, nothing} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';
import {live} from 'lit/directives/live.js';
import {repeat} from 'lit/directives/repeat.js';

import {plainNumber} from '../model/numbers.js';
import type {TaskOrder} from '../model/task-address.js';
import {kindOf} from '../model/task-columns.js';
import type {TaskRows} from '../model/task-rows.js';
import {NONE_SELECTED, type TaskSelection, isSelected} from '../model/task-selection.js';
import {type Sight, heightOf, rowAfter, rowsOfPage, topFor, windowOf} from '../model/task-window.js';
import {ownerTexts} from '../owner-texts.js';
import {buttons, shared} from '../styles/shared.js';
import {type Names, cellOf, nameOfColumn} from '../task-words.js';
import {styles} from './task-table.styles.js';

/** Fired when tasks are to be ordered by a column. */
export class OrderEvent extends Event {
  static readonly type = 'order-wanted';

  constructor(readonly column: string) {
    super(OrderEvent.type);
  }
}

/** Fired when a task is to be opened, or to be chosen for an action. */
export class TaskEvent extends Event {
  constructor(
    type: 'task-wanted' | 'task-toggled',
    readonly taskId: number,
  ) {
    super(type);
  }
}

const FIRST_SIGHT: Sight = {top: 0, height: 600};

/**
 * Shows tasks as a table, of which only the rows in sight are in the document. Its focus stays on the table, because rows go
 * away as it scrolls.
 *
 * @fires order-wanted
 * @fires task-wanted
 * @fires task-toggled
 */
@customElement('task-table')
export class TaskTableElement extends LitElement {
  static override styles = [shared, buttons, styles];

  @property({attribute: false}) rows!: TaskRows;
  /** Is another number whenever the rows have changed. */
  @property({attribute: false}) revision = 0;
  @property({attribute: false}) columns: readonly string[] = [];
  @property({attribute: false}) order: TaskOrder | undefined;
  @property({attribute: false}) selection: TaskSelection = NONE_SELECTED;
  @property({attribute: false}) names: Names = new Map();
  /** The task that is open beside the table. */
  @property({attribute: false}) openId: number | undefined;

  /** The row where the keyboard is. */
  @state() private active = 0;
  @state() private sight = FIRST_SIGHT;

  @query('.grid') private readonly grid!: HTMLElement;
  @query('.head') private readonly head!: HTMLElement;

  readonly #resized = new ResizeObserver(() => this.#look());

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resized.disconnect();
  }

  override focus(): void {
    this.grid.focus();
  }

  /** Shows the list from its beginning, because it is another one. */
  toTop(): void {
    this.active = 0;
    if (!this.hasUpdated) return;
    this.grid.scrollTop = 0;
    this.#look();
  }

  protected override firstUpdated(): void {
    this.#resized.observe(this.grid);
    this.#look();
  }

  protected override updated(changed: PropertyValues<this>): void {
    const {first, last} = windowOf(this.sight, this.rows.total);
    this.rows.want(first, last);
    if (!changed.has('openId') || this.openId === undefined) return;
    const row = this.rows.rowOf(this.openId);
    if (row !== undefined) this.#go(row);
  }

  override render() {
    const {total} = this.rows;
    const {title, keys} = ownerTexts.tasks.table;
    const {first, last, offset} = windowOf(this.sight, total);
    const shown = Array.from({length: last - first}, (_, i) => first + i);
    const [columns, width] = widths(this.columns);
    return html`<p id="keys" hidden>${keys}</p>
      <div
        class="grid"
        role="grid"
        tabindex="0"
        aria-label=${title}
        aria-describedby="keys"
        aria-multiselectable="true"
        aria-rowcount=${this.rows.isMore ? -1 : total + 1}
        aria-colcount=${this.columns.length + 1}
        aria-activedescendant=${this.active >= first && this.active < last ? `row-${this.active}` : nothing}
        aria-busy=${this.rows.phase === 'loading'}
        .style=${`--columns: ${columns}; --width: ${width}px`}
        @scroll=${this.#look}
        @keydown=${this.#onKey}
        @click=${this.#onClick}
      >
        <div class="head width" role="rowgroup">${this.#head()}</div>
        <div class="space width" role="presentation" .style=${`height: ${heightOf(total)}px`}>
          <div class="rows" role="rowgroup" .style=${`transform: translateY(${offset}px)`}>
            ${repeat(
              shown,
              (row) => row,
              (row) => this.#row(row),
            )}
          </div>
        </div>
      </div>`;
  }

  #head() {
    return html`<div class="row" role="row" aria-rowindex="1">
      <div class="box" role="columnheader"><span class="unseen">${ownerTexts.tasks.table.select}</span></div>
      ${this.columns.map((column) => {
        const isOrder = this.order?.column === column;
        const sort = !isOrder ? 'none' : this.order?.descending ? 'descending' : 'ascending';
        return html`<div class="cell ${lookOf(column)}" role="columnheader" aria-sort=${sort}>
          <button class="quiet" @click=${() => this.dispatchEvent(new OrderEvent(column))}>
            <span class="name" dir="auto">${nameOfColumn(column)}</span>
            ${isOrder ? html`<span aria-hidden="true">${sort === 'ascending' ? '↑' : '↓'}</span>` : nothing}
          </button>
        </div>`;
      })}
    </div>`;
  }

  #row(row: number) {
    const task = this.rows.at(row);
    const isActive = row === this.active;
    if (!task) {
      return html`<div class="row" role="row" id="row-${row}" aria-rowindex=${row + 2} aria-busy="true">
        <div class="cell" role="gridcell"><span class="unseen">${ownerTexts.tasks.table.loading}</span></div>
        ${this.columns.map(() => html`<div class="cell" role="gridcell"><span class="skeleton"></span></div>`)}
      </div>`;
    }
    const selected = isSelected(this.selection, task.id);
    return html`<div
      class="row ${isActive ? 'active' : ''} ${task.id === this.openId ? 'open' : ''}"
      role="row"
      id="row-${row}"
      aria-rowindex=${row + 2}
      aria-selected=${selected}
      data-row=${row}
    >
      <div class="box" role="gridcell">
        <input
          type="checkbox"
          tabindex="-1"
          aria-label=${ownerTexts.tasks.table.selectTask(plainNumber(task.inner_id))}
          .checked=${live(selected)}
        />
      </div>
      ${this.columns.map(
        (column) =>
          html`<div class="cell ${lookOf(column)}" role="gridcell" dir="auto">
            ${cellOf(task, column, this.names)}
          </div>`,
      )}
    </div>`;
  }

  readonly #look = () => {
    const {scrollTop, clientHeight} = this.grid;
    const height = Math.max(0, clientHeight - this.head.offsetHeight) || FIRST_SIGHT.height;
    if (scrollTop !== this.sight.top || height !== this.sight.height) this.sight = {top: scrollTop, height};
  };

  #go(row: number): void {
    this.active = row;
    this.grid.scrollTop = topFor(row, this.sight, this.rows.total);
    this.#look();
  }

  readonly #onKey = (event: KeyboardEvent) => {
    if (event.target !== this.grid || event.ctrlKey || event.metaKey || event.altKey) return;
    const task = this.rows.at(this.active);
    const row = rowAfter(event.key, this.active, this.rows.total, rowsOfPage(this.sight));
    if (row !== undefined) this.#go(row);
    else if (event.key === 'Enter' && task) this.dispatchEvent(new TaskEvent('task-wanted', task.id));
    else if (event.key === ' ' && task) this.dispatchEvent(new TaskEvent('task-toggled', task.id));
    else return;
    event.preventDefault();
  };

  /** A press beside the box of a row opens its task. */
  readonly #onClick = (event: Event) => {
    const pressed = event.composedPath().filter((one) => one instanceof HTMLElement);
    const row = Number(pressed.find(({dataset}) => dataset['row'] !== undefined)?.dataset['row']);
    const task = this.rows.at(row);
    if (!task) return;
    this.active = row;
    const isBox = pressed.some(({classList}) => classList.contains('box'));
    this.grid.focus({preventScroll: true});
    this.dispatchEvent(new TaskEvent(isBox ? 'task-toggled' : 'task-wanted', task.id));
  };
}

function lookOf(column: string): string {
  const kind = kindOf(column);
  return kind === 'words' || kind === 'people' ? '' : 'figure';
}

/** How wide each column is, as a grid's template, and how wide all are at least, in pixels. */
function widths(columns: readonly string[]): [template: string, least: number] {
  const least = columns.map((column) => {
    const kind = kindOf(column);
    return column === 'inner_id' ? 72 : kind === 'words' || kind === 'people' ? 170 : kind === 'time' ? 150 : 112;
  });
  const sizes = columns.map((column, at) => `minmax(${least[at] ?? 0}px, ${lookOf(column) === '' ? 3 : 1}fr)`);
  return [['44px', ...sizes].join(' '), least.reduce((sum, one) => sum + one, 44)];
}

declare global {
  interface HTMLElementTagNameMap {
    'task-table': TaskTableElement;
  }
  interface HTMLElementEventMap {
    'order-wanted': OrderEvent;
    'task-wanted': TaskEvent;
    'task-toggled': TaskEvent;
  }
}
