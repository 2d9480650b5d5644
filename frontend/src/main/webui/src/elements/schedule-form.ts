import {LitElement, type PropertyValues, html, nothing} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';

import {
  type Every,
  type NewSchedule,
  type Schedule,
  type Target,
  WEEKDAYS,
  type Weekday,
  rescheduled,
  scheduled,
} from '../model/deliveries.js';
import type {Format} from '../model/export-choice.js';
import {ownerTexts} from '../owner-texts.js';
import {fields} from '../styles/fields.js';
import {buttons, shared} from '../styles/shared.js';
import {targetApi} from '../target-api.js';
import {ActionController} from './action-controller.js';
import {choiceOf} from './choice-templates.js';
import {fieldProblem, problemId} from './field-problem.js';
import {ScheduleKeptEvent} from './schedule-kept-event.js';
import {styles} from './target-section.styles.js';

const words = ownerTexts.schedules;
const NAMES = ['title', 'exportType', 'target', 'every', 'weekday', 'at', 'keep'] as const;
type Name = (typeof NAMES)[number];
const NEW: Readonly<Record<Name, string>> = {
  title: '',
  exportType: '',
  target: '',
  every: 'day',
  weekday: WEEKDAYS[0],
  at: '03:00',
  keep: '',
};

/**
 * Asks what a schedule is to be: a new one of what is selected now, or one that is there.
 *
 * @fires schedule-kept
 * @fires cancel
 * @fires logged-out
 */
@customElement('schedule-form')
export class ScheduleFormElement extends LitElement {
  static override styles = [shared, buttons, fields, styles];

  @property({attribute: false}) projectId = 0;
  @property({attribute: false}) targets: readonly Target[] = [];
  /** The parameters that select rows now. */
  @property({attribute: false}) selection: readonly (readonly [string, string])[] = [];
  @property({attribute: false}) formats: readonly Format[] = [];
  /** The one that is changed; undefined for a new one. */
  @property({attribute: false}) schedule: Schedule | undefined;

  @state() private values = NEW;
  @state() private takesSelection = false;

  @query('input') private readonly first!: HTMLInputElement | null;

  readonly #action = new ActionController(this, (name) => NAMES.includes(name as Name));

  override willUpdate(changed: PropertyValues<this>): void {
    // It is read again while somebody writes: what they wrote stays.
    if (!this.schedule || !changed.has('schedule') || changed.get('schedule')?.id === this.schedule.id) return;
    const {title, target, every, at, weekday, keep, parameters} = this.schedule;
    const {exportType = ''} = parameters;
    this.values = {title, exportType, target, every, at, weekday: weekday ?? NEW.weekday, keep: keep ? `${keep}` : ''};
  }

  override firstUpdated(): void {
    if (this.schedule) this.first?.focus();
  }

