import {LitElement, type PropertyValues, html, nothing} from 'lit';
import {customElement, property, queryAll, state} from 'lit/decorators.js';
import {live} from 'lit/directives/live.js';

import {FIXED_COLUMNS, type Operator, kindOf, operatorsOf} from '../model/task-columns.js';
import {
  type Conjunction,
  NO_FILTERS,
  type TaskFilter,
  type TaskFilters,
  begun,
  compact,
  complete,
  formOf,
} from '../model/task-filters.js';
import {ownerTexts} from '../owner-texts.js';
import {later} from '../platform.js';
import {fields} from '../styles/fields.js';
import {buttons, shared} from '../styles/shared.js';
import {type Names, nameOfColumn} from '../task-words.js';
import type {FilterValueEvent} from './filter-value.js';
import {styles} from './filter-builder.styles.js';
import './filter-value.js';

const REST_MILLIS = 400;
const words = ownerTexts.tasks.filters;

/** Fired when other conditions are complete. */
export class FiltersEvent extends Event {
  static readonly type = 'filters-changed';

  constructor(
    readonly filters: TaskFilters,
    /** Whether only what is compared with has changed, and not on what the conditions are. */
    readonly isSameKind: boolean,
  ) {
    super(FiltersEvent.type);
  }
}

/**
 * Lets somebody write conditions on tasks. Those that are complete take effect; the others wait here.
 *
 * @fires filters-changed
 */
@customElement('filter-builder')
export class FilterBuilderElement extends LitElement {
  static override styles = [shared, buttons, fields, styles];

  /** Those that are in effect. */
  @property({attribute: false}) filters: TaskFilters = NO_FILTERS;
  /** The fields of the tasks' data. */
  @property({attribute: false}) fields: readonly string[] = [];
  @property({attribute: false}) names: Names = new Map();

  @state() private draft: TaskFilters = NO_FILTERS;

  @queryAll('.column') private readonly menus!: NodeListOf<HTMLElement>;

  #rest: () => void = () => undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#rest();
  }

  /** Adds a condition, and goes to it. */
  async add(): Promise<void> {
    const column = this.fields[0] ?? 'inner_id';
    this.#write({...this.draft, items: [...this.draft.items, begun(column)]}, 0);
    await this.updateComplete;
    this.menus[this.menus.length - 1]?.focus();
  }

  /** Conditions that came by another way, such as the address, take the place of those that are written. */
  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('filters') && compact(this.filters) !== compact(this.draft)) this.draft = this.filters;
  }

  override render() {
    const {items} = this.draft;
    return html`<fieldset>
      <legend class="unseen">${words.title}</legend>
      <ol>
        ${items.map((item, at) => html`<li>${this.#before(at)} ${this.#condition(item, at)}</li>`)}
      </ol>
      <p class="foot">
        <button class="quiet edge" @click=${() => this.add()}>${words.add}</button>
        ${
          items.length > 1
            ? html`<button class="quiet" @click=${() => this.#write(NO_FILTERS, 0)}>${words.clear}</button>`
            : nothing
        }
      </p>
    </fieldset>`;
  }

  /** The second row says how all go together. */
  #before(at: number) {
    const {conjunction} = this.draft;
    if (at !== 1) return html`<span class="before">${at === 0 ? words.where : words.conjunctions[conjunction]}</span>`;
    return html`<select
      class="before"
      aria-label=${words.conjunction}
      .value=${live(conjunction)}
      @change=${(event: Event) =>
        this.#write({...this.draft, conjunction: (event.target as HTMLSelectElement).value as Conjunction}, 0)}
    >
      ${(['and', 'or'] as const).map(
        (one) => html`<option value=${one} ?selected=${one === conjunction}>${words.conjunctions[one]}</option>`,
      )}
    </select>`;
  }

  #condition(item: TaskFilter, at: number) {
    const {column, operator} = item;
    const valueOfMenu = (event: Event) => (event.target as HTMLSelectElement).value;
    return html`<select
        class="column"
        aria-label=${words.column}
        .value=${live(column)}
        @change=${(event: Event) => this.#put(at, begun(valueOfMenu(event)), 0)}
      >
        <optgroup label=${words.ofData}>${this.#fieldsWith(column).map((one) => option(one, column))}</optgroup>
        <optgroup label=${words.ofTask}>${FIXED_COLUMNS.map((one) => option(one, column))}</optgroup>
      </select>
      <select
        class="operator"
        aria-label=${words.operator}
        .value=${live(operator)}
        @change=${(event: Event) => this.#put(at, withOperator(item, valueOfMenu(event) as Operator), 0)}
      >
        ${operatorsOf(kindOf(column)).map(
          (one) => html`<option value=${one} ?selected=${one === operator}>${words.operators[one]}</option>`,
        )}
      </select>
      <filter-value
        .filter=${item}
        .names=${this.names}
        @value-written=${({values, isWhole}: FilterValueEvent) =>
          this.#put(at, {...item, values}, isWhole ? 0 : REST_MILLIS)}
      ></filter-value>
      <button class="quiet" aria-label=${words.removeOf(nameOfColumn(column))} @click=${() => this.#remove(at)}>
        <span aria-hidden="true">✕</span>
      </button>`;
  }

  /** The fields that may be chosen; one that a link names is not always among those that were seen. */
  #fieldsWith(column: string): readonly string[] {
    const isUnseen = !this.fields.includes(column) && !(FIXED_COLUMNS as readonly string[]).includes(column);
    return isUnseen ? [...this.fields, column] : this.fields;
  }

  /** A field that goes away with its condition says what it has once more. */
  #put(at: number, item: TaskFilter, restMillis: number): void {
    if (at >= this.draft.items.length) return;
    this.#write({...this.draft, items: this.draft.items.with(at, item)}, restMillis);
  }

  #remove(at: number): void {
    this.#write({...this.draft, items: this.draft.items.toSpliced(at, 1)}, 0);
  }

  /** Has conditions take effect, once nothing is written for a moment. */
  #write(draft: TaskFilters, restMillis: number): void {
    this.draft = draft;
    this.#rest();
    this.#rest = later(restMillis, () => {
      const filters = complete(this.draft);
      if (compact(filters) === compact(this.filters)) return;
      this.dispatchEvent(new FiltersEvent(filters, kindsOf(filters) === kindsOf(this.filters)));
    });
  }
}

/** What was written stays, where the other operator asks for it in the same way. */
function withOperator(item: TaskFilter, operator: Operator): TaskFilter {
  const isSameForm = formOf(item.column, item.operator) === formOf(item.column, operator);
  return isSameForm ? {...item, operator} : begun(item.column, operator);
}

function option(column: string, chosen: string) {
  return html`<option value=${column} ?selected=${column === chosen}>${nameOfColumn(column)}</option>`;
}

function kindsOf({conjunction, items}: TaskFilters): string {
  return JSON.stringify([conjunction, ...items.map(({column, operator}) => [column, operator])]);
}

declare global {
  interface HTMLElementTagNameMap {
    'filter-builder': FilterBuilderElement;
  }
  interface HTMLElementEventMap {
    'filters-changed': FiltersEvent;
  }
}
