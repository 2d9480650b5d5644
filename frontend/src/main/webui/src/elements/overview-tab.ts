import {LitElement, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';

import {type Project, api} from '../api.js';
import {laterTexts} from '../later-texts.js';
import {spokenNumber} from '../model/numbers.js';
import type {Settings} from '../model/project-settings.js';
import {spokenSeconds} from '../model/figures.js';
import {type Statistics, courseOf, secondsLeft} from '../model/statistics.js';
import {StatisticsFeed} from '../model/statistics-feed.js';
import {paths} from '../navigation.js';
import {ownerApi} from '../owner-api.js';
import {ownerTexts} from '../owner-texts.js';
import {later} from '../platform.js';
import {watchPresence} from '../presence.js';
import {Problem} from '../requests.js';
import {buttons, shared} from '../styles/shared.js';
import {texts} from '../texts.js';
import {LoggedOutEvent} from './logged-out-event.js';
import {agreementCard, lengthCard, pairsCard, sidesCard} from './overview-cards.js';
import {styles} from './overview-tab.styles.js';
import './people-table.js';
import './page-message.js';
import './share-bar.js';
import './time-chart.js';

const words = ownerTexts.overview;

/**
 * Shows what a project's judgements are like, and follows them.
 *
 * @fires logged-out
 */
@customElement('overview-tab')
export class OverviewTabElement extends LitElement {
  static override styles = [shared, buttons, styles];

  @property({attribute: false}) project!: Project;

  #listening: AbortController | undefined;
  readonly #feed = new StatisticsFeed({
    ask: async (signal) => {
      const {id} = this.project;
      const [statistics, project] = await Promise.all([ownerApi.statistics(id, signal), api.project(id, signal)]);
      return {statistics, project};
    },
    open: () =>
      typeof EventSource === 'function' ? new EventSource(ownerApi.statisticsStream(this.project.id)) : undefined,
    later,
    now: () => performance.now(),
    onChange: () => this.#onChange(),
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.#listening = new AbortController();
    const onVisible = (visible: boolean) => this.#feed.setVisible(visible);
    watchPresence({onVisible, onActivity: () => undefined}, this.#listening.signal);
    if (!document.hidden) this.#feed.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#listening?.abort();
    this.#feed.stop();
  }

  override render() {
    const {statistics, failure} = this.#feed;
    return html`<h1>${ownerTexts.project.tabs.overview}</h1>
      ${failure !== undefined && statistics ? html`<p class="stale" role="status">${words.stale}</p>` : nothing}
      ${statistics ? this.#figures(statistics) : failure === undefined ? skeleton() : this.#failed()}`;
  }

  #figures(statistics: Statistics) {
    if (statistics.judgements + statistics.skipped === 0) return this.#empty();
    return html`<div class="tiles">${this.#tiles(statistics)}</div>
      <section class="card wide" aria-labelledby="course">
        <h2 id="course">${words.course.title}</h2>
        <time-chart .course=${courseOf(statistics)}></time-chart>
      </section>
      <div class="cards">
        ${pairsCard(statistics)} ${agreementCard(statistics)} ${sidesCard(statistics)} ${lengthCard(statistics)}
      </div>
      <section class="card wide" aria-labelledby="people">
        <h2 id="people">${words.people.title}</h2>
        <people-table .people=${statistics.people}></people-table>
      </section>`;
  }

  #tiles({judgements, skipped, course, lead_time_s: time, topic}: Statistics) {
    const project = (this.#feed.project ?? this.project) as Project & Partial<Settings>;
    const total = project.task_number ?? 0;
    const finished = project.finished_task_number ?? 0;
    const left = (total - finished) * (project.maximum_annotations ?? 1);
    return [
      tile(words.judgements.title, spokenNumber(judgements), words.judgements.hint(skipped)),
      tile(
        words.done.title,
        words.done.value(finished, total),
        left === 0 ? words.done.all : words.done.left(secondsLeft(course, left, Date.now())),
      ),
      tile(
        words.time.title,
        time.median === null ? '–' : spokenSeconds(time.median),
        time.p90 === null ? words.time.none : words.time.hint(time.p90),
      ),
      tile(
        words.topic.title,
        spokenNumber(topic.rows),
        topic.lag_ms === null ? words.topic.none : words.topic.hint(topic.lag_ms),
      ),
    ];
  }

  #empty() {
    return html`<page-message level="2" headline=${words.emptyHeadline}>
      ${words.empty}
      <a slot="actions" class="button" href=${paths.label(this.project.id)}>${laterTexts.projects.label}</a>
    </page-message>`;
  }

  #failed() {
    const {failure} = this.#feed;
    const why = failure instanceof Problem ? failure.message : words.failed;
    return html`<page-message level="2" sign="…" headline=${words.failedHeadline}>
      ${why}
      <button slot="actions" class="button" @click=${() => this.#feed.start()}>${texts.actions.tryNow}</button>
    </page-message>`;
  }

  #onChange(): void {
    const {failure} = this.#feed;
    if (failure instanceof Problem && failure.status === 401) {
      this.#feed.stop();
      this.dispatchEvent(new LoggedOutEvent());
    }
    this.requestUpdate();
  }
}

function tile(title: string, value: string, hint: string) {
  return html`<section class="card">
    <h2>${title}</h2>
    <p class="value">${value}</p>
    <p class="hint">${hint}</p>
  </section>`;
}

/** Where the figures will be. */
function skeleton() {
  return html`<div class="tiles" aria-hidden="true">
    ${[1, 2, 3, 4].map(() => html`<div class="card waiting"></div>`)}
    <div class="card waiting chart"></div>
  </div>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'overview-tab': OverviewTabElement;
  }
}
