import {LitElement, css, html} from 'lit';
import {customElement, property} from 'lit/decorators.js';

import {laterTexts} from '../later-texts.js';
import {shared} from '../styles/shared.js';

/** Fired when projects are to come in another order. */
export class ProjectOrderEvent extends Event {
  static readonly type = 'project-order';

  constructor(readonly byJudged: boolean) {
    super(ProjectOrderEvent.type);
  }
}

/**
 * Asks in which order projects are listed: the newest first, or those that were judged last.
 *
 * @fires project-order
 */
@customElement('project-order')
export class ProjectOrderElement extends LitElement {
  static override styles = [
    shared,
    css`
      label {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2);
        color: var(--ink-2);
        font-size: var(--text-2);
      }
      select {
        min-height: 44px;
        padding: 8px 12px;
        border: 1px solid var(--line-strong);
        border-radius: var(--radius-2);
        background: var(--surface);
        color: var(--ink);
        font: inherit;
      }
    `,
  ];

  @property({attribute: false}) byJudged = false;

  override render() {
    const {order, orders} = laterTexts.projects;
    return html`<label>
      ${order}
      <select @change=${this.#onChange}>
        <option value="newest" ?selected=${!this.byJudged}>${orders.newest}</option>
        <option value="judged" ?selected=${this.byJudged}>${orders.judged}</option>
      </select>
    </label>`;
  }

  readonly #onChange = (event: Event) => {
    this.dispatchEvent(new ProjectOrderEvent((event.target as HTMLSelectElement).value === 'judged'));
  };
}

/** Whether the page's address asks for the projects that were judged last. */
export function isByJudged(): boolean {
  return new URLSearchParams(location.search).get('order') === 'judged';
}

/** Has the address say the order, so that it is there again when somebody comes back. */
export function keepOrder(byJudged: boolean): void {
  history.replaceState(null, '', `${location.pathname}${byJudged ? '?order=judged' : ''}`);
}

declare global {
  interface HTMLElementTagNameMap {
    'project-order': ProjectOrderElement;
  }
}
