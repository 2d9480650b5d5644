import {LitElement, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';

import {lineButtons} from '../styles/line-buttons.js';
import {buttons, shared} from '../styles/shared.js';
import {texts} from '../texts.js';
import {styles} from './notice-line.styles.js';

/** Fired when the annotator says what becomes of a verdict that came before the end of an answer was seen. */
export class UnseenEvent extends Event {
  static readonly type = 'unseen-settled';

  constructor(readonly wants: 'keep' | 'look-again') {
    super(UnseenEvent.type, {bubbles: true, composed: true});
  }
}

/**
 * Asks, without standing in the way, whether a verdict is meant to stand that came before the ends of answers were seen.
 * The next verdict may come at once, and needs no answer to this.
 *
 * @fires unseen-settled
 */
@customElement('unseen-notice')
export class UnseenNoticeElement extends LitElement {
  static override styles = [shared, buttons, lineButtons, styles];

  /** The numbers from 1 of the answers of which the end was not seen; the notice is shown if there are any. */
  @property({attribute: false}) answers: readonly number[] = [];

  override render() {
    // What a status says is only read out if the status was there before.
    return html`<div role="status">${this.answers.length > 0 ? this.#question() : nothing}</div>`;
  }

  #question() {
    return html`<div class="bar">
      <p>${texts.unseen.question(this.answers)}</p>
      <button class="quiet" @click=${() => this.dispatchEvent(new UnseenEvent('keep'))}>${texts.actions.keepIt}</button>
      <button
        class="quiet"
        aria-keyshortcuts="Control+Z Meta+Z"
        @click=${() => this.dispatchEvent(new UnseenEvent('look-again'))}
      >
        ${texts.actions.lookAgain} <kbd aria-hidden="true">${texts.keys.undo}</kbd>
      </button>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'unseen-notice': UnseenNoticeElement;
  }
  interface HTMLElementEventMap {
    'unseen-settled': UnseenEvent;
  }
}
