import {LitElement, html, nothing} from 'lit';
import {customElement, property, queryAll} from 'lit/decorators.js';

import {ownerTexts} from '../owner-texts.js';
import {type Assigned, missingOf} from '../model/column-roles.js';
import {sampleOf} from '../model/sample.js';
import type {Column, ColumnRole} from '../owner-api.js';
import type {TaskData} from '../task-api.js';
import {fields} from '../styles/fields.js';
import {shared} from '../styles/shared.js';
import {styles} from './column-roles.styles.js';

/** Fired when a column was given another role. */
export class RoleChosenEvent extends Event {
  static readonly type = 'role-chosen';

  constructor(
    readonly column: string,
    readonly role: ColumnRole,
  ) {
    super(RoleChosenEvent.type, {bubbles: true, composed: true});
  }
}

const SAMPLE_MAX = 120;

/**
 * Lets a person say which columns are the prompt and the answers.
 *
 * @fires role-chosen
 */
@customElement('column-roles')
export class ColumnRolesElement extends LitElement {
  static override styles = [shared, fields, styles];

  @property({attribute: false}) columns: readonly Column[] = [];
  /** The first task, as an example of what each column holds. */
  @property({attribute: false}) example: TaskData = {};
  @property({attribute: false}) roles: Assigned = new Map();
  /** Whether the person has chosen a role already. */
  @property({type: Boolean}) touched = false;
  @property({type: Boolean}) disabled = false;

  @queryAll('select') private readonly menus!: NodeListOf<HTMLSelectElement>;

  /** What is chosen stands in the menus, also where the person chose otherwise before. */
  override updated(): void {
    this.menus.forEach((menu, at) => (menu.value = this.roles.get(this.columns[at]?.name ?? '') ?? ''));
  }

  override render() {
    const {columns} = ownerTexts.newProject;
    const missing = missingOf(this.columns, this.roles);
    return html`<fieldset ?disabled=${this.disabled}>
      <legend class="title">${columns.title}</legend>
      <ul>
        ${this.columns.map((column, at) => this.#column(column, at))}
      </ul>
      <p class=${missing && this.touched ? 'problem' : 'ask'} role="status">${missing ? columns[missing] : nothing}</p>
    </fieldset>`;
  }

  #column(column: Column, at: number) {
    const {columns} = ownerTexts.newProject;
    const role = this.roles.get(column.name) ?? null;
    const options: [ColumnRole, string][] = [
      [null, columns.hidden],
      ['prompt', columns.prompt],
      ['answer', columns.answer],
    ];
    return html`<li class=${role ?? 'hidden'}>
      <label>
        <span class="name" dir="auto">${column.name}</span>
        <select
          aria-describedby="sample-${at}"
          @change=${(event: Event) => this.#choose(column, (event.target as HTMLSelectElement).value)}
        >
          ${options.map(
            ([value, label]) =>
              html`<option value=${value ?? ''} ?disabled=${value !== null && column.hindrance !== null}>
                ${label}
              </option>`,
          )}
        </select>
      </label>
      <span class="sample" id="sample-${at}" dir="auto"
        >${column.hindrance ? columns.hindrances[column.hindrance] : sampleOf(this.example[column.name], SAMPLE_MAX)}</span
      >
    </li>`;
  }

  #choose(column: Column, role: string): void {
    this.dispatchEvent(new RoleChosenEvent(column.name, role === 'prompt' || role === 'answer' ? role : null));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'column-roles': ColumnRolesElement;
  }
  interface HTMLElementEventMap {
    'role-chosen': RoleChosenEvent;
  }
}
