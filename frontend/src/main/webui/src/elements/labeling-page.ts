import {LitElement, html} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';

import {type Project, api} from '../api.js';
import {Problem} from '../requests.js';
import {journeyOf} from '../journeys.js';
import type {Outbox} from '../model/outbox.js';
import {titleOf} from '../model/title.js';
import {paths} from '../navigation.js';
import {SoleTab} from '../sole-tab.js';
import {buttons, shared} from '../styles/shared.js';
import {texts} from '../texts.js';
import type {LabelingViewElement} from './labeling-view.js';
import type {PaceEvent} from './pace-notice.js';
import './labeling-view.js';
import './no-comparison.js';
import './page-message.js';

/** The page on which a person labels a project, in one tab at a time: two would show the same comparisons. */
@customElement('labeling-page')
export class LabelingPageElement extends LitElement {
  static override styles = [shared, buttons];

  @property({attribute: false}) userId = 0;
  @property({attribute: false}) projectId = 0;
  @property({attribute: false}) outbox?: Outbox;
  /** Whether something lies over the page, so that no key is meant for it. */
  @property({attribute: false}) covered = false;

  @state() private project: Project | undefined;
  @state() private heading = '';
  @state() private place: 'asking' | 'here' | 'elsewhere' | 'on-break' = 'asking';

  @query('labeling-view') private readonly view!: LabelingViewElement | null;

  #tab: SoleTab | undefined;
  #listening: AbortController | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#listening = new AbortController();
    const {signal} = this.#listening;
    // The tasks that were held ahead go to others at once. A page that comes back asks for new ones.
    window.addEventListener('pagehide', () => this.view?.leave(true), {signal});
    window.addEventListener('pageshow', (event) => event.persisted && location.reload(), {signal});
    this.#tab = new SoleTab(`prefstream.label.${this.userId}.${this.projectId}`, {
      onHere: () => (this.place = 'here'),
      onElsewhere: () => this.#elsewhere(),
    });
    this.#tab.ask();
    void this.#loadProject();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#listening?.abort();
    this.#tab?.end();
  }

  /** Goes on after the person has logged in again. */
  resume(): void {
    this.view?.resume();
  }

  override render() {
    switch (this.place) {
      case 'asking':
        return html`<no-comparison></no-comparison>`;
      case 'here':
        return html`<labeling-view
          .userId=${this.userId}
          .projectId=${this.projectId}
          .outbox=${this.outbox}
          .heading=${this.heading}
          .project=${this.project}
          .covered=${this.covered}
          @guidelines-outdated=${() => void this.#loadProject()}
          @pace-settled=${(event: PaceEvent) => event.wants === 'break' && this.#takeBreak()}
        ></labeling-view>`;
      case 'on-break':
        return html`<main>
          <page-message headline=${texts.labeling.breakHeadline}>
            ${texts.labeling.onBreak}
            <div slot="actions">
              <button class="button" @click=${this.#goOn}>${texts.actions.goOn}</button>
              <a class="quiet" href=${paths.projects}>${texts.actions.allProjects}</a>
            </div>
          </page-message>
        </main>`;
      case 'elsewhere':
        return html`<main>
          <page-message sign="⇄" headline=${texts.labeling.elsewhereHeadline}>
            ${texts.labeling.elsewhere}
            <div slot="actions">
              <button class="button" @click=${() => this.#tab?.takeOver()}>${texts.labeling.labelHere}</button>
              <a class="quiet" href=${paths.projects}>${texts.actions.allProjects}</a>
            </div>
          </page-message>
        </main>`;
    }
  }

  #goOn = () => {
    this.place = 'here';
  };

  #takeBreak(): void {
    this.view?.leave(true);
    this.place = 'on-break';
  }

  async #loadProject(): Promise<void> {
    try {
      this.project = await api.project(this.projectId, this.#listening?.signal);
      this.#entitle(this.project);
    } catch (failure) {
      // The page works without the title. If more is wrong, the session notices and says so.
      const refused = failure instanceof Problem && failure.status < 500;
      if (!refused) this.project ??= journeyOf(this.userId, this.projectId)?.project;
      if (!refused) setTimeout(() => this.isConnected && void this.#loadProject(), 5000);
      if (this.isConnected) this.#entitle(this.project ?? {id: this.projectId, title: ''});
    }
  }

  #entitle(project: Pick<Project, 'id' | 'title'>): void {
    this.heading = titleOf(project);
    document.title = texts.page.title(this.heading);
  }

  /** The other tab goes on with the tasks that the person holds, so they are not handed back. */
  #elsewhere(): void {
    this.view?.leave(false);
    this.place = 'elsewhere';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'labeling-page': LabelingPageElement;
  }
}
