import {LitElement, css, html} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';

import type {SavingState} from '../model/outbox.js';
import {shared} from '../styles/shared.js';

/** A save that takes no longer than this is not worth a flicker. */
const CALM_MILLIS = 600;

/** Says whether every verdict has reached the server. */
@customElement('save-state')
export class SaveStateElement extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: inline-grid;
        color: var(--good);
        font-size: var(--text-1);
        white-space: nowrap;
      }
      span::before {
        content: '';
        display: inline-block;
        width: 7px;
        height: 7px;
        margin-inline-end: 6px;
        border-radius: 50%;
        background: currentColor;
      }
      .saving {
        color: var(--ink-2);
      }
      .retrying,
      .logged-out {
        color: var(--warn);
        font-weight: 600;
      }
    `,
  ];

  @property({attribute: false}) saving: SavingState = {kind: 'saved'};

  @state() private shown: SavingState = {kind: 'saved'};

  #pending: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#pending);
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('saving')) return;
    clearTimeout(this.#pending);
    const calm = this.saving.kind === 'saving' && this.shown.kind === 'saved';
    if (calm) this.#pending = setTimeout(() => (this.shown = this.saving), CALM_MILLIS);
    else this.shown = this.saving;
  }

  override render() {
    return html`<span role="status" class=${this.shown.kind}>${words(this.shown)}</span>`;
  }
}

function words(state: SavingState): string {
  switch (state.kind) {
    case 'saved':
      return 'All saved';
    case 'saving':
      return `Saving ${state.unsaved}…`;
    case 'retrying':
      return `${state.unsaved} not saved, trying again`;
    case 'logged-out':
      return `${state.unsaved} not saved, log in again`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'save-state': SaveStateElement;
  }
}
