import {LitElement, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';

import {spokenJudgement} from '../model/judgement.js';
import type {Refused} from '../model/outbox.js';
import {buttons, shared} from '../styles/shared.js';
import {styles} from './refused-notice.styles.js';

/** Fired when the annotator dismisses the notice. */
export class DismissEvent extends Event {
  static readonly type = 'refused-dismissed';

  constructor() {
    super(DismissEvent.type, {bubbles: true, composed: true});
  }
}

/**
 * Lists the verdicts that the server refused, with the reason for each.
 *
 * @fires refused-dismissed
 */
@customElement('refused-notice')
export class RefusedNoticeElement extends LitElement {
  static override styles = [shared, buttons, styles];

  @property({attribute: false}) refused: readonly Refused[] = [];

  override render() {
    if (this.refused.length === 0) return nothing;
    return html`<div role="alert">
      <ul>
        ${this.refused.map((one) => html`<li>${this.#one(one)}</li>`)}
      </ul>
      <button class="quiet" @click=${() => this.dispatchEvent(new DismissEvent())}>Got it</button>
    </div>`;
  }

  #one({entry, lost, reason}: Refused) {
    const why = lost ? 'Your time for it ran out, and somebody else has taken over the task.' : reason;
    const task = entry.taskNumber === null ? 'a deleted task' : `#${entry.taskNumber}`;
    const isChange = entry.annotationId !== undefined;
    const what = isChange
      ? `Your change on ${task} was not taken, and what you said before stands.`
      : `Your verdict on ${task} was not counted.`;
    return html`<b>${what}</b> ${why} You said “${spokenJudgement(entry)}” about
      “${entry.promptStart}${entry.promptStart.length >= 80 ? '…' : ''}”.`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'refused-notice': RefusedNoticeElement;
  }
  interface HTMLElementEventMap {
    'refused-dismissed': DismissEvent;
  }
}
