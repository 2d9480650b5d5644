import {LitElement, html, nothing} from 'lit';
import {customElement, property, query} from 'lit/decorators.js';
import {keyed} from 'lit/directives/keyed.js';

import type {Judgement} from '../api.js';
import type {TaskForm} from '../model/form.js';
import type {Hotkey} from '../model/hotkeys.js';
import type {Scrolling} from '../model/keys.js';
import type {Answers, Control, LayoutBox} from '../shown.js';
import {shared} from '../styles/shared.js';
import type {AuthoredLayoutElement} from './authored-layout.js';
import type {ComparisonViewElement} from './comparison-view.js';
import type {ControlStripElement} from './control-strip.js';
import {styles} from './task-view.styles.js';
import './comparison-view.js';
import './task-notes.js';

/**
 * A task with all that it asks: as its configuration lays it out if it says so, else its pairs large and what else it asks in a
 * strip below. The parts of the page that it needs for that (`partsOf`) are there before it is shown.
 *
 * @fires answer-changed
 * @fires verdict-chosen
 * @fires verdict-kept
 */
@customElement('task-view')
export class TaskViewElement extends LitElement {
  static override styles = [shared, styles];

  @property({attribute: false}) form?: TaskForm;
  /** What is asked now. */
  @property({attribute: false}) asked: readonly Control[] = [];
  @property({attribute: false}) answers: Answers = {};
  /** What to say at controls that are missing, by name. */
  @property({attribute: false}) problems: Readonly<Record<string, string>> = {};
  /** The keys of options. */
  @property({attribute: false}) hotkeys: readonly Hotkey[] = [];
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
  /** Whether it is one of several on the page: its parts are no landmarks of the page then. */
  @property({attribute: false}) listed = false;
  @property({type: Boolean}) raw = false;
  /** Whether what differs between answers is marked. */
  @property({type: Boolean}) diff = false;
  /** Whether answers that are compared scroll together. */
  @property({type: Boolean}) together = false;

  /** Where the room goes: to the answers, to the questions below a prompt, or to the author's layout below the notes. */
  @property({reflect: true}) arrangement: 'answers' | 'questions' | 'authored' = 'answers';

  @query('comparison-view') private readonly comparison!: ComparisonViewElement | null;
  @query('control-strip') private readonly strip!: ControlStripElement | null;
  @query('authored-layout') private readonly authored!: AuthoredLayoutElement | null;

  /** Puts the focus on a control: on the first answer of a pair, or on its field. */
  async focusControl(name: string): Promise<void> {
    await this.updateComplete;
    await this.comparison?.updateComplete;
    await this.authored?.updateComplete;
    if (this.authored) this.authored.focusControl(name);
    // The verdict keys are for the pair. Radios in its field would take the arrows.
    else if (!this.comparison?.focusPair(name)) await this.strip?.focusControl(name);
  }

  /** Scrolls the answers, by a page or by a line; false if there is nothing to scroll. */
  scrollAnswers(command: Scrolling): boolean {
    return (this.authored ?? this.comparison)?.scrollAnswers(command) ?? false;
  }

  /** Shows one line of the prompt instead of all of it, or the other way round; false where the author has placed it. */
  switchPrompt(): boolean {
    this.comparison?.switchPrompt();
    return this.comparison !== null;
  }

  /** The numbers from 1 of answers whose end has not been in sight, though it could have been. */
  get unseenEnds(): number[] {
    return this.comparison?.unseenEnds ?? [];
  }

  override willUpdate(): void {
    const form = this.form;
    this.arrangement = form?.asConfigured ? 'authored' : form && !form.main ? 'questions' : 'answers';
  }

  override render() {
    const form = this.form;
    if (!form) return nothing;
    return form.asConfigured ? this.#asConfigured(form) : this.#inOwnWay(form);
  }

  #asConfigured(form: TaskForm) {
    return html`<div class="notes">
        <task-notes
          .form=${form}
          .answers=${this.answers}
          .taskNumber=${this.taskNumber}
          .previous=${this.previous}
          .expired=${this.expired}
          .restored=${this.restored}
          .locked=${this.locked}
        ></task-notes>
      </div>
      ${keyed(
        form,
        // That of another task begins at its top, with its folds as the author left them and nothing half done in it.
        html`<authored-layout
          .shown=${form.shown}
          .layout=${form.layout}
          .answers=${this.answers}
          .problems=${this.problems}
          .hotkeys=${this.hotkeys}
          .raw=${this.raw}
          .diff=${this.diff}
          .judgeable=${!form.blocked && !this.locked}
          .main=${form.main?.name ?? ''}
          .active=${this.active ?? ''}
          .isVisible=${(path: readonly LayoutBox[]) => form.isBoxVisible(path, this.answers)}
        ></authored-layout>`,
      )}
      ${this.locked ? this.#said() : nothing}`;
  }

  #inOwnWay(form: TaskForm) {
    const besides = form.blocked ? [] : this.asked.filter(({name}) => name !== form.main?.name);
    return html`<comparison-view
        .form=${form}
        .answers=${this.answers}
        .active=${this.active}
        .taskNumber=${this.taskNumber}
        .previous=${this.previous}
        .expired=${this.expired}
        .restored=${this.restored}
        .locked=${this.locked}
        .listed=${this.listed}
        .raw=${this.raw}
        .diff=${this.diff}
        .together=${this.together}
        .compact=${besides.length > 0}
        .alone=${!form.main}
      ></comparison-view>
      ${this.locked ? this.#said() : nothing}
      ${
        besides.length > 0 && !this.locked
          ? html`<control-strip
              .form=${form}
              .listed=${this.listed}
              .controls=${besides}
              .answers=${this.answers}
              .problems=${this.problems}
              .hotkeys=${this.hotkeys}
              .active=${this.active}
              .raw=${this.raw}
            ></control-strip>`
          : nothing
      }`;
  }

  /** What was said, where it cannot be changed: fields would look as if it could. */
  #said() {
    return this.previous ? html`<said-answers .judgement=${this.previous}></said-answers>` : nothing;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'task-view': TaskViewElement;
  }
}
