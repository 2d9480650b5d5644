import {LitElement, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';

import {laterTexts} from '../later-texts.js';
import {lineButtons} from '../styles/line-buttons.js';
import {buttons, shared} from '../styles/shared.js';
import {texts} from '../texts.js';
import {styles} from './notice-line.styles.js';

/** Fired when the annotator says what to do about a pace that has halved. */
export class PaceEvent extends Event {
  static readonly type = 'pace-settled';

  constructor(readonly wants: 'break' | 'go-on' | 'never-again') {
    super(PaceEvent.type, {bubbles: true, composed: true});
  }
}

/**
 * Offers a break to somebody who has become half as fast, without standing in the way. The next verdict may come at once, and
 * needs no answer to this.
 *
 * @fires pace-settled
 */
@customElement('pace-notice')
export class PaceNoticeElement extends LitElement {
  static override styles = [shared, buttons, lineButtons, styles];

  @property({attribute: false}) shown = false;

  /** Says that the annotator takes the break. */
  readonly takeBreak = (): void => this.#settle('break');

  override render() {
    // What a status says is only read out if the status was there before.
    return html`<div role="status">${this.shown ? this.#offer() : nothing}</div>`;
  }

  #offer() {
    return html`<div class="bar">
      <p>${laterTexts.pace.question}</p>
      <button class="quiet" aria-keyshortcuts="Control+. Meta+." @click=${this.takeBreak}>
        ${laterTexts.pace.takeBreak} <kbd aria-hidden="true">${laterTexts.pace.key}</kbd>
      </button>
      <button class="quiet" @click=${() => this.#settle('go-on')}>${texts.actions.goOn}</button>
      <button class="quiet" @click=${() => this.#settle('never-again')}>${laterTexts.pace.neverAgain}</button>
    </div>`;
  }

  #settle(wants: PaceEvent['wants']): void {
    this.dispatchEvent(new PaceEvent(wants));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pace-notice': PaceNoticeElement;
  }
  interface HTMLElementEventMap {
    'pace-settled': PaceEvent;
  }
}
