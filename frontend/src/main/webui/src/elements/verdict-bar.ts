import {LitElement, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';

import type {Outcome, Verdict} from '../api.js';
import {BOTH_BAD, CANNOT_JUDGE, type Choice, SKIP, sameVerdict, scaleOf, shortcutsOf} from '../model/verdicts.js';
import type {Answer} from '../shown.js';
import {buttons, shared} from '../styles/shared.js';
import {texts} from '../texts.js';
import {ChoiceEvent} from './choice-event.js';
import {styles} from './verdict-bar.styles.js';

/** Fired when the annotator wants to go back to the previous comparison. */
export class UndoEvent extends Event {
  static readonly type = 'undo-wanted';

  constructor() {
    super(UndoEvent.type, {bubbles: true, composed: true});
  }
}

/** Fired when the annotator is done with the task. */
export class SaveEvent extends Event {
  static readonly type = 'save-wanted';

  /** @param byKeyboard whether the button was pressed by a key */
  constructor(readonly byKeyboard: boolean) {
    super(SaveEvent.type, {bubbles: true, composed: true});
  }
}

const CONTROL = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : texts.keys.control;

/**
 * Offers every verdict as a button, for mouse and touch. Where a task asks for more than a verdict, it is saved here too.
 *
 * @fires verdict-chosen
 * @fires save-wanted
 * @fires undo-wanted
 */
@customElement('verdict-bar')
export class VerdictBarElement extends LitElement {
  static override styles = [shared, buttons, styles];

  @property({attribute: false}) allows: readonly Outcome[] = [];
  /** The verdict that is chosen. */
  @property({attribute: false}) chosen: Verdict | Answer | undefined;
  /** The name of the pair that is judged, where there are several. */
  @property({attribute: false}) pair = '';
  /** Whether a preference says how much better. */
  @property({attribute: false}) strength = false;
  /** Whether the annotator says when the task is done. */
  @property({attribute: false}) savable = false;
  /** What the button says that saves. */
  @property({attribute: false}) saveLabel = texts.labeling.save;
  /** Whether there is something to go back to; undefined where nobody can go back. */
  @property({attribute: false}) canUndo: boolean | undefined = false;
  /** Whether the verdict can only be read. */
  @property({attribute: false}) locked = false;
  @property({attribute: false}) idle = false;

  override render() {
    const scale = scaleOf(this.strength).filter((choice) => this.#offers(choice));
    return html`
      ${this.pair ? html`<span class="pair" dir="auto">${texts.names.quoted(this.pair)}</span>` : nothing}
      <div
        class="scale ${this.strength ? 'strong' : ''}"
        role="group"
        aria-label=${texts.verdictBar.scale}
        ?hidden=${scale.length === 0}
      >
        ${this.strength ? html`<span class="end" aria-hidden="true">${texts.names.answer(1)}</span>` : nothing}
        ${scale.map((choice) => this.#button(choice, ''))}
        ${this.strength ? html`<span class="end" aria-hidden="true">${texts.names.answer(2)}</span>` : nothing}
      </div>
      <div
        class="more"
        role="group"
        aria-label=${this.canUndo === undefined ? texts.verdictBar.others : texts.verdictBar.othersAndUndo}
      >
        ${[BOTH_BAD, CANNOT_JUDGE, SKIP].map((choice) => this.#button(choice, 'quiet'))}
        ${
          this.canUndo === undefined
            ? nothing
            : html`<button
                class="quiet"
                aria-keyshortcuts="Control+Z Meta+Z"
                ?disabled=${!this.canUndo}
                @click=${() => this.dispatchEvent(new UndoEvent())}
              >
                ${texts.actions.undo} <kbd aria-hidden="true">${CONTROL} Z</kbd>
              </button>`
        }
      </div>
      ${
        this.savable && !this.locked
          ? html`<button class="button save" aria-keyshortcuts="Control+Enter Meta+Enter" @click=${this.#save}>
              ${this.saveLabel} <kbd aria-hidden="true">${CONTROL} ↵</kbd>
            </button>`
          : nothing
      }
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
      aria-pressed=${sameVerdict(this.chosen, choice.verdict)}
      aria-keyshortcuts=${shortcutsOf(choice)}
      aria-disabled=${this.idle || this.locked}
      @click=${(event: MouseEvent) => this.#choose(event, choice)}
    >
      <span class="full">${choice.label}</span>
      ${choice.degree ? html`<span class="degree" aria-hidden="true">${choice.degree}</span>` : nothing}
      <span class="short" aria-hidden="true">${choice.short}</span>
      <kbd aria-hidden="true">${this.strength ? choice.keys[0] : choice.keys.at(-1)}</kbd>
    </button>`;
  }

  /** The second click of a double click may be one too many, as with verdicts. */
  #save = (event: MouseEvent) => {
    if (event.detail <= 1) this.dispatchEvent(new SaveEvent(event.detail === 0));
  };

  /** Ignores the second click of a double click, which would judge a comparison that the annotator has not seen yet. */
  #choose(event: MouseEvent, choice: Choice): void {
    if (event.detail <= 1 && !this.idle && !this.locked) this.dispatchEvent(new ChoiceEvent(choice));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'verdict-bar': VerdictBarElement;
  }
  interface HTMLElementEventMap {
    'undo-wanted': UndoEvent;
    'save-wanted': SaveEvent;
  }
}
