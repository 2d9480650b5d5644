import {LitElement, html} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';

import type {SavingState} from '../model/outbox.js';
import {shared} from '../styles/shared.js';
import {texts} from '../texts.js';
import {styles} from './save-state.styles.js';

/** A save that takes no longer than this is not announced, so that the state does not flicker. */
const CALM_MILLIS = 600;

/** Says whether every verdict has reached the server. */
@customElement('save-state')
export class SaveStateElement extends LitElement {
  static override styles = [shared, styles];

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
    return html`<span role="status" class=${this.shown.kind} aria-busy=${this.saving.kind !== 'saved'}
      >${words(this.shown)}</span
    >`;
  }
}

function words(state: SavingState): string {
  switch (state.kind) {
    case 'saved':
      return texts.saving.saved;
    case 'saving':
      return texts.saving.saving(state.unsaved);
    case 'retrying':
      return texts.saving.retrying(state.unsaved);
    case 'logged-out':
      return texts.saving.loggedOut(state.unsaved);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'save-state': SaveStateElement;
  }
}
