import {LitElement, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';

import type {Receipt, TrainState} from '../model/train.js';
import {buttons, shared} from '../styles/shared.js';
import {styles} from './train-bar.styles.js';

/** Fired when the annotator has seen what came of a journey. */
export class ReceiptEvent extends Event {
  static readonly type = 'receipt-dismissed';

  constructor() {
    super(ReceiptEvent.type, {bubbles: true, composed: true});
  }
}

const CLOCK = new Intl.DateTimeFormat(undefined, {timeStyle: 'short'});

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
        <span aria-hidden="true">✓</span> ${count(saved, 'judgement')} saved.
        ${refused.length > 0 ? html`${count(refused.length, 'judgement')} not counted:` : 'All is synchronised.'}
      </p>
      <button class="quiet" @click=${() => this.dispatchEvent(new ReceiptEvent())}>Got it</button>
      ${
        refused.length > 0
          ? html`<ul>
              ${refused.map(
                ({taskNumber, reason}) =>
                  html`<li>${taskNumber === null ? 'A deleted task' : `#${taskNumber}`}: ${reason}</li>`,
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
      return html`<p>Train mode: ${state.ready} of ${state.wanted} ready</p>`;
    case 'ready':
      return html`<p>Ready to go offline: ${count(state.count, 'task')}${until(state.until)}</p>
        ${state.isAll ? html`<p class="more">There are no more for you to take along now.</p>` : nothing}
        ${
          state.reopens
            ? nothing
            : html`<p class="more">Leave this tab open: this browser cannot open the page again without a network.</p>`
        }`;
    case 'away':
      return html`<p>Offline: ${state.left} left</p>
        ${
          state.isOver
            ? html`<p class="more">
                Their time is over since ${clock(state.until)}. What others have judged by then does not count.
              </p>`
            : nothing
        }`;
    case 'returning':
      return html`<p>Back online: ${count(state.unsent, 'judgement')} to be saved…</p>`;
  }
}

function until(millis: number): string {
  return Number.isFinite(millis) ? ` until ${clock(millis)}` : '';
}

function clock(millis: number): string {
  return CLOCK.format(millis);
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'train-bar': TrainBarElement;
  }
  interface HTMLElementEventMap {
    'receipt-dismissed': ReceiptEvent;
  }
}
