import {LitElement, css, html} from 'lit';
import {customElement, property, query} from 'lit/decorators.js';

import {isFixed, shownOrder} from '../model/task-columns.js';
import {ownerTexts} from '../owner-texts.js';
import {buttons, card, shared} from '../styles/shared.js';
import {nameOfColumn} from '../task-words.js';

const EDGE = 8;

/** Fired when other columns are to be shown. */
export class ColumnsEvent extends Event {
  static readonly type = 'columns-chosen';

  /** @param columns undefined for those that are shown at first */
  constructor(readonly columns: readonly string[] | undefined) {
    super(ColumnsEvent.type);
  }
}

/**
 * Offers which columns a list of tasks shows.
 *
 * @fires columns-chosen
 */
@customElement('column-menu')
export class ColumnMenuElement extends LitElement {
  static override styles = [
    shared,
    buttons,
    css`
      :host {
        display: inline-block;
      }
      [popover] {
        position: fixed;
        inset: auto;
        width: 260px;
        max-height: min(480px, 100dvh - 32px);
        margin: 0;
        padding: var(--space-2);
        overflow: auto;
        ${card}
        color: var(--ink);
        font-size: var(--text-2);
      }
      label {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        min-height: 36px;
        padding: 0 var(--space-2);
        overflow-wrap: anywhere;
      }
      .quiet.all {
        width: 100%;
      }
    `,
  ];

  /** The fields of the tasks' data. */
  @property({attribute: false}) fields: readonly string[] = [];
  @property({attribute: false}) columns: readonly string[] = [];

  @query('button') private readonly button!: HTMLElement;
  @query('[popover]') private readonly list!: HTMLElement;

  override render() {
    const {button, title, reset} = ownerTexts.tasks.columnMenu;
    return html`<button class="quiet edge" popovertarget="columns">${button} <span aria-hidden="true">▾</span></button>
      <div id="columns" popover role="group" aria-label=${title} @beforetoggle=${this.#onToggle}>
        ${this.#offered.map(
          (column) =>
            html`<label>
              <input
                type="checkbox"
                .checked=${this.columns.includes(column)}
                @change=${(event: Event) => this.#choose(column, (event.target as HTMLInputElement).checked)}
              />
              <span dir="auto">${nameOfColumn(column)}</span>
            </label>`,
        )}
        <button class="quiet all" @click=${() => this.dispatchEvent(new ColumnsEvent(undefined))}>${reset}</button>
      </div>`;
  }

  /** What can be shown. A field that is shown may be one that no task has yet, or none that has come. */
  get #offered(): string[] {
    const others = this.columns.filter((column) => !isFixed(column) && !this.fields.includes(column));
    return shownOrder([...this.fields, ...others]);
  }

  /** The list opens at its button, and within the window. */
  readonly #onToggle = (event: ToggleEvent) => {
    if (event.newState !== 'open') return;
    const {bottom, right} = this.button.getBoundingClientRect();
    this.list.style.top = `${Math.max(EDGE, Math.min(bottom + EDGE / 2, innerHeight - 320))}px`;
    this.list.style.left = `${Math.max(EDGE, Math.min(right, innerWidth - EDGE) - 260)}px`;
  };

  #choose(column: string, isShown: boolean): void {
    const chosen = this.#offered.filter((one) => (one === column ? isShown : this.columns.includes(one)));
    if (chosen.length > 0) this.dispatchEvent(new ColumnsEvent(chosen));
    else this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'column-menu': ColumnMenuElement;
  }
  interface HTMLElementEventMap {
    'columns-chosen': ColumnsEvent;
  }
}
