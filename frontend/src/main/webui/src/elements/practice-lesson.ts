import {LitElement, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';

import type {Verdict} from '../api.js';
import {laterTexts} from '../later-texts.js';
import {LESSONS, UNDO_LESSON, meaningOf} from '../model/practice-lessons.js';
import {shared} from '../styles/shared.js';
import {styles} from './practice-lesson.styles.js';

/** Explains a comparison of the practice round: what the last verdict meant, and what to do now. */
@customElement('practice-lesson')
export class PracticeLessonElement extends LitElement {
  static override styles = [shared, styles];

  /** The number of the comparison that is shown, from 1. */
  @property({attribute: false}) number = 1;
  /** Whether the annotator has gone back to it. */
  @property({attribute: false}) isBack = false;
  /** The last verdict, and on which comparison it was. */
  @property({attribute: false}) last: {number: number; verdict: Verdict} | undefined;

  override render() {
    const {last, number, isBack} = this;
    const takesBack = last?.number === UNDO_LESSON + 1 && number === UNDO_LESSON + 2;
    const hint = LESSONS[number - 1]?.hint ?? '';
    return html`<section aria-label=${laterTexts.practice.title}>
      <div role="status">
        ${last && !isBack ? html`<p class="meaning">${meaningOf(last.verdict)}</p>` : nothing}
        <p>${withKeys(isBack ? laterTexts.practice.back : takesBack ? laterTexts.practice.undo(hint) : hint)}</p>
      </div>
    </section>`;
  }
}

/** A text in which what stands between two accents is shown as a key. */
function withKeys(text: string) {
  return text.split('`').map((part, i) => (i % 2 === 1 ? html`<kbd>${part}</kbd>` : part));
}

declare global {
  interface HTMLElementTagNameMap {
    'practice-lesson': PracticeLessonElement;
  }
}
