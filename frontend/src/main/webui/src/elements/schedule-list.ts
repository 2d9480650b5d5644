import {LitElement, html, nothing} from 'lit';
import {customElement, property, queryAll, state} from 'lit/decorators.js';

import type {Format} from '../model/export-choice.js';
import {type Schedule, type Target, isUnderWay} from '../model/deliveries.js';
import {exactWhen, spokenMoment} from '../model/when.js';
import {ownerTexts} from '../owner-texts.js';
import {later} from '../platform.js';
import {fields} from '../styles/fields.js';
import {buttons, shared} from '../styles/shared.js';
import {targetApi} from '../target-api.js';
import {ActionController} from './action-controller.js';
import {LoadController} from './load-controller.js';
import type {ScheduleKeptEvent} from './schedule-kept-event.js';
import {styles} from './target-section.styles.js';
import './schedule-form.js';

const words = ownerTexts.schedules;
const AGAIN_MILLIS = 2000;

/**
 * Lists the exports that are made again and again, makes one of what is selected now, and changes one in its place.
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

  @state() private said = '';
  /** The one that is being changed. */
  @state() private changing: number | undefined;

  @queryAll('[data-change]') private readonly changers!: NodeListOf<HTMLElement>;

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
      <schedule-form
        .projectId=${this.projectId}
        .targets=${this.targets}
        .selection=${this.selection}
        .formats=${this.formats}
        @schedule-kept=${({title}: ScheduleKeptEvent) => void this.#onKept(words.added(title))}
      ></schedule-form>
      <p role="status">${this.said}</p>
      ${problem ? html`<p class="problem" role="alert">${problem}</p>` : nothing}
      ${loaded ? this.#list(loaded) : this.#load.instead()}`;
  }

  #list(schedules: readonly Schedule[]) {
    if (schedules.length === 0) return html`<p class="hint">${words.none}</p>`;
    return html`<ul aria-label=${words.title}>
      ${schedules.map((one) => this.#item(one))}
    </ul>`;
  }

  #item(one: Schedule) {
    return one.id === this.changing ? this.#form(one) : this.#shown(one);
  }

  #form(one: Schedule) {
    const {id, title} = one;
    return html`<li>
      <h4 dir="auto">${title}</h4>
      <schedule-form
        .projectId=${this.projectId}
        .targets=${this.targets}
        .selection=${this.selection}
        .formats=${this.formats}
        .schedule=${one}
        @cancel=${() => void this.#changed(id)}
        @schedule-kept=${async ({title: named}: ScheduleKeptEvent) => {
          await this.#onKept(words.changed(named));
          await this.#changed(id);
        }}
      ></schedule-form>
    </li>`;
  }

  #shown(one: Schedule) {
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
        <button
          class="quiet edge"
          data-change=${id}
          aria-label=${words.changeName(title)}
          @click=${() => {
            this.said = '';
            this.changing = id;
          }}
        >
          ${words.change}
        </button>
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

  async #onKept(said: string): Promise<void> {
    await this.#load.read();
    this.said = said;
  }

  /** Goes back to the button that began it. */
  async #changed(id: number): Promise<void> {
    this.changing = undefined;
    await this.updateComplete;
    [...this.changers].find(({dataset}) => dataset['change'] === `${id}`)?.focus();
  }

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
