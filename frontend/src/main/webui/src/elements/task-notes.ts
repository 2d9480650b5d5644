import {LitElement, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';

import type {Judgement} from '../api.js';
import type {TaskForm} from '../model/form.js';
import {quoted, spokenJudgement} from '../model/judgement.js';
import {whyBlocked} from '../model/verdicts.js';
import type {Answers} from '../shown.js';
import {buttons, shared} from '../styles/shared.js';
import {texts} from '../texts.js';
import {styles} from './task-notes.styles.js';

/** Fired when the annotator lets an earlier verdict stand. */
export class KeepEvent extends Event {
  static readonly type = 'verdict-kept';

  constructor() {
    super(KeepEvent.type, {bubbles: true, composed: true});
  }
}

/**
 * What is to be known of a task besides what it shows: its number, what was said before, what is not asked, and why it cannot
 * be judged. The notes stand in the line that they are put in.
 *
 * @fires verdict-kept
 */
@customElement('task-notes')
export class TaskNotesElement extends LitElement {
  static override styles = [shared, buttons, styles];

  @property({attribute: false}) form?: TaskForm;
  @property({attribute: false}) answers: Answers = {};
  /** null where the task is gone. */
  @property({attribute: false}) taskNumber: number | null = 0;
  /** The judgement to be changed or kept, when the annotator has gone back to an earlier task. */
  @property({attribute: false}) previous: Judgement | undefined;
  @property({type: Boolean}) expired = false;
  /** Whether the answers were begun earlier. */
  @property({type: Boolean}) restored = false;
  /** Whether what was said can only be read. */
  @property({type: Boolean}) locked = false;

  override render() {
    const form = this.form;
    if (!form) return nothing;
    const demanded = form.demanded(this.answers);
    return html`<span>${this.taskNumber === null ? texts.task.deleted : `#${this.taskNumber}`}</span>
      ${form.blocked ? nothing : notAsked(form.notAsked(this.answers))} ${this.#note()}
      ${demanded.length > 0 ? blocked(form, demanded) : nothing}`;
  }

  #note() {
    if (this.previous) {
      return html`<span class="note">
        ${texts.judging.youSaid(spokenJudgement(this.previous))}
        ${this.locked ? texts.judging.noChanges : texts.task.chooseAgain}
        <button class="quiet" aria-keyshortcuts="Escape" @click=${() => this.dispatchEvent(new KeepEvent())}>
          ${this.locked ? texts.actions.goOn : texts.actions.keepIt} <kbd aria-hidden="true">${texts.keys.escape}</kbd>
        </button>
      </span>`;
    }
    if (this.restored && !this.expired) return html`<span class="restored">${texts.task.restored}</span>`;
    return this.expired ? html`<span class="note warn"> ${texts.task.expired} </span>` : nothing;
  }
}

function blocked({shown}: TaskForm, demanded: readonly string[]) {
  const advice = shown.allows.includes('skip') ? texts.task.skipOrTell : texts.task.tell;
  return html`<p class="blocked" role="alert">${whyBlocked(demanded)} ${advice}</p>`;
}

/** The annotator must not believe that nothing else was wanted. */
function notAsked(names: string[]) {
  return names.length > 0 ? html`<span class="not-asked">${texts.task.notAsked(quoted(names))}</span>` : nothing;
}

declare global {
  interface HTMLElementTagNameMap {
    'task-notes': TaskNotesElement;
  }
  interface HTMLElementEventMap {
    'verdict-kept': KeepEvent;
  }
}
