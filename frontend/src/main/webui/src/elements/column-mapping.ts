import {LitElement, html} from 'lit';
import {customElement, property, queryAll} from 'lit/decorators.js';

import {type Mapping, type Template, keysOf, mappable} from '../model/templates.js';
import type {Column} from '../owner-api.js';
import {ownerTexts} from '../owner-texts.js';
import {fields} from '../styles/fields.js';
import {shared} from '../styles/shared.js';
import {styles} from './column-roles.styles.js';

/** Fired when another column stands for something that the template shows. */
export class ColumnMappedEvent extends Event {
  static readonly type = 'column-mapped';

  constructor(
    readonly key: string,
    /** Empty for none. */
    readonly column: string,
  ) {
    super(ColumnMappedEvent.type, {bubbles: true, composed: true});
  }
}

/**
 * Lets a person say which columns hold what a template shows.
 *
 * @fires column-mapped
 */
@customElement('column-mapping')
export class ColumnMappingElement extends LitElement {
  static override styles = [shared, fields, styles];

  @property({attribute: false}) template!: Template;
  @property({attribute: false}) columns: readonly Column[] = [];
  @property({attribute: false}) mapping: Mapping = new Map();
  @property({type: Boolean}) disabled = false;

  @queryAll('select') private readonly menus!: NodeListOf<HTMLSelectElement>;

  /** What is mapped stands in the menus, also where the person chose otherwise before. */
  override updated(): void {
    const keys = keysOf(this.template);
    this.menus.forEach((menu, at) => (menu.value = this.mapping.get(keys[at] ?? '') ?? ''));
  }

  override render() {
    const {mappingTitle, noColumn, mapAll} = ownerTexts.templates;
    const keys = keysOf(this.template);
    const isWhole = keys.every((key) => this.mapping.has(key));
    return html`<fieldset ?disabled=${this.disabled}>
      <legend class="title">${mappingTitle}</legend>
      <ul>
        ${keys.map(
          (key) =>
            html`<li>
              <label>
                <span class="name">${key}</span>
                <select
                  @change=${(event: Event) =>
                    this.dispatchEvent(new ColumnMappedEvent(key, (event.target as HTMLSelectElement).value))}
                >
                  ${[{name: ''}, ...mappable(this.columns)].map(
                    ({name}) => html`<option value=${name}>${name === '' ? noColumn : name}</option>`,
                  )}
                </select>
              </label>
            </li>`,
        )}
      </ul>
      <p class="ask" role="status">${isWhole ? '' : mapAll}</p>
    </fieldset>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'column-mapping': ColumnMappingElement;
  }
  interface HTMLElementEventMap {
    'column-mapped': ColumnMappedEvent;
  }
}
