import {LitElement, css, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';

import type {Outcome, Verdict} from '../api.js';
import {BOTH_BAD, CANNOT_JUDGE, type Choice, LEFT, RIGHT, SKIP, TIE, sameVerdict, shortcutsOf} from '../model/verdicts.js';
import {buttons, shared} from '../styles/shared.js';
import {ChoiceEvent} from './choice-event.js';

/** Fired when the annotator wants to go back. */
export class UndoEvent extends Event {
  static readonly type = 'undo-wanted';

  constructor() {
    super(UndoEvent.type, {bubbles: true, composed: true});
  }
}

const UNDO_KEY = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘ Z' : 'Ctrl Z';

/**
 * Every verdict as a button, for mouse and touch.
 *
 * @fires verdict-chosen
 * @fires undo-wanted
 */
@customElement('verdict-bar')
export class VerdictBarElement extends LitElement {
  static override styles = [
    shared,
    buttons,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: center;
        gap: var(--space-2) var(--space-4);
        padding: var(--space-3) var(--space-5);
        border-top: 1px solid var(--line);
        background: var(--surface);
      }
      .scale {
        display: flex;
        border: 1px solid var(--line);
        border-radius: var(--radius-2);
        background: var(--surface);
      }
      .scale button {
        display: inline-flex;
        align-items: center;
        justify-content: center;
        gap: var(--space-2);
        min-height: 42px;
        padding: 8px 18px;
        border: 0;
        background: none;
        color: var(--ink);
        font: inherit;
        font-size: var(--text-2);
        font-weight: 550;
        white-space: nowrap;
        cursor: pointer;
        touch-action: manipulation;
        -webkit-tap-highlight-color: transparent;
      }
      .scale button + button {
        border-inline-start: 1px solid var(--line);
      }
      .scale button:first-child {
        border-radius: 9px 0 0 9px;
      }
      .scale button:last-child {
        border-radius: 0 9px 9px 0;
      }
      button:focus-visible {
        position: relative;
        z-index: 1;
      }
      @media (hover: hover) {
        .scale button:hover:not([aria-disabled='true']) {
          background: var(--accent-wash);
        }
      }
      .scale button:active:not([aria-disabled='true']) {
        background: var(--accent-wash);
      }
      .scale button[aria-pressed='true'],
      .scale button[aria-pressed='true']:hover:not([aria-disabled='true']) {
        background: var(--accent);
        color: var(--accent-ink);
      }
      .quiet[aria-pressed='true'] {
        border-color: var(--accent);
        background: var(--accent-wash);
        color: var(--accent);
        font-weight: 600;
      }
      [aria-disabled='true'] {
        opacity: 0.45;
        cursor: default;
      }
      .more {
        display: flex;
        gap: var(--space-1);
      }
      .short {
        display: none;
      }
      @media (max-width: 1040px) {
        .more kbd {
          display: none;
        }
      }
      @media (max-width: 760px) {
        :host {
          gap: var(--space-1);
          padding: var(--space-2) var(--space-3) max(var(--space-2), env(safe-area-inset-bottom));
        }
        .scale,
        .more {
          width: 100%;
        }
        .scale button {
          flex: 1.4;
          min-height: 48px;
          padding: 8px 4px;
        }
        .scale button:nth-child(2) {
          flex: 1;
        }
        .more {
          justify-content: space-between;
        }
        .quiet {
          flex: auto;
          min-height: 44px;
          padding: 6px 4px;
        }
        kbd,
        .full {
          display: none;
        }
        .short {
          display: inline;
        }
      }
    `,
  ];

  @property({attribute: false}) allows: readonly Outcome[] = [];
  @property({attribute: false}) previous: Verdict | undefined;
  @property({type: Boolean}) canUndo = false;
  @property({type: Boolean}) idle = false;

  override render() {
    return html`
      <div class="scale" role="group" aria-label="Verdict">${[LEFT, TIE, RIGHT].map((choice) => this.#button(choice, ''))}</div>
      <div class="more" role="group" aria-label="Other verdicts and undo">
        ${[BOTH_BAD, CANNOT_JUDGE, SKIP].map((choice) => this.#button(choice, 'quiet'))}
        <button
          class="quiet"
          aria-label="Undo"
          aria-keyshortcuts="Control+Z Meta+Z"
          ?disabled=${!this.canUndo}
          @click=${() => this.dispatchEvent(new UndoEvent())}
        >
          Undo <kbd>${UNDO_KEY}</kbd>
        </button>
      </div>
    `;
  }

  #button(choice: Choice, style: string) {
    const allowed = this.allows.includes(choice.verdict.outcome);
    // While nothing is shown the buttons keep their places; what the project does not ask for has none.
    if (!this.idle && !allowed) return nothing;
    return html`<button
      class=${style}
      aria-label=${choice.label}
      aria-pressed=${sameVerdict(this.previous, choice.verdict)}
      aria-keyshortcuts=${shortcutsOf(choice)}
      aria-disabled=${this.idle}
      @click=${(event: MouseEvent) => this.#choose(event, choice)}
    >
      <span class="full">${choice.label}</span><span class="short">${choice.short}</span><kbd>${choice.keys.at(-1)}</kbd>
    </button>`;
  }

  /** The second click of a double click would judge what the annotator has not seen yet. */
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
