import {LitElement, html, nothing} from 'lit';
import {customElement, property, query} from 'lit/decorators.js';

import type {Judgement} from '../api.js';
import {type Listed, judgementOf} from '../judged.js';
import {laterTexts} from '../later-texts.js';
import {type Said, saidIn} from '../model/said.js';
import {exactWhen, spokenWhen} from '../model/when.js';
import {paths} from '../navigation.js';
import {shared} from '../styles/shared.js';
import {texts} from '../texts.js';
import {styles} from './judgement-row.styles.js';

/** One judgement in a list: which task it is on, what was said and when, and the link to look at it again. */
@customElement('judgement-row')
export class JudgementRowElement extends LitElement {
  static override styles = [shared, styles];

  @property({attribute: false}) projectId = 0;
  @property({attribute: false}) listed!: Listed;
  /** What was said instead and has yet to reach the server; undefined if nothing was. */
  @property({attribute: false}) unsent: Judgement | undefined;

  @query('a') private readonly link!: HTMLElement;

  /** Puts the focus on the link. */
  override focus(options?: FocusOptions): void {
    this.link.focus(options);
  }

  override render() {
    const {annotation_id: id, inner_id: number, beginning, created_at: created, answers} = this.listed;
    const judgement = this.unsent ?? judgementOf(answers, this.listed.skip_reason);
    return html`<a href=${paths.judgement(this.projectId, id)}>
      <span class="task">${number === null ? laterTexts.judgements.deleted : `#${number}`}</span>
      <span class="beginning" dir="auto">${beginning.trim() || texts.comparison.emptyPrompt}</span>
      <span class="said">${said(saidIn(judgement))}</span>
      <span class="when">${this.#changed()} ${when(created)}</span>
    </a>`;
  }

  #changed() {
    const {revision, created_at: created, updated_at: updated} = this.listed;
    if (this.unsent) return html`<span class="mark saving">${laterTexts.judgements.saving}</span>`;
    if (revision <= 1 && updated === created) return nothing;
    return html`<span class="mark" title=${exactWhen(updated, navigator.language)}
      >${laterTexts.judgements.changed}</span
    >`;
  }
}

function said(all: readonly Said[]) {
  if (all.length === 0) return laterTexts.judgements.nothing;
  return all.map(
    ({control, words, isWritten}) =>
      html`<span class="one" dir="auto"
        >${control === undefined ? nothing : html`<span class="control">${control}:</span>`}
        ${isWritten ? html`<q>${words}</q>` : html`<b>${words}</b>`}</span
      > `,
  );
}

function when(iso: string) {
  const locale = navigator.language;
  return html`<time datetime=${iso} lang=${locale} title=${exactWhen(iso, locale)}
    >${spokenWhen(iso, Date.now(), locale)}</time
  >`;
}

declare global {
  interface HTMLElementTagNameMap {
    'judgement-row': JudgementRowElement;
  }
}
