import {LitElement, css, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';

import {spokenRatio, spokenSeconds} from '../model/figures.js';
import {nameOf} from '../model/person.js';
import {type TaskAnnotation, type TaskPrediction, strengthIn} from '../model/task-annotations.js';
import {isFigure} from '../model/task-columns.js';
import {degreeOf} from '../model/verdicts.js';
import {exactWhen, spokenWhen} from '../model/when.js';
import {ownerTexts} from '../owner-texts.js';
import {shared} from '../styles/shared.js';
import {type Names, nameOfPerson} from '../task-words.js';
import {saidTemplate, skippedTemplate} from './said-templates.js';
import {said} from './task-said.styles.js';

const words = ownerTexts.tasks.panel;

/** One annotation of a task, or one prediction: who says what, when, and how sure or how fast. */
@customElement('task-said')
export class TaskSaidElement extends LitElement {
  static override styles = [
    shared,
    said,
    css`
      :host {
        display: block;
        min-width: 0;
        padding: var(--space-3);
        border: 1px solid var(--line);
        border-radius: var(--radius-2);
        overflow-wrap: anywhere;
      }
      .who {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        gap: 0 var(--space-2);
        font-weight: 600;
      }
      time {
        color: var(--ink-2);
        font-size: var(--text-1);
        font-weight: 400;
      }
    `,
  ];

  @property({attribute: false}) annotation: TaskAnnotation | undefined;
  @property({attribute: false}) prediction: TaskPrediction | undefined;
  @property({attribute: false}) names: Names = new Map();

  override render() {
    const {annotation, prediction} = this;
    if (annotation) return this.#annotation(annotation);
    if (!prediction) return nothing;
    return html`${who(prediction.model_version || words.noModel, prediction.created_at)}
    ${saidTemplate(prediction.result)}
    ${prediction.score === null ? nothing : html`<p class="hint">${words.score(spokenRatio(prediction.score))}</p>`}`;
  }

  #annotation(annotation: TaskAnnotation) {
    const {completed_by: by, created_at: created, updated_at: updated, result, lead_time: seconds} = annotation;
    const strength = strengthIn(result);
    return html`${who(isFigure(by) ? nameOfPerson(by, this.names) : nameOf(by), created)}
      ${annotation.was_cancelled ? skippedTemplate(annotation.skip_reason) : saidTemplate(result)}
      <p class="hint">
        ${[
          ...(strength === undefined ? [] : [words.strength(strength, degreeOf(strength))]),
          ...(seconds === null ? [] : [words.time(spokenSeconds(seconds))]),
          ...(updated === created ? [] : [words.changed(spokenWhen(updated, Date.now()))]),
        ].join(' · ')}
      </p>`;
  }
}

function who(name: string, iso: string) {
  return html`<div class="who">
    <span dir="auto">${name}</span>
    <time datetime=${iso} title=${exactWhen(iso)}>${spokenWhen(iso, Date.now())}</time>
  </div>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'task-said': TaskSaidElement;
  }
}
