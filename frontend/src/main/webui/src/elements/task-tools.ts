import {LitElement, type PropertyValues, css, html, nothing} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';

import type {TaskPlace} from '../model/task-address.js';
import {ownerTexts} from '../owner-texts.js';
import {later} from '../platform.js';
import {fields} from '../styles/fields.js';
import {buttons, shared} from '../styles/shared.js';
import {type Names} from '../task-words.js';
import type {FilterBuilderElement} from './filter-builder.js';
import {ColumnsEvent} from './column-menu.js';
import {FiltersEvent} from './filter-builder.js';

const REST_MILLIS = 300;
const words = ownerTexts.tasks;

/** Fired when another text is looked for. */
export class SearchEvent extends Event {
  static readonly type = 'search-changed';

  constructor(readonly text: string) {
    super(SearchEvent.type);
  }
}

/**
 * What is above a list of tasks: the text that is looked for, conditions, and which columns are shown.
 *
 * @fires search-changed
 * @fires filters-changed
 * @fires columns-chosen
 */
@customElement('task-tools')
export class TaskToolsElement extends LitElement {
  static override styles = [
    shared,
    buttons,
    fields,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-3);
      }
      .line {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: var(--space-2);
      }
      .search {
        display: grid;
        flex: 0 1 26rem;
        gap: var(--space-1);
        min-width: 0;
      }
      .quiet.edge,
      column-menu {
        flex: none;
      }
      .count {
        padding: 0 6px;
        border-radius: 9px;
        background: var(--accent-wash);
        color: var(--accent);
        font-weight: 600;
      }
    `,
  ];

  @property({attribute: false}) place!: TaskPlace;
  @property({attribute: false}) fields: readonly string[] = [];
  @property({attribute: false}) columns: readonly string[] = [];
  @property({attribute: false}) names: Names = new Map();
  /** Why the server refused the conditions; empty if it did not. */
  @property() problem = '';

  /** Whether conditions are being written. */
  @state() private isOpen = false;

  @query('filter-builder') private readonly builder!: FilterBuilderElement | null;

  #rest: () => void = () => undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#rest();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('place') && this.place.filters.items.length > 0) this.isOpen = true;
  }

  override render() {
    const {items} = this.place.filters;
    const {button} = words.filters;
    return html`<div class="line">
        ${this.#search()}
        <button class="quiet edge" aria-expanded=${this.isOpen} @click=${this.#onToggle}>
          ${button} ${items.length > 0 ? html`<span class="count">${items.length}</span>` : nothing}
        </button>
        <column-menu
          .fields=${this.fields}
          .columns=${this.columns}
          @columns-chosen=${({columns}: ColumnsEvent) => this.dispatchEvent(new ColumnsEvent(columns))}
        ></column-menu>
      </div>
      ${
        this.isOpen
          ? html`<filter-builder
              .filters=${this.place.filters}
              .fields=${this.fields}
              .names=${this.names}
              @filters-changed=${({filters, isSameKind}: FiltersEvent) =>
                this.dispatchEvent(new FiltersEvent(filters, isSameKind))}
            ></filter-builder>`
          : nothing
      }
      ${this.problem === '' ? nothing : html`<p class="problem" role="alert" dir="auto">${this.problem}</p>`}`;
  }

  #search() {
    return html`<label class="search">
      <span class="title">${words.search}</span>
      <input type="search" autocomplete="off" dir="auto" .value=${this.place.search} @input=${this.#onSearch} />
    </label>`;
  }

  readonly #onToggle = async () => {
    this.isOpen = !this.isOpen;
    await this.updateComplete;
    if (this.isOpen && this.place.filters.items.length === 0) void this.builder?.add();
  };

  readonly #onSearch = (event: Event) => {
    const {value} = event.target as HTMLInputElement;
    this.#rest();
    this.#rest = later(REST_MILLIS, () => this.dispatchEvent(new SearchEvent(value)));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'task-tools': TaskToolsElement;
  }
  interface HTMLElementEventMap {
    'search-changed': SearchEvent;
  }
}
