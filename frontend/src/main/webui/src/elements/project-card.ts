import {LitElement, css, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';

import type {Project} from '../api.js';
import {paths} from '../navigation.js';
import {buttons, card, shared} from '../styles/shared.js';
import './progress-meter.js';

/** One project in the list: what it is called, how far it is, and the way to label it. */
@customElement('project-card')
export class ProjectCardElement extends LitElement {
  static override styles = [
    shared,
    buttons,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr) 260px auto;
        align-items: center;
        gap: var(--space-2) var(--space-6);
        padding: var(--space-4) var(--space-5);
        ${card}
      }
      h2 {
        margin: 0;
        font-size: var(--text-3);
        font-weight: 600;
        line-height: 1.4;
        overflow-wrap: anywhere;
      }
      p {
        display: -webkit-box;
        margin: 2px 0 0;
        overflow: hidden;
        color: var(--ink-2);
        font-size: var(--text-2);
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
      }
      .button.spent {
        border-color: var(--line);
        background: none;
        color: var(--accent);
      }
      .button.spent:hover {
        background: var(--accent-wash);
      }
      .none {
        text-align: end;
        color: var(--ink-2);
        font-size: var(--text-1);
      }
      @media (max-width: 760px) {
        :host {
          grid-template-columns: minmax(0, 1fr) auto;
          padding: var(--space-4);
        }
        progress-meter,
        .none {
          grid-column: 1 / -1;
          grid-row: 2;
        }
      }
    `,
  ];

  @property({attribute: false}) project?: Project;

  override render() {
    const project = this.project;
    if (!project) return nothing;
    const name = project.title || `Project ${project.id}`;
    const total = project.task_number ?? 0;
    const finished = project.finished_task_number ?? 0;
    return html`
      <div>
        <h2>${name}</h2>
        ${project.description ? html`<p>${project.description}</p>` : nothing}
      </div>
      ${total > 0
        ? html`<progress-meter .finished=${finished} .total=${total}></progress-meter>`
        : html`<span class="none">No tasks yet</span>`}
      <a class="button ${total > finished ? '' : 'spent'}" href=${paths.label(project.id)} aria-label="Label ${name}">Label</a>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'project-card': ProjectCardElement;
  }
}
