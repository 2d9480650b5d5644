import {LitElement, type PropertyValues, html, nothing} from 'lit';
import {customElement, property, query, queryAll, state} from 'lit/decorators.js';

import type {Judgement} from '../api.js';
import {isEmpty, wordsOf} from '../model/content.js';
import type {TaskForm} from '../model/form.js';
import {quoted} from '../model/judgement.js';
import type {Scrolling} from '../model/keys.js';
import {type PairGroup, groupsOf, pairOf} from '../model/pair-groups.js';
import {sidesOf} from '../model/verdicts.js';
import type {Answers, ShownPart} from '../shown.js';
import {buttons, shared} from '../styles/shared.js';
import {texts} from '../texts.js';
import type {AnswerGroupElement} from './answer-group.js';
import {styles} from './comparison-view.styles.js';
import {imageTemplate} from './image-templates.js';
import './answer-group.js';
import './scroll-box.js';
import './shown-content.js';
import './task-notes.js';

/** Where there is room for one line of the prompt. The styles know it too. */
const LOW_SCREEN = '(max-height: 520px)';

/**
 * The prompt, and the answers to it that are compared two by two. Pairs of the same answers share their cards.
 *
 * @fires verdict-chosen
 * @fires verdict-kept
 */
@customElement('comparison-view')
export class ComparisonViewElement extends LitElement {
  static override styles = [shared, buttons, styles];

  @property({attribute: false}) form?: TaskForm;
  @property({attribute: false}) answers: Answers = {};
  /** The name of the pair that the verdict keys are for. */
  @property({attribute: false}) active: string | undefined;
  /** null where the task is gone. */
  @property({attribute: false}) taskNumber: number | null = 0;
  /** The judgement to be changed or kept, when the annotator has gone back to an earlier task. */
  @property({attribute: false}) previous: Judgement | undefined;
  @property({type: Boolean}) expired = false;
  /** Whether the answers were begun earlier. */
  @property({type: Boolean}) restored = false;
  /** Whether the answers can only be read. */
  @property({type: Boolean}) locked = false;
  /** Whether it is one of several on the page. */
  @property({attribute: false}) listed = false;
  /** Whether the prompt and the answers are shown word for word, and not as Markdown. */
  @property({type: Boolean}) raw = false;
  /** Whether what differs between answers is marked. */
  @property({type: Boolean}) diff = false;
  /** Whether answers that are compared scroll together. */
  @property({type: Boolean}) together = false;
  /** Whether the prompt has to leave room for other questions. */
  @property({type: Boolean, reflect: true}) compact = false;
  /** Whether there is nothing to compare, so that the prompt may be large. */
  @property({type: Boolean, reflect: true}) alone = false;

  /** Whether one line of the prompt is shown; undefined if that depends on the height of the screen. */
  @state() private folded: boolean | undefined;

  @query('.group.active') private readonly activeGroup!: HTMLElement | null;
  @queryAll('answer-group') private readonly groups!: NodeListOf<AnswerGroupElement>;

  /** Scrolls all answers, by a page or by a line; false if there is nothing to scroll. */
  scrollAnswers(command: Scrolling): boolean {
    return [...this.groups].map((group) => group.scrollAnswers(command)).includes(true);
  }

  /** Shows one line of the prompt instead of all of it, or the other way round. */
  switchPrompt(): void {
    this.folded = !(this.folded ?? matchMedia(LOW_SCREEN).matches);
  }

  /** The numbers from 1 of answers that are longer than the screen and whose end has not been in sight. */
  get unseenEnds(): number[] {
    return this.groups.length === 1 ? (this.groups[0]?.unseenEnds ?? []) : [];
  }

  /** Puts the focus on the first answer of a pair; false if there is no such pair. */
  focusPair(name: string): boolean {
    const group = [...this.groups].find(({pair}) => pair === name);
    group?.focusChoice();
    return group !== undefined;
  }

