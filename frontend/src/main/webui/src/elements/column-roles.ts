import {LitElement, html, nothing} from 'lit';
import {customElement, property, queryAll, state} from 'lit/decorators.js';

import {ownerTexts} from '../owner-texts.js';
import {type Assigned, missingOf, withRole} from '../model/column-roles.js';
import type {Column, ColumnRole, TaskData} from '../owner-api.js';
import {fields} from '../styles/fields.js';
import {shared} from '../styles/shared.js';
import {styles} from './column-roles.styles.js';

/** Fired when the columns are given roles of which a comparison can be made. */
export class RolesChosenEvent extends Event {
  static readonly type = 'roles-chosen';

  constructor(readonly roles: Assigned) {
    super(RolesChosenEvent.type, {bubbles: true, composed: true});
  }
}

const SAMPLE_MAX = 120;

/**
 * Lets a person say which columns are the prompt and the answers.
 *
 * @fires roles-chosen
 */
@customElement('column-roles')
export class ColumnRolesElement extends LitElement {
  static override styles = [shared, fields, styles];

  @property({attribute: false}) columns: readonly Column[] = [];
  /** The first task, as an example of what each column holds. */
  @property({attribute: false}) example: TaskData = {};
  @property({type: Boolean}) disabled = false;

  /** What is chosen and cannot be compared yet. */
  @state() private chosen: Assigned | undefined;

  @queryAll('select') private readonly menus!: NodeListOf<HTMLSelectElement>;

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('columns')) this.chosen = undefined;
  }

  /** What is chosen stands in the menus, also where the person chose otherwise before. */
  override updated(): void {
    this.menus.forEach((menu, at) => (menu.value = this.#roles.get(this.columns[at]?.name ?? '') ?? ''));
  }

  override render() {
    const {columns} = ownerTexts.newProject;
    const missing = missingOf(this.columns, this.#roles);
    return html`<fieldset ?disabled=${this.disabled}>
      <legend class="title">${columns.title}</legend>
      <ul>
        ${this.columns.map((column) => this.#column(column))}
      </ul>
      <p class=${missing && this.chosen ? 'problem' : 'ask'} role="status">${missing ? columns[missing] : nothing}</p>
    </fieldset>`;
  }

  get #roles(): Assigned {
    return this.chosen ?? new Map(this.columns.map(({name, role}) => [name, role]));
  }

  #column(column: Column) {
    const {columns} = ownerTexts.newProject;
    const role = this.#roles.get(column.name) ?? null;
    const options: [ColumnRole, string][] = [
      [null, columns.hidden],
      ['prompt', columns.prompt],
      ['answer', columns.answer],
    ];
    return html`<li class=${role ?? 'hidden'}>
      <label>
        <span class="name" dir="auto">${column.name}</span>
        <select
          @change=${(event: Event) => this.#assign(column, (event.target as HTMLSelectElement).value as ColumnRole | '')}
        >
          ${options.map(
            ([value, label]) =>
              html`<option
                value=${value ?? ''}
                ?selected=${value === role}
                ?disabled=${value !== null && !column.can_be_shown}
              >
                ${label}
              </option>`,
          )}
        </select>
      </label>
      <span class="sample" dir="auto"
        >${column.can_be_shown ? sampleOf(this.example[column.name]) : columns.cannotBeShown}</span
      >
    </li>`;
  }

  #assign(column: Column, role: ColumnRole | ''): void {
    this.chosen = withRole(this.columns, this.#roles, column.name, role === '' ? null : role);
    if (!missingOf(this.columns, this.chosen)) this.dispatchEvent(new RolesChosenEvent(this.chosen));
  }
}

/** The beginning of a value; what no JSON can say, such as nothing at all, is empty. */
function sampleOf(value: unknown): string {
  const text = typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value);
  const start = Array.from(text.slice(0, 2 * SAMPLE_MAX))
    .slice(0, SAMPLE_MAX)
    .join('');
  return start.length < text.length ? `${start}…` : start;
}

declare global {
  interface HTMLElementTagNameMap {
    'column-roles': ColumnRolesElement;
  }
  interface HTMLElementEventMap {
    'roles-chosen': RolesChosenEvent;
  }
}
