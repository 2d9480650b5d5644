import {LitElement, html, nothing} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';
import {keyed} from 'lit/directives/keyed.js';

import {api} from '../api.js';
import {consistencyOf} from '../consistency-store.js';
import {laterTexts} from '../later-texts.js';
import {spokenConsistency} from '../model/consistency.js';
import {spokenJudgement} from '../model/judgement.js';
import type {Outbox} from '../model/outbox.js';
import {titleOf} from '../model/title.js';
import {navigate, paths} from '../navigation.js';
import {buttons, shared} from '../styles/shared.js';
import {texts} from '../texts.js';
import type {JudgementDoneEvent} from './judgement-done-event.js';
import type {JudgementListElement} from './judgement-list.js';
import type {JudgementViewElement} from './judgement-view.js';
import {styles} from './judgements-page.styles.js';
import '../command-keys.js';
import './judgement-list.js';
import './judgement-view.js';
import './page-header.js';
import './refused-notice.js';
import './save-state.js';
import './theme-switch.js';

/**
 * The page with what a person has judged in a project: the list, and one judgement of it at a time. The list stays as it is
 * while a judgement is open.
 *
 * @fires logged-out
 */
@customElement('judgements-page')
export class JudgementsPageElement extends LitElement {
  static override styles = [shared, buttons, styles];

  @property({attribute: false}) userId = 0;
  @property({attribute: false}) projectId = 0;
  /** The judgement that is open; undefined if it is the list. */
  @property({attribute: false}) annotationId: number | undefined;
  @property({attribute: false}) outbox?: Outbox;
  /** Whether something lies over the page, so that no key is meant for it. */
  @property({attribute: false}) covered = false;
  /** Whether a judgement fills the page. */
  @property({type: Boolean, reflect: true}) opened = false;

  @state() private heading = '';
  @state() private notice = '';

  @query('judgement-list') private readonly list!: JudgementListElement | null;
  @query('judgement-view') private readonly view!: JudgementViewElement | null;

  /** Where the page was scrolled to before a judgement was opened. */
  #scrolled = 0;
  #listening: AbortController | undefined;
  #stopListening: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#listening = new AbortController();
    this.#stopListening = this.outbox?.listen({onChange: () => this.requestUpdate()});
    const {signal} = this.#listening;
    // The page works without the title.
    api
      .project(this.projectId, signal)
      .then((project) => (this.heading = titleOf(project)))
      .catch(() => undefined);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#listening?.abort();
    this.#stopListening?.();
  }

  /** Goes on after the person has logged in again. */
  resume(): void {
    this.list?.resume();
    this.view?.resume();
  }

  override willUpdate(changed: Map<string, unknown>): void {
    this.opened = this.annotationId !== undefined;
    if (!changed.has('annotationId')) return;
    if (this.opened) {
      this.#scrolled = window.scrollY;
      this.notice = '';
    } else {
      document.title = texts.page.title(laterTexts.judgements.title);
    }
  }

  override updated(changed: Map<string, unknown>): void {
    if (!changed.has('annotationId')) return;
    const before = changed.get('annotationId') as number | undefined;
    window.scrollTo({top: this.opened ? 0 : this.#scrolled, behavior: 'instant'});
    if (!this.opened && before !== undefined) void this.list?.focusJudgement(before);
  }

  override render() {
    const {outbox} = this;
    if (!outbox) return nothing;
    return html`
      <page-header>
        <span class="heading">${this.heading}</span>
        <save-state .saving=${outbox.state}></save-state>
        <theme-switch></theme-switch>
        ${
          this.opened
            ? html`<a class="quiet edge" href=${paths.judgements(this.projectId)}>${laterTexts.judgements.title}</a>`
            : html`<a class="quiet edge" href=${paths.label(this.projectId)}
                >${laterTexts.judgements.backToLabeling}</a
              >`
        }
      </page-header>
      <refused-notice .refused=${outbox.refused} @refused-dismissed=${() => outbox.dismissRefused()}></refused-notice>
      <main ?hidden=${this.opened}>
        <p class="notice" role="status">${this.notice}</p>
        <judgement-list
          .projectId=${this.projectId}
          .heading=${this.heading}
          .outbox=${outbox}
          @input=${this.#onSearch}
        ></judgement-list>
        ${this.#consistency()}
      </main>
      ${this.annotationId === undefined ? nothing : this.#open(this.annotationId)}
    `;
  }

  /** How often pairs were judged the same again, where any were. */
  #consistency() {
    const sum = spokenConsistency(consistencyOf(this.userId, this.projectId));
    return sum === undefined ? nothing : html`<p class="consistency">${sum} ${laterTexts.recheck.forYouAlone}</p>`;
  }

  #open(annotationId: number) {
    return keyed(
      annotationId,
      html`<judgement-view
        .projectId=${this.projectId}
        .annotationId=${annotationId}
        .outbox=${this.outbox}
        .covered=${this.covered}
        @judgement-done=${(event: JudgementDoneEvent) => this.#done(event)}
      ></judgement-view>`,
    );
  }

  /** Whoever looks for something else has read the notice. */
  #onSearch = () => {
    this.notice = '';
  };

  #done({said, changed}: JudgementDoneEvent): void {
    navigate(paths.judgements(this.projectId));
    if (!said) return;
    const words = spokenJudgement(said);
    this.notice = changed ? laterTexts.judgements.changedTo(words) : laterTexts.judgements.unchanged(words);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'judgements-page': JudgementsPageElement;
  }
}
