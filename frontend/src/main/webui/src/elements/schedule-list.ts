import {LitElement, html, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';

import type {Format} from '../model/export-choice.js';
import {
  type Every,
  type Schedule,
  type Target,
  WEEKDAYS,
  type Weekday,
  isUnderWay,
  scheduled,
} from '../model/deliveries.js';
import {exactWhen, spokenMoment} from '../model/when.js';
import {ownerTexts} from '../owner-texts.js';
import {later} from '../platform.js';
import {fields} from '../styles/fields.js';
import {buttons, shared} from '../styles/shared.js';
import {targetApi} from '../target-api.js';
import {ActionController} from './action-controller.js';
import {choiceOf} from './choice-templates.js';
import {LoadController} from './load-controller.js';
import {styles} from './target-section.styles.js';

const words = ownerTexts.schedules;
const {every: everyWords} = words;
const AGAIN_MILLIS = 2000;

/**
 * Lists the exports that are made again and again, and makes one of what is selected now.
 *
 * @fires logged-out
 */
@customElement('schedule-list')
export class ScheduleListElement extends LitElement {
  static override styles = [shared, buttons, fields, styles];

  @property({attribute: false}) projectId = 0;
  @property({attribute: false}) targets: readonly Target[] = [];
  /** The parameters that select rows now. */
  @property({attribute: false}) selection: readonly (readonly [string, string])[] = [];
  @property({attribute: false}) formats: readonly Format[] = [];

  @state() private named = '';
  @state() private format = '';
  @state() private target = '';
  @state() private every: Every = 'day';
  @state() private at = '03:00';
  @state() private weekday: Weekday = 'monday';
  @state() private said = '';

  readonly #action = new ActionController(this);
  readonly #load = new LoadController<readonly Schedule[]>(this, (signal) => this.#read(signal));
  #cancelWait: (() => void) | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#cancelWait?.();
  }

  async #read(signal: AbortSignal): Promise<readonly Schedule[]> {
    this.#cancelWait?.();
    const schedules = await targetApi.schedules(this.projectId, signal);
    const isMoving = schedules.some(({runs}) => runs.some(isUnderWay));
    if (isMoving) this.#cancelWait = later(AGAIN_MILLIS, () => void this.#load.read());
    return schedules;
  }

  override render() {
    const {problem} = this.#action;
    const {loaded} = this.#load;
    return html`<h3>${words.title}</h3>
      <p class="hint">${words.hint}</p>
      ${this.#form()}
      <p role="status">${this.said}</p>
      ${problem ? html`<p class="problem" role="alert">${problem}</p>` : nothing}
      ${loaded ? this.#list(loaded) : this.#load.instead()}`;
  }

  #form() {
    return html`<form @submit=${this.#onAdd}>
      <label>
        <span class="title">${words.name}</span>
        <input
          autocomplete="off"
          dir="auto"
          maxlength="150"
          .value=${this.named}
          @input=${(event: Event) => (this.named = (event.target as HTMLInputElement).value)}
        />
      </label>
      ${choiceOf(
        ownerTexts.targets.format,
        this.formats.map(({name, title}) => [name, title]),
        this.format,
        (value) => (this.format = value),
      )}
      ${choiceOf(
        ownerTexts.targets.target,
        this.targets.map(({name, kind}) => [name, ownerTexts.targets.kinds[kind](name)]),
        this.target,
        (value) => (this.target = value),
      )}
      ${choiceOf(words.often, Object.entries(everyWords), this.every, (value) => (this.every = value as Every))}
      ${
        this.every === 'week'
          ? choiceOf(
              words.weekday,
              WEEKDAYS.map((day) => [day, words.weekdays[day]]),
              this.weekday,
              (value) => (this.weekday = value as Weekday),
            )
          : nothing
      }
      <label>
        <span class="title">${words.at}</span>
        <input
          type="time"
          required
          .value=${this.at}
          @input=${(event: Event) => (this.at = (event.target as HTMLInputElement).value)}
        />
      </label>
      <button class="button" ?disabled=${this.named.trim() === '' || this.at === ''}>${words.add}</button>
    </form>`;
  }

  #list(schedules: readonly Schedule[]) {
    if (schedules.length === 0) return html`<p class="hint">${words.none}</p>`;
    return html`<ul aria-label=${words.title}>
      ${schedules.map((one) => this.#item(one))}
    </ul>`;
  }

  #item(one: Schedule) {
    const {id, title, paused, next_at: next} = one;
    const format = this.formats.find(({name}) => name === one.parameters['exportType']);
    const now = Date.now();
    return html`<li>
      <h4 dir="auto">${title}</h4>
      <p class="hint">${words.about(one, format?.title ?? '')}</p>
      <p class="hint">
        ${next === null ? words.paused : html`<time datetime=${next} title=${exactWhen(next)}>${words.next(spokenMoment(next, now))}</time>`}
      </p>
      ${this.#runs(one)}
      <p class="actions">
        ${this.#button(words.run, words.runName(title), () => targetApi.runSchedule(this.projectId, id), words.running(title))}
        ${this.#button(
          paused ? words.goOn : words.pause,
          paused ? words.goOnName(title) : words.pauseName(title),
          () => targetApi.pauseSchedule(this.projectId, id, !paused),
          '',
        )}
        ${this.#button(words.delete, words.deleteName(title), () => targetApi.deleteSchedule(this.projectId, id), words.deleted(title))}
      </p>
    </li>`;
  }

  #runs({title, runs}: Schedule) {
    if (runs.length === 0) return nothing;
    const now = Date.now();
    return html`<ol aria-label=${words.runs(title)}>
      ${runs
        .slice(0, 3)
        .map(
          ({due_at: due, state: run, note}) =>
            html`<li dir="auto">
              ${words.ran(spokenMoment(due, now), run)}${note === null ? nothing : html` – ${note}`}
            </li>`,
        )}
    </ol>`;
  }

  #button(shown: string, name: string, action: () => Promise<unknown>, said: string) {
    return html`<button class="quiet edge" aria-label=${name} @click=${() => void this.#change(action, said)}>
      ${shown}
    </button>`;
  }

  readonly #onAdd = (event: Event) => {
    event.preventDefault();
    const title = this.named.trim();
    const format = this.format || this.formats[0]?.name;
    const target = this.target || this.targets[0]?.name;
    if (title === '' || format === undefined || target === undefined) return;
    const {every, at, weekday} = this;
    const day = every === 'week' ? {weekday} : {};
    const wanted = {title, target, every, at, ...day, parameters: scheduled(format, this.selection)};
    void this.#change(async () => {
      await targetApi.addSchedule(this.projectId, wanted);
      this.named = '';
    }, words.added(title));
  };

  async #change(action: () => Promise<unknown>, said: string): Promise<void> {
    this.said = '';
    if (!(await this.#action.run(action))) return;
    this.said = said;
    await this.#load.read();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'schedule-list': ScheduleListElement;
  }
}
