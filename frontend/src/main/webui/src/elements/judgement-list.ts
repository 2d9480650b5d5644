import {LitElement, html, nothing} from 'lit';
import {customElement, property, query, queryAll} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';

import {api} from '../api.js';
import {laterTexts} from '../later-texts.js';
import type {Entry} from '../model/entry.js';
import {JudgementFeed} from '../model/judgement-feed.js';
import type {Outbox} from '../model/outbox.js';
import {paths} from '../navigation.js';
import {later} from '../platform.js';
import {buttons, shared} from '../styles/shared.js';
import {texts} from '../texts.js';
import {styles} from './judgement-list.styles.js';
import type {JudgementRowElement} from './judgement-row.js';
import {LoggedOutEvent} from './logged-out-event.js';
import type {OwnSummaryElement} from './own-summary.js';
import './judgement-row.js';
import './own-summary.js';
import './page-message.js';

/**
 * Lists what the person has judged in a project, the newest first, and finds a text in it.
 *
 * @fires logged-out
 */
@customElement('judgement-list')
export class JudgementListElement extends LitElement {
  static override styles = [shared, buttons, styles];

  @property({attribute: false}) projectId = 0;
  @property({attribute: false}) outbox?: Outbox;
  /** The project's title. */
  @property() heading = '';

  @query('h1') private readonly headline!: HTMLElement;
  @query('own-summary') private readonly summary!: OwnSummaryElement | null;
  @queryAll('judgement-row') private readonly rows!: NodeListOf<JudgementRowElement>;

  #feed: JudgementFeed | undefined;
  #stopListening: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#feed = new JudgementFeed({
      api,
      later,
      projectId: this.projectId,
      onChange: () => this.requestUpdate(),
      onLoggedOut: () => this.dispatchEvent(new LoggedOutEvent()),
    });
    this.#stopListening = this.outbox?.listen({
      onChange: () => this.requestUpdate(),
      onSaved: (entry) => this.#saved(entry),
    });
    this.#feed.restart();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#feed?.stop();
    this.#stopListening?.();
  }

  /** Goes on after the person has logged in again. */
  resume(): void {
    if (this.#feed?.phase !== 'loaded') this.#feed?.more();
  }

  #saved(entry: Entry): void {
    this.#feed?.take(entry, new Date().toISOString());
    void this.summary?.refresh();
  }

  /** Puts the focus on a judgement, or on the headline if it is not listed. */
  async focusJudgement(annotationId: number): Promise<void> {
    await this.updateComplete;
    const row = [...this.rows].find(({listed}) => listed.annotation_id === annotationId);
    await row?.updateComplete;
    (row ?? this.headline).focus();
  }

  override render() {
    const feed = this.#feed;
    if (!feed) return nothing;
    return html`
      <div class="top">
        <h1 tabindex="-1">${laterTexts.judgements.title}</h1>
        ${
          feed.isSearchable
            ? html`<input
                type="search"
                placeholder=${laterTexts.judgements.search}
                aria-label=${laterTexts.judgements.search}
                maxlength="200"
                .value=${feed.search}
                @input=${(event: Event) => feed.find((event.target as HTMLInputElement).value)}
              />`
            : nothing
        }
      </div>
      <own-summary .projectId=${this.projectId} .heading=${this.heading}></own-summary>
      <div aria-busy=${feed.phase === 'loading'}>${this.#body(feed)}</div>
      <p class="unseen" role="status">${spokenState(feed)}</p>
    `;
  }

  #body(feed: JudgementFeed) {
    if (feed.listed.length > 0) return this.#listed(feed);
    switch (feed.phase) {
      case 'loading':
        return html`<p class="waiting">${laterTexts.judgements.loading}</p>`;
      case 'failed':
        return html`<page-message level="2" sign="…" headline=${laterTexts.judgements.failedHeadline}>
          ${laterTexts.judgements.failed}
          <button slot="actions" class="button" @click=${() => feed.restart()}>${texts.actions.tryAgain}</button>
        </page-message>`;
      case 'refused':
        return html`<page-message level="2" headline=${laterTexts.judgements.refusedHeadline}>
          ${texts.noSuchProject}
          <a slot="actions" class="button" href=${paths.projects}>${texts.actions.allProjects}</a>
        </page-message>`;
      case 'loaded':
        return feed.searched === '' ? this.#none() : notFound(feed.searched);
    }
  }

  #listed(feed: JudgementFeed) {
    return html`<ol>
        ${repeat(
          feed.listed,
          ({annotation_id: id}) => id,
          (listed) =>
            html`<li>
              <judgement-row
                .projectId=${this.projectId}
                .listed=${listed}
                .unsent=${this.outbox?.changeOf(listed.annotation_id)}
              ></judgement-row>
            </li>`,
        )}
      </ol>
      ${feed.hasMore || feed.phase === 'failed' ? more(feed) : nothing}`;
  }

  #none() {
    return html`<page-message level="2" sign="○" headline=${laterTexts.judgements.noneHeadline}>
      ${laterTexts.judgements.none}
      <a slot="actions" class="button" href=${paths.label(this.projectId)}>${laterTexts.judgements.start}</a>
    </page-message>`;
  }
}

function more(feed: JudgementFeed) {
  const words = feed.phase === 'failed' ? laterTexts.lists.moreFailed : laterTexts.judgements.more;
  return html`<p class="foot">
    <button class="quiet edge" aria-disabled=${feed.phase === 'loading'} @click=${() => feed.more()}>
      ${feed.phase === 'loading' ? laterTexts.judgements.moreLoading : words}
    </button>
  </p>`;
}

function notFound(search: string) {
  return html`<page-message level="2" headline=${laterTexts.judgements.notFoundHeadline}>
    ${laterTexts.judgements.notFound(search)}
  </page-message>`;
}

function spokenState({phase, searched: search, listed}: JudgementFeed): string {
  if (phase !== 'loaded') return '';
  if (listed.length === 0) return search === '' ? '' : laterTexts.judgements.notFoundSpoken;
  return search === '' ? laterTexts.judgements.shown(listed.length) : laterTexts.judgements.found(listed.length);
}

declare global {
  interface HTMLElementTagNameMap {
    'judgement-list': JudgementListElement;
  }
}
