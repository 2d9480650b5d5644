import {LitElement, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';

import {ownerTexts} from '../owner-texts.js';
import {TaskForm} from '../model/form.js';
import type {Preview} from '../owner-api.js';
import {partsOf} from '../task-parts.js';
import type {LayoutView, Shown} from '../shown.js';
import {shared} from '../styles/shared.js';
import {PartsController} from './parts-controller.js';
import './page-message.js';
import './task-view.js';
import {styles} from './tasks-preview.styles.js';

/** Shows tasks as annotators will see them. Nothing can be answered here. */
@customElement('tasks-preview')
export class TasksPreviewElement extends LitElement {
  static override styles = [shared, styles];

  @property({attribute: false}) preview?: Preview;

  /** The forms of what is shown: one form for each task, because a new one begins anew. */
  readonly #forms = new WeakMap<Shown, TaskForm>();
  readonly #parts = new PartsController(this);

  override render() {
    const {preview} = this;
    if (!preview) return nothing;
    return html`<h2>${ownerTexts.newProject.preview}</h2>
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
    const answers = form.initial();
    return html`<task-view
      .form=${form}
      .asked=${form.asked(answers)}
      .answers=${answers}
      .taskNumber=${number}
      .locked=${true}
    ></task-view>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tasks-preview': TasksPreviewElement;
  }
}
