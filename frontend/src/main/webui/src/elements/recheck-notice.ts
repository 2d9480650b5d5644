import {LitElement, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';

import {laterTexts} from '../later-texts.js';
import {spokenConsistency} from '../model/consistency.js';
import type {Echo} from '../model/judged-pair.js';
import type {Rechecking} from '../model/rechecking.js';
import {buttons, shared} from '../styles/shared.js';
import {texts} from '../texts.js';
import {styles} from './recheck-notice.styles.js';

/** Fired when the annotator does not want to judge the pair again. */
export class RecheckLeftEvent extends Event {
  static readonly type = 'recheck-left';

  constructor() {
    super(RecheckLeftEvent.type);
  }
}

const WORDS: Record<Echo, string> = {
  same: laterTexts.recheck.same,
  other: laterTexts.recheck.other,
  one: laterTexts.recheck.one,
  tie: laterTexts.recheck.tie,
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
      <p>${laterTexts.recheck.asked}</p>
      <button class="quiet" aria-keyshortcuts="Escape S" @click=${() => this.dispatchEvent(new RecheckLeftEvent())}>
        ${laterTexts.recheck.leave} <kbd aria-hidden="true">${texts.keys.escape}</kbd>
      </button>
    </div>`;
  }

  #said({echo, consistency}: NonNullable<Rechecking['result']>) {
    return html`<div class="bar">
      <p><b>${WORDS[echo]}</b> ${spokenConsistency(consistency)}</p>
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
