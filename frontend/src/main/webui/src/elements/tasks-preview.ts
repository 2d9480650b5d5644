import {LitElement, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';

import {ownerTexts} from '../owner-texts.js';
import {TaskForm} from '../model/form.js';
import type {Preview} from '../owner-api.js';
import {partsOf} from '../task-parts.js';
import type {Answer, Answers, LayoutView, Shown} from '../shown.js';
import {shared} from '../styles/shared.js';
import type {AnswerEvent} from './answer-event.js';
import type {ChoiceEvent} from './choice-event.js';
import {PartsController} from './parts-controller.js';
import './page-message.js';
import './task-view.js';
import {styles} from './tasks-preview.styles.js';

/** Shows tasks as annotators will see them. Answers can be tried, and are kept nowhere. */
@customElement('tasks-preview')
export class TasksPreviewElement extends LitElement {
  static override styles = [shared, styles];

  @property({attribute: false}) preview?: Preview;
  @property() headline = '';

  /** The forms of what is shown: one form for each task, because a new one begins anew. */
  readonly #forms = new WeakMap<Shown, TaskForm>();
  /** What was answered to try it. */
  readonly #answers = new WeakMap<Shown, Answers>();
  readonly #parts = new PartsController(this);

  override render() {
    const {preview} = this;
    if (!preview) return nothing;
    return html`<h2>${this.headline || ownerTexts.newProject.preview}</h2>
      <ol>
        ${preview.tasks.map(({shown, problem}, at) => {
          const number = at + 1;
          return html`<li aria-label=${ownerTexts.newProject.task(number)}>
            ${shown ? this.#task(shown, preview.layout, number) : html`<p class="problem">${problem}</p>`}
          </li>`;
        })}
      </ol>`;
  }

  #task(shown: Shown, layout: LayoutView | null, number: number) {
    const form = this.#forms.get(shown) ?? new TaskForm({shown, layout: shown.follows_layout ? layout : null});
    this.#forms.set(shown, form);
    const {needed, wished} = partsOf({shown, layout: form.layout});
    if (this.#parts.state(needed, wished) !== 'there') return nothing;
    const answers = this.#answers.get(shown) ?? form.initial();
    const answer = (control: string, given: Answer | undefined) => {
      const others = Object.entries(answers).filter(([name]) => name !== control);
      this.#answers.set(shown, Object.fromEntries(given === undefined ? others : [...others, [control, given]]));
      this.requestUpdate();
    };
    return html`<task-view
      .form=${form}
      .asked=${form.asked(answers)}
      .answers=${answers}
      .taskNumber=${number}
      .listed=${true}
      @answer-changed=${(event: AnswerEvent) => event.wrong === '' && answer(event.control, event.answer)}
      @verdict-chosen=${({choice, pair}: ChoiceEvent) => {
        const control = pair ?? form.main?.name;
        if (control !== undefined && choice.verdict.outcome !== 'skip') answer(control, choice.verdict);
      }}
    ></task-view>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tasks-preview': TasksPreviewElement;
  }
}
