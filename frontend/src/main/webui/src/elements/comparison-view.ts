import {LitElement, css, html, nothing} from 'lit';
import {customElement, property, queryAll} from 'lit/decorators.js';

import type {Comparison, Verdict} from '../api.js';
import {LEFT, RIGHT, sameVerdict, spoken} from '../model/verdicts.js';
import {buttons, card, shared} from '../styles/shared.js';
import type {AnswerCardElement} from './answer-card.js';
import './answer-card.js';
import './prose-text.js';
import './scroll-box.js';

/** Fired when the annotator leaves an earlier verdict as it is. */
export class KeepEvent extends Event {
  static readonly type = 'verdict-kept';

  constructor() {
    super(KeepEvent.type, {bubbles: true, composed: true});
  }
}

/**
 * The prompt and the two answers to it.
 *
 * @fires verdict-chosen
 * @fires verdict-kept
 */
@customElement('comparison-view')
export class ComparisonViewElement extends LitElement {
  static override styles = [
    shared,
    buttons,
    css`
      :host {
        display: grid;
        grid-template: auto minmax(0, 1fr) / minmax(0, 1fr);
        gap: var(--space-4);
        min-height: 0;
      }
      .prompt {
        display: grid;
        grid-template: auto minmax(0, 1fr) / minmax(0, 1fr);
        max-height: 34dvh;
        padding-top: var(--space-3);
        overflow: clip;
        ${card}
      }
      .prompt scroll-box {
        --box-padding: 0 var(--space-5) var(--space-4);
      }
      .eyebrow {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0 var(--space-3);
        min-height: 30px;
        padding: 0 var(--space-5);
        color: var(--ink-2);
        font-size: var(--text-1);
      }
      h2 {
        margin: 0;
        font: inherit;
      }
      .note {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0 var(--space-2);
        margin-inline-start: auto;
        color: var(--accent);
        font-weight: 600;
      }
      .note.warn {
        color: var(--warn);
      }
      .note .quiet {
        min-height: 30px;
        padding: 3px 10px;
        border-color: var(--line);
        font-weight: 400;
        font-size: var(--text-1);
      }
      .part + .part {
        margin-top: var(--space-3);
        padding-top: var(--space-3);
        border-top: 1px solid var(--line);
      }
      .part prose-text {
        max-width: 80ch;
        font-size: var(--text-4);
        line-height: 1.45;
      }
      .part.long prose-text {
        max-width: 110ch;
        font-size: var(--text-3);
        line-height: 1.5;
      }
      .answers {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
        gap: var(--space-4);
        min-height: 0;
      }
      @media (max-width: 760px), (max-height: 520px) {
        :host {
          grid-template-rows: auto auto;
        }
        .prompt {
          max-height: none;
        }
      }
      @media (max-width: 760px) {
        :host,
        .answers {
          gap: var(--space-3);
        }
        .answers {
          grid-template-columns: minmax(0, 1fr);
        }
        .prompt {
          padding-top: var(--space-2);
        }
        .prompt scroll-box {
          --box-padding: 0 var(--space-4) var(--space-3);
        }
        .eyebrow {
          padding: 0 var(--space-4);
        }
        .note {
          margin-inline-start: 0;
        }
        kbd {
          display: none;
        }
        .part prose-text {
          font-size: var(--text-3);
        }
      }
    `,
  ];

  @property({attribute: false}) comparison?: Comparison;
  @property({type: Number}) taskNumber = 0;
  /** The verdict given before, where the annotator has gone back to one. */
  @property({attribute: false}) previous: Verdict | undefined;
  @property({type: Boolean}) expired = false;

  @queryAll('answer-card') private readonly cards!: NodeListOf<AnswerCardElement>;

  /** Scrolls both answers; false if there is nothing to scroll. */
  scrollAnswers(direction: 1 | -1): boolean {
    return [...this.cards].map((card) => card.scrollPage(direction)).includes(true);
  }

  override render() {
    const comparison = this.comparison;
    if (!comparison) return nothing;
    return html`
      <section class="prompt" aria-labelledby="prompt-name">
        <div class="eyebrow">
          <h2 id="prompt-name">Prompt</h2>
          <span>#${this.taskNumber}</span>
          ${this.#note()}
        </div>
        <scroll-box label="Text of the prompt" .text=${comparison.prompt.map((part) => part.text).join()}>
          <div>
            ${comparison.prompt.map(
              ({text}) => html`<div class="part ${text.length > 400 ? 'long' : ''}"><prose-text .text=${text}></prose-text></div>`,
            )}
          </div>
        </scroll-box>
      </section>
      <div class="answers" role="radiogroup" aria-label="Which answer is better?">
        ${[LEFT, RIGHT].map(
          (choice, i) => html`<answer-card
            .choice=${choice}
            .name=${`Answer ${i + 1}`}
            .text=${comparison.slots[i]?.text ?? ''}
            .chosen=${sameVerdict(this.previous, choice.verdict)}
          ></answer-card>`,
        )}
      </div>
    `;
  }

  #note() {
    if (this.previous) {
      return html`<span class="note">
        You said: ${spoken(this.previous)}. Choose again to change it.
        <button class="quiet" @click=${() => this.dispatchEvent(new KeepEvent())}>Keep it <kbd>Esc</kbd></button>
      </span>`;
    }
    return this.expired
      ? html`<span class="note warn">You were away for a while: your answer still counts if nobody else took this one.</span>`
      : nothing;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'comparison-view': ComparisonViewElement;
  }
  interface HTMLElementEventMap {
    'verdict-kept': KeepEvent;
  }
}
