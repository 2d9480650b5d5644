import {LitElement, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';

import {spokenConsistency} from '../model/consistency.js';
import type {Echo} from '../model/judged-pair.js';
import type {Rechecking} from '../model/rechecking.js';
import {buttons, shared} from '../styles/shared.js';
import {styles} from './recheck-notice.styles.js';

/** Fired when the annotator does not want to judge the pair again. */
export class RecheckLeftEvent extends Event {
  static readonly type = 'recheck-left';

  constructor() {
    super(RecheckLeftEvent.type);
  }
}

const TEXTS = {
  asked:
    'You judged this pair before. Judge it again; nothing is sent, and only you see how often you agree with yourself.',
  leave: 'Leave it out',
  echoes: {
    same: 'The same as before.',
    other: 'Before, you preferred the other one.',
    one: 'Before, you preferred one of the two.',
    tie: 'Before, you said: tie.',
  } satisfies Record<Echo, string>,
};

/**
 * Says that a pair is asked again, and afterwards whether the same was said.
 *
 * @fires recheck-left
 */
@customElement('recheck-notice')
export class RecheckNoticeElement extends LitElement {
  static override styles = [shared, buttons, styles];

  /** Whether a pair is asked again now. */
  @property({attribute: false}) asked = false;
  /** What came of it, if it was asked just now. */
  @property({attribute: false}) result: Rechecking['result'];

  override render() {
    // What a status says is only read out if the status was there before.
    return html`<div role="status">
      ${this.asked ? this.#asked() : this.result ? this.#said(this.result) : nothing}
    </div>`;
  }

  #asked() {
    return html`<div class="bar">
      <p>${TEXTS.asked}</p>
      <button class="quiet" aria-keyshortcuts="Escape S" @click=${() => this.dispatchEvent(new RecheckLeftEvent())}>
        ${TEXTS.leave} <kbd aria-hidden="true">Esc</kbd>
      </button>
    </div>`;
  }

  #said({echo, consistency}: NonNullable<Rechecking['result']>) {
    return html`<div class="bar">
      <p><b>${TEXTS.echoes[echo]}</b> ${spokenConsistency(consistency)}</p>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'recheck-notice': RecheckNoticeElement;
  }
  interface HTMLElementEventMap {
    'recheck-left': RecheckLeftEvent;
  }
}
