import {LitElement, type PropertyValues, html, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';

import {type Project, type User, api} from '../api.js';
import {laterTexts} from '../later-texts.js';
import {titleOf} from '../model/title.js';
import {paths} from '../navigation.js';
import {TABS, type Tab} from '../other-places.js';
import {ownerTexts} from '../owner-texts.js';
import {ownerParts} from '../owner-parts.js';
import type {Part} from '../parts.js';
import {Problem} from '../requests.js';
import {buttons, shared} from '../styles/shared.js';
import {texts} from '../texts.js';
import {LoggedOutEvent} from './logged-out-event.js';
import {PartsController} from './parts-controller.js';
import {ProjectChangedEvent} from './project-changed-event.js';
import {styles} from './project-page.styles.js';
import './page-header.js';
import './page-message.js';

/** What a tab shows of a project, and the part of the page that has it. */
const CONTENTS: Record<Tab, {part: Part; show: (project: Project, user: User) => unknown}> = {
  overview: {
    part: ownerParts.overview,
    show: (project) => html`<overview-tab .project=${project}></overview-tab>`,
  },
  tasks: {
    part: ownerParts.tasks,
    show: (project) => html`<tasks-tab .project=${project}></tasks-tab>`,
  },
  people: {
    part: ownerParts.people,
    show: (project, user) => html`<people-tab .project=${project} .user=${user}></people-tab>`,
  },
  export: {
    part: ownerParts.exporting,
    show: (project) => html`<export-tab .project=${project}></export-tab>`,
  },
  settings: {
    part: ownerParts.settings,
    show: (project) => html`<settings-tab .project=${project}></settings-tab>`,
  },
};

/**
 * A project as owners and managers see it: its title, its tabs, and what one of these shows.
 *
 * @fires logged-out
 */
@customElement('project-page')
export class ProjectPageElement extends LitElement {
  static override styles = [shared, buttons, styles];

  @property({attribute: false}) projectId = 0;
  @property({attribute: false}) tab: Tab = TABS[0];
  @property({attribute: false}) user?: User;

  @state() private project: Project | undefined;
  @state() private failure: 'none' | 'failed' | 'gone' = 'none';

  readonly #parts = new PartsController(this);
  #loading: AbortController | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener(ProjectChangedEvent.type, this.#load);
    this.#load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener(ProjectChangedEvent.type, this.#load);
    this.#loading?.abort();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('tab')) document.title = texts.page.title(ownerTexts.project.tabs[this.tab]);
  }

  override render() {
    return html`
      <page-header>
        <span class="heading" dir="auto">${this.project ? titleOf(this.project) : ''}</span>
        <a class="quiet" href=${paths.projects}>${laterTexts.projects.title}</a>
      </page-header>
      ${this.failure === 'none' && this.#isAllowed ? this.#tabs() : nothing}
      <main aria-busy=${this.failure === 'none' && !this.project}>${this.#content()}</main>
    `;
  }

  #tabs() {
    return html`<nav aria-label=${ownerTexts.project.parts}>
      ${TABS.map((tab) => this.#link(ownerTexts.project.tabs[tab], paths.tab(this.projectId, tab), tab === this.tab))}
      ${this.#link(laterTexts.projects.label, paths.label(this.projectId), false)}
    </nav>`;
  }

  #link(words: string, path: string, isCurrent: boolean) {
    return html`<a href=${path} aria-current=${isCurrent ? 'page' : nothing}>${words}</a>`;
  }

  #content() {
    const {forManagersHeadline, forManagers, failedHeadline, failed, goneHeadline, gone} = ownerTexts.project;
    if (!this.#isAllowed) return this.#lack(forManagersHeadline, forManagers);
    if (this.failure === 'gone') return this.#lack(goneHeadline, gone);
    if (this.failure === 'failed') return this.#lack(failedHeadline, failed, '…');
    const {part, show} = CONTENTS[this.tab];
    // What the tab needs is loaded while the server is asked for the project.
    const parts = this.#parts.state([part]);
    if (parts === 'failed') return this.#parts.notice(1);
    return this.project && this.user && parts === 'there' ? show(this.project, this.user) : nothing;
  }

  #lack(headline: string, words: string, sign = '') {
    return html`<page-message .sign=${sign} .headline=${headline}>
      ${words}
      <div slot="actions">
        ${sign === '' ? nothing : html`<button class="button" @click=${this.#load}>${texts.actions.tryAgain}</button>`}
        <a class="quiet" href=${paths.projects}>${laterTexts.projects.title}</a>
      </div>
    </page-message>`;
  }

  get #isAllowed(): boolean {
    return this.user?.role !== 'annotator';
  }

  readonly #load = () => void this.#read();

  async #read(): Promise<void> {
    this.#loading?.abort();
    this.#loading = new AbortController();
    const {signal} = this.#loading;
    try {
      this.project = await api.project(this.projectId, signal);
      this.failure = 'none';
    } catch (failure) {
      if (signal.aborted) return;
      const status = failure instanceof Problem ? failure.status : 0;
      if (status === 401) this.dispatchEvent(new LoggedOutEvent());
      else this.failure = status === 403 || status === 404 ? 'gone' : 'failed';
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'project-page': ProjectPageElement;
  }
}