  /** A prompt that is folded stays so. One that was unfolded is the prompt of one task. */
  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('form') && this.folded === false) this.folded = undefined;
  }

  override updated(changed: PropertyValues<this>): void {
    // Another task is seen from its top.
    if (changed.has('active') && !changed.has('form')) this.activeGroup?.scrollIntoView({block: 'nearest'});
  }

  override render() {
    const form = this.form;
    if (!form) return nothing;
    const groups = groupsOf(form);
    // Where there is one pair only, nothing needs to be told apart.
    const only = groups.flatMap(({pairs}) => pairs).length === 1 ? groups[0] : undefined;
    return html`
      ${this.#prompt(form.parts(this.answers))} ${only ? this.#cards(form, only, texts.comparison.question) : nothing}
      ${groups.length > 0 && !only ? html`<div class="groups">${groups.map((group) => this.#group(form, group))}</div>` : nothing}
    `;
  }

  #prompt(parts: readonly ShownPart[]) {
    const isFolded = this.folded !== false;
    const unfolding = isFolded ? texts.comparison.showAll : texts.comparison.showLess;
    return html`<section
      class="prompt ${isFolded ? 'folded' : ''} ${this.folded ? 'brief' : ''}"
      role=${this.locked || this.listed ? 'group' : nothing}
      aria-labelledby="prompt-name"
    >
      <div class="eyebrow">
        <h2 id="prompt-name">${texts.comparison.prompt}</h2>
        <task-notes
          .form=${this.form}
          .answers=${this.answers}
          .taskNumber=${this.taskNumber}
          .previous=${this.previous}
          .expired=${this.expired}
          .restored=${this.restored}
          .locked=${this.locked}
        ></task-notes>
        <button
          class="quiet unfold"
          aria-expanded=${!isFolded}
          aria-label=${texts.comparison.ofPrompt(unfolding)}
          aria-keyshortcuts="P"
          @click=${() => (this.folded = !isFolded)}
        >
          ${unfolding}
        </button>
      </div>
      <scroll-box label=${texts.comparison.promptText} .text=${parts.map(wordsOf).join()}>
        <div>
          ${asksNothing(parts) ? html`<p class="empty">${texts.comparison.emptyPrompt}</p>` : nothing}
          ${parts.map(
            (part) =>
              html`<div class="part ${part.caption ? 'caption' : wordsOf(part).length > 400 ? 'long' : ''}">
                ${this.#part(part)}
              </div>`,
          )}
        </div>
      </scroll-box>
    </section>`;
  }

  #part(part: ShownPart) {
    if (this.form?.isImage(part.name)) return imageTemplate(part, this.raw);
    return html`<shown-content .content=${part} .raw=${this.raw}></shown-content>`;
  }

  #group(form: TaskForm, group: PairGroup) {
    const active = group.pairs.find((pair) => pair.name === this.active)?.name;
    const name = quoted(group.pairs.map((pair) => form.titleOf(pair.name)));
    return html`<section class="group ${active ? 'active' : ''}" aria-label=${name}>
      <h3>
        <span dir="auto">${name}</span>
        ${active ? html`<span class="for">${texts.comparison.keysFor(form.titleOf(active))}</span>` : nothing}
      </h3>
      ${this.#cards(form, group, texts.comparison.questionOf(name))}
    </section>`;
  }

  #cards(form: TaskForm, group: PairGroup, label: string) {
    const pair = pairOf(group, form, this.answers, this.active)?.name;
    return html`<answer-group
      .label=${label}
      .slots=${group.slots}
      .sides=${sidesOf(form.shown.strength)}
      .pair=${pair}
      .answer=${pair === undefined ? undefined : this.answers[pair]}
      .judgeable=${!this.locked && pair !== undefined && form.shown.allows.includes('preference')}
      .raw=${this.raw}
      .diff=${this.diff}
      .together=${this.together}
    ></answer-group>`;
  }
}

/** Captions say the same for every task, so they ask nothing. */
function asksNothing(parts: readonly ShownPart[]): boolean {
  return parts.every((part) => part.caption || isEmpty(part));
}

declare global {
  interface HTMLElementTagNameMap {
    'comparison-view': ComparisonViewElement;
  }
}
