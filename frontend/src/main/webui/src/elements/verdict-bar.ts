import {LitElement, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';

import type {Outcome, Verdict} from '../api.js';
import {
  BOTH_BAD,
  CANNOT_JUDGE,
  type Choice,
  LEFT,
  RIGHT,
  SKIP,
  TIE,
  sameVerdict,
  shortcutsOf,
} from '../model/verdicts.js';
import {buttons, shared} from '../styles/shared.js';
import {ChoiceEvent} from './choice-event.js';
import {styles} from './verdict-bar.styles.js';

/** Fired when the annotator wants to go back to the previous comparison. */
export class UndoEvent extends Event {
  static readonly type = 'undo-wanted';

  constructor() {
    super(UndoEvent.type, {bubbles: true, composed: true});
  }
}

const UNDO_KEY = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘ Z' : 'Ctrl Z';

/**
 * Offers every verdict as a button, for mouse and touch.
 *
 * @fires verdict-chosen
 * @fires undo-wanted
 */
@customElement('verdict-bar')
export class VerdictBarElement extends LitElement {
  static override styles = [shared, buttons, styles];

  @property({attribute: false}) allows: readonly Outcome[] = [];
  @property({attribute: false}) previous: Verdict | undefined;
  @property({attribute: false}) canUndo = false;
  @property({attribute: false}) idle = false;

  override render() {
    return html`
      <div class="scale" role="group" aria-label="Verdict" ?hidden=${!this.#offers(LEFT) && !this.#offers(TIE)}>
        ${[LEFT, TIE, RIGHT].map((choice) => this.#button(choice, ''))}
      </div>
      <div class="more" role="group" aria-label="Other verdicts and undo">
        ${[BOTH_BAD, CANNOT_JUDGE, SKIP].map((choice) => this.#button(choice, 'quiet'))}
        <button
          class="quiet"
          aria-keyshortcuts="Control+Z Meta+Z"
          ?disabled=${!this.canUndo}
          @click=${() => this.dispatchEvent(new UndoEvent())}
        >
          Undo <kbd aria-hidden="true">${UNDO_KEY}</kbd>
        </button>
      </div>
    `;
  }

  /** A verdict that the project does not allow has no button. While nothing is shown, all buttons keep their places. */
  #offers(choice: Choice): boolean {
    return this.idle || this.allows.includes(choice.verdict.outcome);
  }

  #button(choice: Choice, style: string) {
    if (!this.#offers(choice)) return nothing;
    return html`<button
      class=${style}
      aria-pressed=${sameVerdict(this.previous, choice.verdict)}
      aria-keyshortcuts=${shortcutsOf(choice)}
      aria-disabled=${this.idle}
      @click=${(event: MouseEvent) => this.#choose(event, choice)}
    >
      <span class="full">${choice.label}</span>
      <span class="short" aria-hidden="true">${choice.short}</span>
      <kbd aria-hidden="true">${choice.keys.at(-1)}</kbd>
    </button>`;
  }

  /** Ignores the second click of a double click, which would judge a comparison that the annotator has not seen yet. */
  #choose(event: MouseEvent, choice: Choice): void {
    if (event.detail <= 1 && !this.idle) this.dispatchEvent(new ChoiceEvent(choice));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'verdict-bar': VerdictBarElement;
  }
  interface HTMLElementEventMap {
    'undo-wanted': UndoEvent;
  }
}
