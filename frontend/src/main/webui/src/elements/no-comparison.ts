import {LitElement, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';

import type {Lack} from '../model/lease-supply.js';
import {paths} from '../navigation.js';
import {buttons, shared} from '../styles/shared.js';
import {texts} from '../texts.js';
import {styles} from './no-comparison.styles.js';
import './page-message.js';

/** Fired when the annotator wants to check for comparisons now. */
export class LookEvent extends Event {
  static readonly type = 'look-wanted';

  constructor() {
    super(LookEvent.type, {bubbles: true, composed: true});
  }
}

/**
 * Takes the place of a comparison when there is none, and says why.
 *
 * @fires look-wanted
 */
@customElement('no-comparison')
export class NoComparisonElement extends LitElement {
  static override styles = [shared, buttons, styles];

  @property({attribute: false}) lack: Lack = {kind: 'loading'};
  /** Whether the project has no tasks at all. */
  @property({attribute: false}) empty = false;

  override render() {
    const lack = this.lack;
    switch (lack.kind) {
      case 'loading':
        return html`<div class="skeleton" role="status" aria-label=${texts.noComparison.loading}>
          <div></div>
          <div class="pair">
            <div></div>
            <div></div>
          </div>
        </div>`;
      case 'done':
        if (this.empty) {
          return html`<page-message level="2" sign="○" headline=${texts.noComparison.emptyHeadline}>
            ${texts.noComparison.empty} ${this.#actions(this.#look(texts.actions.lookAgain))}
          </page-message>`;
        }
        return html`<page-message level="2" sign="✓" headline=${texts.noComparison.doneHeadline}>
          ${texts.noComparison.done} ${this.#actions(this.#look(texts.actions.lookAgain))}
        </page-message>`;
      case 'waiting':
        return html`<page-message level="2" sign="…" headline=${texts.noComparison.waitingHeadline}>
          ${texts.noComparison.waiting} ${this.#actions(this.#look(texts.actions.tryNow))}
        </page-message>`;
      case 'unavailable':
        return html`<page-message level="2" headline=${texts.noComparison.unavailable}>
          ${lack.reason} ${this.#actions(nothing)}
        </page-message>`;
    }
  }

  #look(label: string) {
    return html`<button class="button" @click=${() => this.dispatchEvent(new LookEvent())}>${label}</button>`;
  }

  #actions(first: unknown) {
    return html`<div slot="actions" class="actions">
      ${first}
      <a class="quiet" href=${paths.projects}>${texts.actions.allProjects}</a>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'no-comparison': NoComparisonElement;
  }
  interface HTMLElementEventMap {
    'look-wanted': LookEvent;
  }
}
