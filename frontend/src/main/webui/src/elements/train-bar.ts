import {LitElement, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';

import {laterTexts} from '../later-texts.js';
import type {Receipt, TrainState} from '../model/train.js';
import {spokenMoment} from '../model/when.js';
import {buttons, shared} from '../styles/shared.js';
import {texts} from '../texts.js';
import {styles} from './train-bar.styles.js';

/** Fired when the annotator has seen what came of a journey. */
export class ReceiptEvent extends Event {
  static readonly type = 'receipt-dismissed';

  constructor() {
    super(ReceiptEvent.type, {bubbles: true, composed: true});
  }
}

/**
 * Says how far tasks are taken along, counts down while there is no network, and tells afterwards what was saved.
 *
 * @fires receipt-dismissed
 */
@customElement('train-bar')
export class TrainBarElement extends LitElement {
  static override styles = [shared, buttons, styles];

  @property({attribute: false}) state: TrainState = {kind: 'off'};
  @property({attribute: false}) receipt: Receipt | undefined;

  override render() {
    const {state} = this;
    return html`<div class="bar ${state.kind}" role="status">
        ${words(state)}
        ${
          state.kind === 'filling'
            ? html`<progress aria-hidden="true" max=${state.wanted} .value=${state.ready}></progress>`
            : nothing
        }
      </div>
      <div role="status">${this.receipt ? this.#receipt(this.receipt) : nothing}</div>`;
  }

  #receipt({saved, refused}: Receipt) {
    return html`<div class="bar receipt">
      <p>
        <span aria-hidden="true">✓</span> ${laterTexts.train.saved(saved)}
        ${refused.length > 0 ? laterTexts.train.notCounted(refused.length) : laterTexts.train.synchronised}
      </p>
      <button class="quiet" @click=${() => this.dispatchEvent(new ReceiptEvent())}>${texts.actions.gotIt}</button>
      ${
        refused.length > 0
          ? html`<ul>
              ${refused.map(
                ({taskNumber, reason}) =>
                  html`<li>${taskNumber === null ? laterTexts.train.deletedTask : `#${taskNumber}`}: ${reason}</li>`,
              )}
            </ul>`
          : nothing
      }
    </div>`;
  }
}

function words(state: TrainState) {
  switch (state.kind) {
    case 'off':
      return nothing;
    case 'filling':
      return html`<p>${laterTexts.train.filling(state.ready, state.wanted)}</p>`;
    case 'ready':
      return html`<p>${readyWords(state)}</p>
        ${state.isAll ? html`<p class="more">${laterTexts.train.isAll}</p>` : nothing}
        ${state.reopens ? nothing : html`<p class="more">${laterTexts.train.leaveOpen}</p>`}`;
    case 'away':
      return html`<p>${laterTexts.train.away(state.left)}</p>
        ${state.isOver ? html`<p class="more">${laterTexts.train.over(moment(state.until))}</p>` : nothing}`;
    case 'returning':
      return html`<p>${laterTexts.train.returning(state.unsent)}</p>`;
  }
}

function readyWords({count, until}: Extract<TrainState, {kind: 'ready'}>): string {
  return Number.isFinite(until) ? laterTexts.train.readyUntil(count, moment(until)) : laterTexts.train.ready(count);
}

function moment(millis: number): string {
  return spokenMoment(new Date(millis).toISOString(), Date.now());
}

declare global {
  interface HTMLElementTagNameMap {
    'train-bar': TrainBarElement;
  }
  interface HTMLElementEventMap {
    'receipt-dismissed': ReceiptEvent;
  }
}
