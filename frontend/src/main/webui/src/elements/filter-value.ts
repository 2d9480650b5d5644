import {LitElement, css, html} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {live} from 'lit/directives/live.js';

import {kindOf} from '../model/task-columns.js';
import {type TaskFilter, begun, formOf, isoTime, localTime} from '../model/task-filters.js';
import {ownerTexts} from '../owner-texts.js';
import {fields} from '../styles/fields.js';
import {shared} from '../styles/shared.js';
import type {Names} from '../task-words.js';

const words = ownerTexts.tasks.filters;

/** Fired when somebody writes with what a column is compared. */
export class FilterValueEvent extends Event {
  static readonly type = 'value-written';

  constructor(
    readonly values: readonly string[],
    /** Whether nothing is likely to be written behind it. */
    readonly isWhole: boolean,
  ) {
    super(FilterValueEvent.type);
  }
}

/**
 * Asks with what a column is compared.
 *
 * @fires value-written
 */
@customElement('filter-value')
export class FilterValueElement extends LitElement {
  static override styles = [
    shared,
    fields,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
      }
      input:not([type='radio'], [type='checkbox']),
      select {
        flex: 1 1 7rem;
        min-width: 0;
        font-size: var(--text-2);
      }
    `,
  ];

  @property({attribute: false}) filter: TaskFilter = begun('id');
  /** The people who may be asked for. */
  @property({attribute: false}) names: Names = new Map();

  override render() {
    const {column, operator, values} = this.filter;
    switch (formOf(column, operator)) {
      case 'yes-no':
        return this.#menu(
          [
            ['true', words.yes],
            ['false', words.no],
          ],
          values[0] ?? 'true',
        );
      case 'range':
        return html`${this.#field(0, words.least)} ${this.#field(1, words.most)}`;
      case 'list':
        return this.#field(0, words.list);
      case 'single':
        if (column === 'outcome' && (operator === 'equal' || operator === 'not_equal'))
          return this.#outcomes(values[0] ?? '');
        return kindOf(column) === 'people' ? this.#people(values[0] ?? '') : this.#field(0, words.value);
    }
  }

  #outcomes(chosen: string) {
    return this.#menu([['', words.choose], ...Object.entries(ownerTexts.tasks.table.outcomes)], chosen);
  }

  #people(chosen: string) {
    const people = [...this.names].map(([id, name]): [string, string] => [`${id}`, name]);
    return this.#menu([['', words.choose], ...people], chosen);
  }

  #menu(options: readonly [value: string, words: string][], chosen: string) {
    return html`<select
      aria-label=${words.value}
      .value=${live(chosen)}
      @change=${(event: Event) => this.#say([(event.target as HTMLSelectElement).value], true)}
    >
      ${options.map(([value, name]) => html`<option value=${value} ?selected=${value === chosen}>${name}</option>`)}
    </select>`;
  }

  #field(at: 0 | 1, name: string) {
    const kind = kindOf(this.filter.column);
    const isTime = kind === 'time' && formOf(this.filter.column, this.filter.operator) !== 'list';
    const value = this.filter.values[at] ?? '';
    return html`<input
      type=${isTime ? 'datetime-local' : 'search'}
      inputmode=${kind === 'words' || isTime ? 'search' : 'decimal'}
      autocomplete="off"
      spellcheck="false"
      dir="auto"
      aria-label=${name}
      placeholder=${isTime ? '' : name}
      .value=${live(isTime ? localTime(value) : value)}
      @input=${(event: Event) => this.#write(at, event, isTime, false)}
      @change=${(event: Event) => this.#write(at, event, isTime, true)}
    />`;
  }

  #write(at: 0 | 1, event: Event, isTime: boolean, isWhole: boolean): void {
    const {value} = event.target as HTMLInputElement;
    const written = isTime ? isoTime(value) : value;
    const {column, operator, values} = this.filter;
    const isRange = formOf(column, operator) === 'range';
    this.#say(isRange ? [values[0] ?? '', values[1] ?? ''].with(at, written) : [written], isWhole);
  }

  #say(values: readonly string[], isWhole: boolean): void {
    this.dispatchEvent(new FilterValueEvent(values, isWhole));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'filter-value': FilterValueElement;
  }
  interface HTMLElementEventMap {
    'value-written': FilterValueEvent;
  }
}
