import {LitElement, css, html} from 'lit';
import {customElement, property} from 'lit/decorators.js';

import {plainNumber, spokenNumber} from '../model/numbers.js';
import {sampleOf} from '../model/sample.js';
import type {ListedTask} from '../owner-api.js';
import {ownerTexts} from '../owner-texts.js';
import {shared} from '../styles/shared.js';
import {tables} from '../styles/tables.js';

const SHOWN_MAX = 160;

/** Lists tasks with the beginnings of their data. */
@customElement('task-table')
export class TaskTableElement extends LitElement {
  static override styles = [
    shared,
    tables,
    css`
      td.text {
        max-width: 22rem;
        text-align: start;
        white-space: normal;
        overflow-wrap: anywhere;
        vertical-align: top;
      }
      th.text {
        text-align: start;
      }
      td,
      tbody th {
        vertical-align: top;
      }
      tr > :first-child {
        min-width: 3rem;
      }
    `,
  ];

  @property({attribute: false}) tasks: readonly ListedTask[] = [];
  /** The keys of the data that are shown. */
  @property({attribute: false}) columns: readonly string[] = [];

  override render() {
    const {title, number, judgements, state} = ownerTexts.tasks.table;
    return html`<div class="scroll" tabindex="0" role="group" aria-label=${title}>
      <table>
        <thead>
          <tr>
            <th scope="col">${number}</th>
            ${this.columns.map((column) => html`<th scope="col" class="text" dir="auto">${column}</th>`)}
            <th scope="col">${judgements}</th>
            <th scope="col">${state}</th>
          </tr>
        </thead>
        <tbody>
          ${this.tasks.map((task) => this.#row(task))}
        </tbody>
      </table>
    </div>`;
  }

  #row({
    inner_id: number,
    data,
    total_annotations: judgements,
    cancelled_annotations: skipped,
    is_labeled: isDone,
  }: ListedTask) {
    const {done, open, skips} = ownerTexts.tasks.table;
    return html`<tr>
      <th scope="row">${plainNumber(number)}</th>
      ${this.columns.map((column) => html`<td class="text" dir="auto">${sampleOf(data[column], SHOWN_MAX)}</td>`)}
      <td>${skipped > 0 ? skips(judgements, skipped) : spokenNumber(judgements)}</td>
      <td>${isDone ? done : open}</td>
    </tr>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'task-table': TaskTableElement;
  }
}
