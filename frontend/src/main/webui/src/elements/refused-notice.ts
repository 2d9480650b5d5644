import {LitElement, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';

import {spokenJudgement} from '../model/judgement.js';
import type {Refused} from '../model/outbox.js';
import {buttons, shared} from '../styles/shared.js';
import {texts} from '../texts.js';
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
      <button class="quiet" @click=${() => this.dispatchEvent(new DismissEvent())}>${texts.actions.gotIt}</button>
    </div>`;
  }

  #one({entry, lost, reason}: Refused) {
    const why = lost ? texts.refused.lost : sentence(reason);
    const task = entry.taskNumber === null ? texts.refused.deletedTask : `#${entry.taskNumber}`;
    const isChange = entry.annotationId !== undefined;
    const what = isChange ? texts.refused.change(task) : texts.refused.verdict(task);
    const beginning = entry.promptStart + (entry.promptStart.length >= 80 ? '…' : '');
    return html`<b>${what}</b> ${why} ${texts.refused.said(spokenJudgement(entry), beginning)}`;
  }
}

/** A server that gives a title alone gives no full stop. */
function sentence(words: string): string {
  return /[.!?]$/.test(words) ? words : `${words}.`;
}

declare global {
  interface HTMLElementTagNameMap {
    'refused-notice': RefusedNoticeElement;
  }
  interface HTMLElementEventMap {
    'refused-dismissed': DismissEvent;
  }
}
