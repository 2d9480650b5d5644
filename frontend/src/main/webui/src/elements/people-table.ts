import {LitElement, html} from 'lit';
import {customElement, property} from 'lit/decorators.js';

import {spokenNumber} from '../model/numbers.js';
import {spokenBucket, spokenSeconds, spokenShare} from '../model/figures.js';
import type {Annotator} from '../model/statistics.js';
import {ownerTexts} from '../owner-texts.js';
import {shared} from '../styles/shared.js';
import {tables} from '../styles/tables.js';

/** Lists what each person has judged in a project, those first who judged most. */
@customElement('people-table')
export class PeopleTableElement extends LitElement {
  static override styles = [shared, tables];

  @property({attribute: false}) people: readonly Annotator[] = [];

  override render() {
    const {title, name, judgements, skipped, time, left, last} = ownerTexts.overview.people;
    return html`<div class="scroll" tabindex="0" role="group" aria-label=${title}>
      <table>
        <thead>
          <tr>
            ${[name, judgements, skipped, time, left, last].map((words) => html`<th scope="col">${words}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${[...this.people].sort((a, b) => b.judgements - a.judgements).map(row)}
        </tbody>
      </table>
    </div>`;
  }
}

function row(person: Annotator) {
  const {gone} = ownerTexts.overview.people;
  return html`<tr>
    <th scope="row" dir="auto">${person.name || gone(person.user)}</th>
    <td>${spokenNumber(person.judgements)}</td>
    <td>${spokenNumber(person.skipped)}</td>
    <td>${person.median_lead_time_s === null ? '–' : spokenSeconds(person.median_lead_time_s)}</td>
    <td>${person.share === null ? '–' : spokenShare(person.share)}</td>
    <td>${spokenBucket(Date.parse(person.last_hour), 'hour')}</td>
  </tr>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'people-table': PeopleTableElement;
  }
}
