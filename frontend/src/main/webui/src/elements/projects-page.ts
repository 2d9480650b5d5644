import {LitElement, html, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';

import type {Project, User} from '../api.js';
import {leaveFiles} from '../chosen-files.js';
import {laterApi} from '../later-api.js';
import {laterTexts} from '../later-texts.js';
import {hasPractised} from '../practised.js';
import {later} from '../platform.js';
import {Problem} from '../requests.js';
import {nameOf} from '../model/person.js';
import {joined, titled} from '../model/project-search.js';
import {navigate} from '../navigation.js';
import {otherPaths} from '../other-places.js';
import {buttons, shared} from '../styles/shared.js';
import {texts} from '../texts.js';
import type {FilesChosenEvent} from './file-box.js';
import {FileDrop} from './file-drop.js';
import {LogOutEvent} from './log-out-event.js';
import {LoggedOutEvent} from './logged-out-event.js';
import {type ProjectOrderEvent, isByJudged, keepOrder} from './project-order.js';
import {styles} from './projects-page.styles.js';
import {skeleton} from './projects-skeleton.js';
import '../command-keys.js';
import './first-project.js';
import './page-header.js';
import './page-message.js';
import './practice-card.js';
import './project-card.js';
import './project-order.js';
import './theme-switch.js';

const SEARCHED_MIN = 5; // fewer are seen at a glance
const REST_MILLIS = 250;

/**
 * Lists every project that the person may work on.
 *
 * @fires log-out
 * @fires logged-out
 */
@customElement('projects-page')
export class ProjectsPageElement extends LitElement {
  static override styles = [shared, buttons, styles];

  @property({attribute: false}) user?: User;

  @state() private projects: Project[] = [];
  @state() private total = 0;
  @state() private written = '';
  /** Projects that the server found, of which the list has none yet. */
  @state() private others: Project[] = [];
  @state() private searching: 'no' | 'asked' | 'failed' = 'no';
  @state() private phase: 'loading' | 'loaded' | 'failed' = 'loading';

  /** Whoever may create projects makes one of what they drop or paste here. */
  readonly #drop = new FileDrop(this, {
    take: (files) => this.#mayCreate && this.#make(files),
    mayPaste: () => this.#mayCreate,
  });
  #page = 0;
  #rest: () => void = () => undefined;
  #finding: AbortController | undefined;
  #loading: AbortController | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    document.title = texts.page.title(laterTexts.projects.title);
    void this.#loadMore();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#rest();
    this.#finding?.abort();
    this.#loading?.abort();
  }

  override render() {
    const {user} = this;
    return html`
      <page-header>
        <span class="grow"></span>
        ${user ? html`<span class="who">${nameOf(user)}</span>` : nothing}
        <a class="quiet" href=${otherPaths.ownJudgements}>${laterTexts.judgements.title}</a>
        <a class="quiet" href=${otherPaths.account}>${laterTexts.projects.account}</a>
        ${this.#mayCreate ? html`<a class="quiet" href=${otherPaths.people}>${laterTexts.projects.people}</a>` : nothing}
        <theme-switch></theme-switch>
        <button class="quiet" @click=${() => this.dispatchEvent(new LogOutEvent())}>
          ${laterTexts.projects.logOut}
        </button>
      </page-header>
      <main
        class=${this.#mayCreate && this.#drop.isOver ? 'over' : nothing}
        aria-busy=${this.phase === 'loading'}
        @files-chosen=${(event: FilesChosenEvent) => this.#make(event.files)}
      >
        ${this.#body()}
      </main>
    `;
  }

  #body() {
    if (this.projects.length > 0) {
      return html`<div class="top">
          <h1>${laterTexts.projects.title}</h1>
          ${this.#mayCreate ? html`<a class="button" href=${otherPaths.newProject}>${laterTexts.projects.newProject}</a>` : nothing}
        </div>
        <div class="tools">${this.total > SEARCHED_MIN ? this.#search() : nothing} ${this.#order()}</div>
        ${this.#practice()} ${this.#cards()}`;
    }
    if (this.phase === 'failed') {
      return html`<page-message sign="…" headline=${laterTexts.projects.failedHeadline}>
        ${laterTexts.projects.failed}
        <button slot="actions" class="button" @click=${() => this.#loadMore()}>${texts.actions.tryAgain}</button>
      </page-message>`;
    }
    return this.phase === 'loaded' ? this.#empty() : skeleton();
  }

  #search() {
    return html`<p class="search">
      <input
        type="search"
        autocomplete="off"
        dir="auto"
        maxlength="100"
        placeholder=${laterTexts.projects.search}
        aria-label=${laterTexts.projects.search}
        @input=${this.#onSearch}
      />
    </p>`;
  }

  #order() {
    if (!this.#mayCreate || this.total < 2) return nothing;
    return html`<project-order .byJudged=${isByJudged()} @project-order=${this.#onOrder}></project-order>`;
  }

  readonly #onOrder = ({byJudged}: ProjectOrderEvent) => {
    keepOrder(byJudged);
    return this.#loadMore(true);
  };

  #cards() {
    const found = titled([...this.projects, ...this.others], this.written);
    const isWhole = this.written.trim() === '';
    return html`<ul>
        ${repeat(
          found,
          ({id}) => id,
          (project) => html`<li><project-card .project=${project} .exports=${this.#mayCreate}></project-card></li>`,
        )}
      </ul>
      <p class="said" role="status">${isWhole ? '' : this.#spoken(found.length)}</p>
      ${isWhole && this.projects.length < this.total ? this.#more() : nothing}`;
  }

  #spoken(count: number): string {
    const {searching, searchFailed, notFound, shown} = laterTexts.projects;
    if (this.searching === 'asked') return searching;
    if (this.searching === 'failed') return searchFailed;
    return count === 0 ? notFound(this.written.trim()) : shown(count);
  }

  /** What is listed is searched at once, and the server for what is not, once nothing is written for a moment. */
  readonly #onSearch = (event: Event) => {
    this.written = (event.target as HTMLInputElement).value;
    this.others = [];
    this.#rest();
    this.#finding?.abort();
    const mustAsk = this.written.trim() !== '' && this.projects.length < this.total;
    this.searching = mustAsk ? 'asked' : 'no';
    if (mustAsk) this.#rest = later(REST_MILLIS, () => void this.#find(this.written.trim()));
  };

  async #find(written: string): Promise<void> {
    this.#finding = new AbortController();
    const {signal} = this.#finding;
    try {
      const {results} = await laterApi.projectsTitled(written, signal);
      if (signal.aborted) return;
      const known = new Set(this.projects.map(({id}) => id));
      this.others = results.filter(({id}) => !known.has(id));
      this.searching = 'no';
    } catch {
      if (!signal.aborted) this.searching = 'failed';
    }
  }

  #practice() {
    if (!this.user || hasPractised(this.user.id)) return nothing;
    return html`<practice-card .userId=${this.user.id}></practice-card>`;
  }

  #more() {
    const failed = this.phase === 'failed';
    return html`<p class="foot">
      <button class="quiet edge" ?disabled=${this.phase === 'loading'} @click=${() => this.#loadMore()}>
        ${failed ? laterTexts.lists.moreFailed : laterTexts.projects.more(this.total - this.projects.length)}
      </button>
    </p>`;
  }

  #empty() {
    if (!this.#mayCreate) {
      return html`<page-message headline=${laterTexts.projects.noneHeadline}>
        ${laterTexts.projects.none}
        <button slot="actions" class="button" @click=${() => this.#loadMore()}>${texts.actions.lookAgain}</button>
      </page-message>`;
    }
    return html`<first-project .over=${this.#drop.isOver}></first-project>`;
  }

  get #mayCreate(): boolean {
    return this.user !== undefined && this.user.role !== 'annotator';
  }

  #make(files: readonly File[]): void {
    leaveFiles(files);
    navigate(otherPaths.newProject);
  }

  /** @param anew whether the list begins again, in another order */
  async #loadMore(anew = false): Promise<void> {
    this.#loading?.abort();
    this.#loading = new AbortController();
    const {signal} = this.#loading;
    this.phase = 'loading';
    try {
      const number = anew ? 1 : this.#page + 1;
      const page = await laterApi.projects(number, this.#mayCreate && isByJudged(), signal);
      if (anew || page.results.length > 0) this.#page = number;
      this.projects = joined(anew ? [] : this.projects, page.results);
      this.total = page.count;
      this.phase = 'loaded';
    } catch (failure) {
      if (signal.aborted) return;
      if (failure instanceof Problem && failure.status === 401) this.dispatchEvent(new LoggedOutEvent());
      else this.phase = 'failed';
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'projects-page': ProjectsPageElement;
  }
}
