import {LitElement, type PropertyValues, html} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';

import type {Phase} from '../model/phase.js';
import {shared} from '../styles/shared.js';
import {texts} from '../texts.js';
import {styles} from './said-words.styles.js';

/** Tells people who listen what has happened, and that nothing is left to judge. What is still to be done is also seen. */
@customElement('said-words')
export class SaidWordsElement extends LitElement {
  static override styles = [shared, styles];

  /** What the page shows. That there is no task any more is said, and that there is one again. */
  @property({attribute: false}) phase?: Phase | undefined;

  @state() private words = '';
  @state() private isDemand = false;

  /** The kind of the last phase in which something was known: a task, or that there is none. */
  #known: Phase['kind'] | undefined;

  /** Says something. The same words are said again because they differ by a space. */
  say(words: string, isDemand = false): void {
    this.words = words === this.words ? `${words}\u00a0` : words;
    this.isDemand = isDemand;
  }

  /** Hides a demand, because something was done about it. */
  hush(): void {
    this.isDemand = false;
  }

  override willUpdate(changed: PropertyValues): void {
    const [phase, known] = [this.phase, this.#known];
    if (!phase || phase.kind === 'loading' || phase.kind === known) return;
    this.#known = phase.kind;
    // A page that opens is read from its beginning on.
    if (!known) return;
    const news = wordsOf(phase);
    // What was said a moment ago would not be heard if other words stood in its place.
    this.words = changed.has('words') ? `${this.words} ${news}` : news;
  }

  override render() {
    return html`<div class=${this.isDemand ? 'demand' : 'unseen'} role="status">${this.words}</div>`;
  }
}

function wordsOf(phase: Exclude<Phase, {kind: 'loading'}>): string {
  switch (phase.kind) {
    case 'judging':
      return phase.task.inner_id
        ? texts.judging.nowAt(texts.noComparison.over, phase.task.inner_id)
        : texts.noComparison.over;
    case 'done':
      return `${texts.noComparison.doneHeadline}.`;
    case 'waiting':
      return `${texts.noComparison.waitingHeadline}.`;
    case 'unavailable':
      return `${texts.noComparison.unavailable}. ${phase.reason}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'said-words': SaidWordsElement;
  }
}
