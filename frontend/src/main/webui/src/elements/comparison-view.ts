import {LitElement, html, nothing} from 'lit';
import {customElement, property, queryAll, state} from 'lit/decorators.js';

import type {Comparison, Content, Verdict} from '../api.js';
import {sharedBeginning} from '../model/beginning.js';
import {isEmpty, isSame, wordsOf} from '../model/content.js';
import {LEFT, RIGHT, sameVerdict, spoken, whyBlocked} from '../model/verdicts.js';
import {buttons, shared} from '../styles/shared.js';
import type {AnswerCardElement} from './answer-card.js';
import {styles} from './comparison-view.styles.js';
import {DifferenceController} from './difference-controller.js';
import {follow, leadLongest} from './scrolling-together.js';
import type {ScrolledEvent} from './scroll-box.js';
import './answer-card.js';
import './scroll-box.js';
import './shown-content.js';

const EMPTY: Content = {text: ''};

/** Fired when the annotator lets an earlier verdict stand. */
export class KeepEvent extends Event {
  static readonly type = 'verdict-kept';

  constructor() {
    super(KeepEvent.type, {bubbles: true, composed: true});
  }
}

const NAMES_MAX = 3;

/**
 * The prompt and the two answers to it.
 *
 * @fires verdict-chosen
 * @fires verdict-kept
 */
@customElement('comparison-view')
export class ComparisonViewElement extends LitElement {
  static override styles = [shared, buttons, styles];

  @property({attribute: false}) comparison?: Comparison;
  @property({attribute: false}) taskNumber = 0;
  /** The verdict to be changed or kept, when the annotator has gone back to an earlier comparison. */
  @property({attribute: false}) previous: Verdict | undefined;
  @property({type: Boolean}) expired = false;
  /** Whether the prompt and the answers are shown word for word, and not as Markdown. */
  @property({type: Boolean}) raw = false;

  /** Whether what differs between the answers is marked. */
  @property({type: Boolean}) diff = false;

  /** Whether the answers scroll together. */
  @property({type: Boolean}) together = false;

  /** The comparison of which all is shown, also what the answers both begin with. */
  @state() private unfolded: Comparison | undefined;

  @queryAll('answer-card') private readonly cards!: NodeListOf<AnswerCardElement>;

  readonly #difference = new DifferenceController(this);

  /** Scrolls both answers, by a page or by a line; false if there is nothing to scroll. */
  scrollAnswers(command: 'page-down' | 'page-up' | 'line-down' | 'line-up'): boolean {
    const direction = command.endsWith('down') ? 1 : -1;
    const byLine = command.startsWith('line');
    if (this.together) return leadLongest(this.cards, direction, byLine);
    return [...this.cards].map((card) => card.scrollPage(direction, byLine)).includes(true);
  }

  /** The numbers from 1 of answers that are longer than the screen and whose end has not been in sight. */
  get unseenEnds(): number[] {
    return [...this.cards].flatMap((card, i) => (card.endUnseen ? [i + 1] : []));
  }

  override render() {
    const comparison = this.comparison;
    if (!comparison) return nothing;
    const answers = [comparison.slots[0] ?? EMPTY, comparison.slots[1] ?? EMPTY] as const;
    const difference = this.diff ? this.#difference.between(comparison.slots) : undefined;
    const beginning = isSame(...answers) ? undefined : sharedBeginning(comparison.slots);
    return html`
      <section class="prompt" aria-labelledby="prompt-name">
        <div class="eyebrow">
          <h2 id="prompt-name">Prompt</h2>
          <span>#${this.taskNumber}</span>
          <span class="same" role="status">${isSame(...answers) ? 'Both answers are the same text.' : nothing}</span>
          <span class="differences" role="status">${difference?.note}</span>
          ${comparison.demanded.length > 0 ? nothing : notAsked(comparison.not_asked)} ${this.#note()}
        </div>
        ${
          comparison.demanded.length > 0
            ? html`<p class="blocked" role="alert">
                ${whyBlocked(comparison.demanded)}
                ${comparison.allows.includes('skip') ? 'Skip it, or tell the person who runs the project.' : 'Tell the person who runs the project.'}
              </p>`
            : nothing
        }
        <scroll-box label="Text of the prompt" .text=${comparison.prompt.map(wordsOf).join()}>
          <div>
            ${asksNothing(comparison) ? html`<p class="empty">The prompt is empty.</p>` : nothing}
            ${comparison.prompt.map(
              (part) =>
                html`<div class="part ${part.caption ? 'caption' : wordsOf(part).length > 400 ? 'long' : ''}">
                  <shown-content .content=${part} .raw=${this.raw}></shown-content>
                </div>`,
            )}
          </div>
        </scroll-box>
      </section>
      <div
        class="answers"
        role="radiogroup"
        aria-label="Which answer is better?"
        @beginning-switched=${this.#switchBeginning}
        @box-scrolled=${this.#onScrolled}
      >
        ${[LEFT, RIGHT].map(
          (choice, i) =>
            html`<answer-card
              .choice=${choice}
              .name=${`Answer ${i + 1}`}
              .content=${answers[i] ?? EMPTY}
              .raw=${this.raw}
              .runs=${difference?.runs[i]}
              .reference=${i === 0}
              .beginning=${beginning}
              .folded=${this.unfolded !== comparison}
              .judgeable=${comparison.allows.includes('preference')}
              .chosen=${sameVerdict(this.previous, choice.verdict)}
            ></answer-card>`,
        )}
      </div>
    `;
  }

  #switchBeginning = () => {
    this.unfolded = this.unfolded === this.comparison ? undefined : this.comparison;
  };

  #onScrolled = (event: ScrolledEvent) => {
    if (this.together) follow(this.cards, event);
  };

  #note() {
    if (this.previous) {
      return html`<span class="note">
        You said: ${spoken(this.previous)}. Choose again to change it.
        <button class="quiet" aria-keyshortcuts="Escape" @click=${() => this.dispatchEvent(new KeepEvent())}>
          Keep it <kbd aria-hidden="true">Esc</kbd>
        </button>
      </span>`;
    }
    return this.expired
      ? html`<span class="note warn">
          You were away for a while. Your verdict still counts unless somebody else has taken this task.
        </span>`
      : nothing;
  }
}

/** Captions say the same for every task, so they ask nothing. */
function asksNothing(comparison: Comparison): boolean {
  return comparison.prompt.every((part) => part.caption || isEmpty(part));
}

/** The annotator must not believe that nothing else was wanted. */
function notAsked(names: string[]) {
  if (names.length === 0) return nothing;
  const more = names.length > NAMES_MAX ? ` and ${names.length - NAMES_MAX} more` : '';
  return html`<span class="not-asked"> Not asked on this page: ${names.slice(0, NAMES_MAX).join(', ')}${more} </span>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'comparison-view': ComparisonViewElement;
  }
  interface HTMLElementEventMap {
    'verdict-kept': KeepEvent;
  }
}
