import {LitElement, css, html, nothing} from 'lit';
import {customElement, state} from 'lit/decorators.js';

import type {Placed} from '../judged.js';
import {laterApi} from '../later-api.js';
import {laterTexts} from '../later-texts.js';
import {type Run, runsOf} from '../model/placed-runs.js';
import {titleOf} from '../model/title.js';
import {paths} from '../navigation.js';
import {Problem} from '../requests.js';
import {buttons, shared} from '../styles/shared.js';
import {texts} from '../texts.js';
import {styles as listStyles} from './judgement-list.styles.js';
import {LoggedOutEvent} from './logged-out-event.js';
import './judgement-row.js';
import './page-header.js';
import './page-message.js';

const words = laterTexts.ownJudgements;

/**
 * The page with what a person has judged in all projects, the newest first. Each leads to the page of its project, where it can be
 * changed.
 *
 * @fires logged-out
 */
@customElement('own-judgements-page')
export class OwnJudgementsPageElement extends LitElement {
  static override styles = [
    shared,
    buttons,
    listStyles,
    css`
      .grow {
        flex: 1;
      }
      main {
        width: min(1080px, 100%);
        margin: 0 auto;
        padding: var(--space-6) var(--space-5);
      }
      h2 {
        margin: var(--space-5) 0 var(--space-2);
        font-size: var(--text-3);
        overflow-wrap: anywhere;
      }
      @media (max-width: 760px) {
        main {
          padding: var(--space-4);
        }
      }
    `,
  ];

  @state() private judged: Placed[] = [];
  @state() private phase: 'loading' | 'loaded' | 'failed' = 'loading';

  /** What follows on those that are listed; null where nothing does. */
  #next: number | null = null;
  #loading: AbortController | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    document.title = texts.page.title(laterTexts.judgements.title);
    void this.#load(undefined);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#loading?.abort();
  }

  override render() {
    return html`
      <page-header>
        <span class="grow"></span>
        <a class="quiet" href=${paths.projects}>${laterTexts.projects.title}</a>
      </page-header>
      <main aria-busy=${this.phase === 'loading'}>${this.judged.length > 0 ? this.#listed() : this.#instead()}</main>
    `;
  }

  #listed() {
    return html`<h1>${laterTexts.judgements.title}</h1>
      ${runsOf(this.judged).map(run)} ${this.#next !== null || this.phase === 'failed' ? this.#more() : nothing}`;
  }

  #instead() {
    switch (this.phase) {
      case 'loading':
        return html`<h1>${laterTexts.judgements.title}</h1>
          <p class="waiting" role="status">${laterTexts.judgements.loading}</p>`;
      case 'failed':
        return html`<page-message sign="…" headline=${laterTexts.judgements.failedHeadline}>
          ${laterTexts.judgements.failed}
          <button slot="actions" class="button" @click=${() => void this.#load(undefined)}>
            ${texts.actions.tryAgain}
          </button>
        </page-message>`;
      case 'loaded':
        return html`<page-message sign="○" headline=${laterTexts.judgements.noneHeadline}>
          ${words.none}
          <a slot="actions" class="button" href=${paths.projects}>${words.toProjects}</a>
        </page-message>`;
    }
  }

  #more() {
    const isLoading = this.phase === 'loading';
    const say = this.phase === 'failed' ? laterTexts.lists.moreFailed : laterTexts.judgements.more;
    return html`<p class="foot">
      <button
        class="quiet edge"
        aria-disabled=${isLoading}
        @click=${() => isLoading || void this.#load(this.#next ?? undefined)}
      >
        ${isLoading ? laterTexts.judgements.moreLoading : say}
      </button>
    </p>`;
  }

  async #load(before: number | undefined): Promise<void> {
    this.#loading?.abort();
    this.#loading = new AbortController();
    const {signal} = this.#loading;
    this.phase = 'loading';
    try {
      const page = await laterApi.ownJudgements(before, signal);
      if (signal.aborted) return;
      this.judged = before === undefined ? page.judgements : [...this.judged, ...page.judgements];
      this.#next = page.next;
      this.phase = 'loaded';
    } catch (failure) {
      if (signal.aborted) return;
      if (failure instanceof Problem && failure.status === 401) this.dispatchEvent(new LoggedOutEvent());
      else this.phase = 'failed';
    }
  }
}

function run({project, judgements}: Run) {
  const name = titleOf(project);
  return html`<h2 dir="auto">
      <a href=${paths.judgements(project.id)} aria-label=${words.allOf(name)}>${name}</a>
    </h2>
    <ol>
      ${judgements.map(
        (listed) => html`<li><judgement-row .projectId=${project.id} .listed=${listed}></judgement-row></li>`,
      )}
    </ol>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'own-judgements-page': OwnJudgementsPageElement;
  }
}
