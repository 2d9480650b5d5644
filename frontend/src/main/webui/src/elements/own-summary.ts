import {LitElement, html, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';

import type {Receipt, Sides, Summary} from '../judged.js';
import {laterApi} from '../later-api.js';
import {laterTexts} from '../later-texts.js';
import {spokenShare} from '../model/figures.js';
import {exactWhen, spokenMoment} from '../model/when.js';
import {copyText} from '../platform.js';
import {buttons, shared} from '../styles/shared.js';
import {texts} from '../texts.js';
import {styles} from './own-summary.styles.js';
import './share-bar.js';

const words = laterTexts.summary;

/** With fewer preferences nearly every share is by chance. */
const PREFERENCES_MIN = 10;

/**
 * Sums up a person's own recent work in a project: a receipt that can be checked against the dataset, and how often the answer on
 * the left was preferred. Nobody else is shown this. It is left out while it is not known.
 */
@customElement('own-summary')
export class OwnSummaryElement extends LitElement {
  static override styles = [shared, buttons, styles];

  @property({attribute: false}) projectId = 0;
  @property() heading = '';

  @state() private summary: Summary | undefined;
  @state() private said = '';

  #asking: AbortController | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.refresh();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#asking?.abort();
  }

  /** Asks for it anew. */
  async refresh(): Promise<void> {
    this.#asking?.abort();
    this.#asking = new AbortController();
    const {signal} = this.#asking;
    try {
      const summary = await laterApi.summary(this.projectId, signal);
      if (signal.aborted) return;
      this.summary = summary;
      this.said = '';
    } catch {
      // The list says so if the server is away. What is known stays.
    }
  }

  override render() {
    const {receipt, sides} = this.summary ?? {};
    if (!receipt) return nothing;
    return html`<section aria-label=${words.title}>
      ${this.#receipt(receipt)} ${sides ? mirror(sides) : nothing}
    </section>`;
  }

  #receipt(receipt: Receipt) {
    const {since, whole} = receipt;
    const locale = navigator.language;
    return html`<div class="part">
      <h2>
        ${words.since(
          html`<time datetime=${since} title=${exactWhen(since, locale)}
            >${spokenMoment(since, Date.now(), locale)}</time
          >`,
          whole,
        )}
      </h2>
      <p class="count">${words.judged(receipt)}</p>
      <p class="hash">
        ${words.rows(receipt.rows, html`<code title=${receipt.rows_sha256}>${receipt.rows_sha256.slice(0, 12)}…</code>`)}
      </p>
      <p>
        <button class="quiet edge" @click=${() => void this.#copy(receipt)}>${words.copy}</button>
        <span role="status">${this.said}</span>
      </p>
    </div>`;
  }

  async #copy(receipt: Receipt): Promise<void> {
    const copied = await copyText(words.copied(this.projectId, this.heading, receipt));
    this.said = copied ? texts.content.copied : texts.content.notCopied;
  }
}

/** The share of the left with its interval, as a bar and in words. */
function mirror({left, right, share, low, high}: Sides) {
  if (left + right < PREFERENCES_MIN) return nothing;
  return html`<div class="part">
    <h2>${words.sides}</h2>
    <share-bar aria-hidden="true" .value=${{share, low, high}}></share-bar>
    <p>${words.share(left, left + right, spokenShare(share), spokenShare(low), spokenShare(high))}</p>
    <p class="hint">${low <= 0.5 && high >= 0.5 ? words.byChance : words.notByChance(low > 0.5)}</p>
  </div>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'own-summary': OwnSummaryElement;
  }
}
