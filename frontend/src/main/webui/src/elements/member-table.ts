import {LitElement, css, html, nothing} from 'lit';
import {customElement, property, queryAll} from 'lit/decorators.js';

import {spokenBucket, spokenSeconds} from '../model/figures.js';
import {spokenNumber} from '../model/numbers.js';
import {type Member, figuresOf} from '../model/people.js';
import {nameOf} from '../model/person.js';
import type {Annotator} from '../model/statistics.js';
import {ownerTexts} from '../owner-texts.js';
import {peopleStyles, peopleTables} from '../styles/people.js';
import {buttons, shared} from '../styles/shared.js';
import {tables} from '../styles/tables.js';

const {judgements, skipped, time, last} = ownerTexts.overview.people;
/** What is told of each member's work. */
const COLUMNS = [judgements, skipped, time, last];

/** Fired when somebody is to be a member no more. */
export class RemoveEvent extends Event {
  static readonly type = 'remove-member';

  constructor(readonly member: Member) {
    super(RemoveEvent.type);
  }
}

/**
 * Lists the members of a project, with what they have judged there.
 *
 * @fires remove-member
 */
@customElement('member-table')
export class MemberTableElement extends LitElement {
  static override styles = [
    shared,
    buttons,
    tables,
    peopleStyles,
    peopleTables,
    css`
      :host {
        display: block;
      }
    `,
  ];

  @property({attribute: false}) members: readonly Member[] = [];
  /** undefined where they cannot be had: the columns are left out then. */
  @property({attribute: false}) figures: readonly Annotator[] | undefined;

  @queryAll('tbody button') private readonly buttons!: NodeListOf<HTMLElement>;

  /** Moves the focus to what can be done with a member. */
  focusMember(user: number): void {
    void this.updateComplete.then(() =>
      this.buttons[this.members.findIndex((member) => member.user === user)]?.focus(),
    );
  }

  override render() {
    const {name, role, members} = ownerTexts.people;
    const columns = [name, role, ...(this.figures ? COLUMNS : [])];
    return html`<div class="scroll" tabindex="0" role="group" aria-label=${members}>
      <table role="table">
        <thead>
          <tr role="row">
            ${columns.map((column) => html`<th scope="col" role="columnheader">${column}</th>`)}
            <td></td>
          </tr>
        </thead>
        <tbody>
          ${this.members.map((member) => this.#row(member))}
        </tbody>
      </table>
    </div>`;
  }

  #row(member: Member) {
    const name = nameOf(member);
    const {role, roles, remove, removeName} = ownerTexts.people;
    return html`<tr role="row">
      <th scope="row" role="rowheader" dir="auto">
        ${name} ${name === member.email ? nothing : html`<span class="email">${member.email}</span>`}
      </th>
      <td role="cell" data-column=${role}>${roles[member.role]}</td>
      ${
        this.figures
          ? cells(figuresOf(member, this.figures)).map(
              (cell, place) => html`<td role="cell" data-column=${COLUMNS[place]}>${cell}</td>`,
            )
          : nothing
      }
      <td role="cell">
        <button
          class="quiet edge"
          aria-label=${removeName(name)}
          @click=${() => this.dispatchEvent(new RemoveEvent(member))}
        >
          ${remove}
        </button>
      </td>
    </tr>`;
  }
}

/** As the overview says them; a member who has done nothing has no more than that. */
function cells(figures: Annotator | undefined): string[] {
  if (!figures) return [spokenNumber(0), spokenNumber(0), '–', '–'];
  const {judgements, skipped, median_lead_time_s: median, last_hour} = figures;
  return [
    spokenNumber(judgements),
    spokenNumber(skipped),
    median === null ? '–' : spokenSeconds(median),
    spokenBucket(Date.parse(last_hour), 'hour'),
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'member-table': MemberTableElement;
  }
}
