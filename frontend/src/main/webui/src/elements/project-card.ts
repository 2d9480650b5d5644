import {LitElement, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';

import type {Project} from '../api.js';
import {laterTexts} from '../later-texts.js';
import {type Need, needsOf} from '../model/project-needs.js';
import {titleOf} from '../model/title.js';
import {exactWhen, spokenWhen} from '../model/when.js';
import {paths} from '../navigation.js';
import type {Tab} from '../other-places.js';
import {buttons, shared} from '../styles/shared.js';
import {styles} from './project-card.styles.js';
import './progress-meter.js';

/** Where each thing is done that a project needs. */
const PLACES: Record<Need, Tab> = {configuration: 'settings', tasks: 'tasks', members: 'people'};

/** Shows one project of the list: its title, its progress, and the link to label it. */
@customElement('project-card')
export class ProjectCardElement extends LitElement {
  static override styles = [shared, buttons, styles];

  @property({attribute: false}) project?: Project;

  /** Whether the person may look into it and export it. */
  @property({attribute: false}) exports = false;

  override render() {
    const project = this.project;
    if (!project) return nothing;
    const name = titleOf(project);
    const total = project.task_number ?? 0;
    const finished = project.finished_task_number ?? 0;
    const judgements = project.total_annotations_number ?? 0;
    const progress =
      total > 0
        ? html`<div class="progress">
            <progress-meter .finished=${finished} .total=${total}></progress-meter>
            ${
              this.exports
                ? html`<p class="counts">${counts(total - finished, judgements)}${judged(project)}</p>`
                : nothing
            }
          </div>`
        : html`<span class="none">${laterTexts.projects.noTasks}</span>`;
    return html`
      <div>
        <h2>${this.exports ? html`<a href=${paths.tab(project.id, 'overview')}>${name}</a>` : name}</h2>
        ${project.description ? html`<p>${project.description}</p>` : nothing}
        ${this.exports ? this.#needs(project) : nothing} ${this.#warnings(project.label_config_warnings)}
      </div>
      ${progress}
      <div class="actions">
        ${
          this.exports
            ? html`<a
                class="quiet"
                href=${paths.tab(project.id, 'export')}
                aria-label=${laterTexts.projects.exportProject(name)}
                >${laterTexts.projects.export}</a
              >`
            : nothing
        }
        <a
          class="button ${total > finished ? '' : 'spent'}"
          href=${paths.label(project.id)}
          aria-label=${laterTexts.projects.labelProject(name)}
        >
          ${laterTexts.projects.label}
        </a>
      </div>
    `;
  }

  /** What keeps the project from being judged, with the way to where that is done. */
  #needs(project: Project) {
    const needs = needsOf(project);
    if (needs.length === 0) return nothing;
    return html`<p class="needs">
      ${laterTexts.projects.needs}:
      ${needs.map(
        (need, i) =>
          html`${i > 0 ? ' · ' : ''}<a href=${paths.tab(project.id, PLACES[need])}
              >${laterTexts.projects.need[need]}</a
            >`,
      )}
    </p>`;
  }

  #warnings(warnings: string[]) {
    if (warnings.length === 0) return nothing;
    return html`<details>
      <summary>${laterTexts.projects.warnings(warnings.length)}</summary>
      <ul>
        ${warnings.map((warning) => html`<li>${warning}</li>`)}
      </ul>
    </details>`;
  }
}

function judged({judged_at: when}: Project) {
  if (!when) return nothing;
  const said = laterTexts.projects.judgedWhen(spokenWhen(when, Date.now()));
  return html` · <time datetime=${when} title=${exactWhen(when)}>${said}</time>`;
}

function counts(remaining: number, judgements: number): string {
  const {remaining: left, judged} = laterTexts.projects;
  return [...(remaining > 0 ? [left(remaining)] : []), judged(judgements)].join(' · ');
}

declare global {
  interface HTMLElementTagNameMap {
    'project-card': ProjectCardElement;
  }
}
