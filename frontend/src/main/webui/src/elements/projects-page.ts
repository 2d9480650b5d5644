import {LitElement, css, html, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';

import {type Project, Problem, type User, api} from '../api.js';
import {paths} from '../navigation.js';
import {buttons, shared} from '../styles/shared.js';
import {LoggedOutEvent} from './logged-out-event.js';
import './page-header.js';
import './page-message.js';
import './progress-meter.js';
import './theme-switch.js';

/** Fired when the person wants to leave. */
export class LogOutEvent extends Event {
  static readonly type = 'log-out';

  constructor() {
    super(LogOutEvent.type, {bubbles: true, composed: true});
  }
}

/**
 * Every project that the person may work on.
 *
 * @fires log-out
 * @fires logged-out
 */
@customElement('projects-page')
export class ProjectsPageElement extends LitElement {
  static override styles = [
    shared,
    buttons,
    css`
      .grow {
        flex: 1;
      }
      .who {
        overflow: hidden;
        color: var(--ink-2);
        font-size: var(--text-2);
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      main {
        width: min(1080px, 100%);
        margin: 0 auto;
        padding: var(--space-6) var(--space-5);
      }
      h1 {
        margin: 0 0 var(--space-4);
        font-size: var(--text-5);
        letter-spacing: -0.015em;
        line-height: 1.25;
      }
      ul {
        display: grid;
        gap: var(--space-3);
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) 260px auto;
        align-items: center;
        gap: var(--space-2) var(--space-6);
        padding: var(--space-4) var(--space-5);
        border: 1px solid var(--line);
        border-radius: var(--radius-3);
        background: var(--surface);
        box-shadow: var(--shadow);
      }
      h2 {
        margin: 0;
        font-size: var(--text-3);
        font-weight: 600;
        line-height: 1.4;
        overflow-wrap: anywhere;
      }
      li p {
        display: -webkit-box;
        margin: 2px 0 0;
        overflow: hidden;
        color: var(--ink-2);
        font-size: var(--text-2);
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
      }
      .foot {
        margin-top: var(--space-4);
        text-align: center;
      }
      .quiet.edge {
        border-color: var(--line);
      }
      .button.spent {
        border-color: var(--line);
        background: none;
        color: var(--accent);
      }
      .button.spent:hover {
        background: var(--accent-wash);
      }
      .none {
        text-align: end;
        color: var(--ink-2);
        font-size: var(--text-1);
      }
      pre {
        max-width: min(720px, calc(100vw - 4 * var(--space-4)));
        margin: var(--space-3) auto 0;
        padding: var(--space-4);
        overflow-x: auto;
        border: 1px solid var(--line);
        border-radius: var(--radius-2);
        background: var(--surface);
        color: var(--ink);
        font: 0.82rem/1.55 var(--mono);
        text-align: start;
      }
      @media (max-width: 760px) {
        main {
          padding: var(--space-4);
        }
        li {
          grid-template-columns: minmax(0, 1fr) auto;
          padding: var(--space-4);
        }
        progress-meter,
        .none {
          grid-column: 1 / -1;
          grid-row: 2;
        }
      }
      @media (max-width: 440px) {
        .who {
          display: none;
        }
      }
    `,
  ];

  @property({attribute: false}) user?: User;

  @state() private projects: Project[] = [];
  @state() private total = 0;
  @state() private phase: 'loading' | 'loaded' | 'failed' = 'loading';

  #page = 0;
  #loading: AbortController | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    document.title = 'Projects · Prefstream';
    void this.#loadMore();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#loading?.abort();
  }

  override render() {
    const user = this.user;
    return html`
      <page-header>
        <span class="grow"></span>
        ${user ? html`<span class="who">${nameOf(user)}</span>` : nothing}
        <theme-switch></theme-switch>
        <button class="quiet" @click=${() => this.dispatchEvent(new LogOutEvent())}>Log out</button>
      </page-header>
      <main aria-busy=${this.phase === 'loading'}>${this.#body()}</main>
    `;
  }

  #body() {
    if (this.projects.length > 0) {
      return html`<h1>Projects</h1>
        <ul>
          ${this.projects.map((project) => html`<li>${this.#project(project)}</li>`)}
        </ul>
        ${this.projects.length < this.total ? this.#more() : nothing}`;
    }
    if (this.phase === 'failed') {
      return html`<page-message sign="…" headline="The projects cannot be shown just now">
        The server does not answer.
        <button slot="actions" class="button" @click=${() => this.#loadMore()}>Try again</button>
      </page-message>`;
    }
    return this.phase === 'loaded' ? this.#empty() : nothing;
  }

  #project(project: Project) {
    const total = project.task_number ?? 0;
    return html`
      <div>
        <h2>${project.title || `Project ${project.id}`}</h2>
        ${project.description ? html`<p>${project.description}</p>` : nothing}
      </div>
      ${total > 0
        ? html`<progress-meter .finished=${project.finished_task_number ?? 0} .total=${total}></progress-meter>`
        : html`<span class="none">No tasks yet</span>`}
      <a class="button ${total > (project.finished_task_number ?? 0) ? '' : 'spent'}" href=${paths.label(project.id)} aria-label="Label ${project.title || `Project ${project.id}`}">Label</a>
    `;
  }

  #more() {
    const failed = this.phase === 'failed';
    return html`<p class="foot">
      <button class="quiet edge" ?disabled=${this.phase === 'loading'} @click=${() => this.#loadMore()}>
        ${failed ? 'That did not work. Try again' : `Show more (${this.total - this.projects.length})`}
      </button>
    </p>`;
  }

  #empty() {
    if (this.user?.role === 'annotator') {
      return html`<page-message headline="No project yet">
        You are not a member of any project. Ask the person who gave you this account to add you to one; it then appears here.
        <button slot="actions" class="button" @click=${() => this.#loadMore()}>Look again</button>
      </page-message>`;
    }
    return html`<page-message headline="Create the first project">
      A project has a labeling configuration and tasks: prompts with two answers each. Make one with the API or with Label Studio’s
      Python SDK, whichever you have at hand.
      <pre slot="actions" tabindex="0" aria-label="Example">${example(location.origin)}</pre>
    </page-message>`;
  }

  async #loadMore(): Promise<void> {
    this.#loading?.abort();
    this.#loading = new AbortController();
    const {signal} = this.#loading;
    this.phase = 'loading';
    try {
      const page = await api.projects(this.#page + 1, signal);
      if (page.results.length > 0) this.#page++;
      this.projects = [...this.projects, ...page.results];
      this.total = page.count;
      this.phase = 'loaded';
    } catch (failure) {
      if (signal.aborted) return;
      if (failure instanceof Problem && failure.status === 401) this.dispatchEvent(new LoggedOutEvent());
      else this.phase = 'failed';
    }
  }
}

function nameOf(user: User): string {
  return `${user.first_name} ${user.last_name}`.trim() || user.email;
}

function example(origin: string): string {
  return `# pip install label-studio-sdk
from label_studio_sdk import Client

project = Client("${origin}", api_key="YOUR TOKEN").start_project(
    title="Which answer is better?",
    label_config="""
      <View>
        <Text name="prompt" value="$prompt"/>
        <Text name="answer1" value="$answer1"/>
        <Text name="answer2" value="$answer2"/>
        <Pairwise name="comparison" toName="answer1,answer2"/>
      </View>""")
project.import_tasks([
    {"prompt": "…", "answer1": "…", "answer2": "…"}])

# or: curl -H "Authorization: Token $TOKEN" -H "Content-Type: application/json" \\
#       -d '{"title": "…", "label_config": "…"}' ${origin}/api/projects
# Your token: ${origin}/api/current-user/token`;
}

declare global {
  interface HTMLElementTagNameMap {
    'projects-page': ProjectsPageElement;
  }
  interface HTMLElementEventMap {
    'log-out': LogOutEvent;
  }
}