  override render() {
    const {schedule, values} = this;
    const {problem} = this.#action;
    return html`<form
        aria-label=${schedule ? words.changeName(schedule.title) : words.add}
        @submit=${this.#onSubmit}
        @keydown=${this.#onKey}
      >
        ${this.#input('title', words.name, 'text')}
        ${this.#choice(
          'exportType',
          ownerTexts.targets.format,
          this.formats.map(({name, title}) => [name, title]),
        )}
        ${this.#choice(
          'target',
          ownerTexts.targets.target,
          this.targets.map(({name, kind}) => [name, ownerTexts.targets.kinds[kind](name)]),
        )}
        ${this.#choice('every', words.often, Object.entries(words.every))}
        ${
          values.every === 'week'
            ? this.#choice(
                'weekday',
                words.weekday,
                WEEKDAYS.map((day) => [day, words.weekdays[day]]),
              )
            : nothing
        }
        ${this.#input('at', words.at, 'time')} ${this.#input('keep', words.keep, 'number')}
        <p class="hint" id="keep-hint">${words.keepHint}</p>
        ${schedule ? this.#rows() : nothing}
        <p class="actions">
          <button class="button" ?disabled=${values.title.trim() === '' || values.at === ''}>
            ${schedule ? words.save : words.add}
          </button>
          ${
            schedule
              ? html`<button type="button" class="quiet edge" @click=${this.#cancel}>${words.cancel}</button>`
              : nothing
          }
        </p>
      </form>
      ${problem ? html`<p class="problem" role="alert" dir="auto">${problem}</p>` : nothing}`;
  }

  #input(name: Name, label: string, type: 'text' | 'time' | 'number') {
    const problem = this.#action.at(name);
    const hint = name === 'keep' ? 'keep-hint' : '';
    const described = [hint, problem ? problemId(name) : ''].filter((id) => id !== '').join(' ');
    return html`<div class="field">
      <label>
        <span class="title">${label}</span>
        <input
          type=${type}
          autocomplete="off"
          dir="auto"
          maxlength=${type === 'text' ? 150 : nothing}
          min=${type === 'number' ? 1 : nothing}
          max=${type === 'number' ? 1000 : nothing}
          ?required=${type === 'time'}
          aria-invalid=${problem !== ''}
          aria-describedby=${described || nothing}
          .value=${this.values[name]}
          @input=${(event: Event) => this.#set(name, (event.target as HTMLInputElement).value)}
        />
      </label>
      ${fieldProblem(name, problem)}
    </div>`;
  }

  #choice(name: Name, label: string, options: readonly (readonly [string, string])[]) {
    const problem = this.#action.at(name);
    return html`<div class="field">
      ${choiceOf(label, options, this.values[name], (value) => this.#set(name, value), problem ? problemId(name) : '')}
      ${fieldProblem(name, problem)}
    </div>`;
  }

  /** Whether its rows are those that are selected on the page now; otherwise they stay. */
  #rows() {
    return html`<label class="flag">
      <input
        type="checkbox"
        .checked=${this.takesSelection}
        @change=${(event: Event) => (this.takesSelection = (event.target as HTMLInputElement).checked)}
      />
      ${words.takeSelection}
    </label>`;
  }

  #set(name: Name, value: string): void {
    this.values = {...this.values, [name]: value};
    this.#action.changed(name);
  }

  readonly #cancel = () => {
    this.dispatchEvent(new Event('cancel'));
  };

  readonly #onKey = ({key}: KeyboardEvent) => {
    if (key === 'Escape' && this.schedule) this.#cancel();
  };

  readonly #onSubmit = (event: Event) => {
    event.preventDefault();
    const {schedule, projectId} = this;
    const {title, exportType, target, every, at, weekday, keep} = this.values;
    const wanted = {
      title: title.trim(),
      target: target || this.targets[0]?.name,
      every: every as Every,
      at,
      ...(every === 'week' ? {weekday: weekday as Weekday} : {}),
      keep: keep === '' ? null : Number(keep),
    };
    const format = exportType || this.formats[0]?.name;
    if (wanted.title === '' || wanted.target === undefined || format === undefined) return;
    const asked = {...wanted, target: wanted.target, parameters: this.#parameters(format)};
    void this.#send(wanted.title, () =>
      schedule ? targetApi.changeSchedule(projectId, schedule.id, asked) : targetApi.addSchedule(projectId, asked),
    );
  };

  #parameters(format: string): NewSchedule['parameters'] {
    const {schedule, formats, selection} = this;
    return schedule
      ? rescheduled(schedule, format, formats, this.takesSelection ? selection : undefined)
      : scheduled(format, selection);
  }

  async #send(title: string, action: () => Promise<unknown>): Promise<void> {
    if (!(await this.#action.run(action))) return;
    if (!this.schedule) this.values = {...this.values, title: ''};
    this.dispatchEvent(new ScheduleKeptEvent(title));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'schedule-form': ScheduleFormElement;
  }
}
