import {LitElement, type PropertyValues, css, html, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';

import type {Forms} from '../model/numbers.js';
import type {DryRun, Finding} from '../model/export-selection.js';
import {ownerApi} from '../owner-api.js';
import {ownerTexts} from '../owner-texts.js';
import {later} from '../platform.js';
import {Problem} from '../requests.js';
import {buttons, shared} from '../styles/shared.js';
import {texts} from '../texts.js';

/** Nobody is asked while the person still chooses. */
const REST_MILLIS = 250;

/** Fired when it is known what a file would hold, or that nobody can say, and so whether there would be one. */
export class CountedEvent extends Event {
  static readonly type = 'counted';

  constructor(readonly isRefused: boolean) {
    super(CountedEvent.type);
  }
}

/**
 * Says what a file would hold and what it would leave out, each reason by its name too, and how large it would be.
 *
 * @fires counted
 */
@customElement('export-counts')
export class ExportCountsElement extends LitElement {
  static override styles = [
    shared,
    buttons,
    css`
      :host {
        display: block;
      }
      h2 {
        margin: 0 0 var(--space-2);
        font-size: var(--text-2);
      }
      p {
        margin: 0;
        min-height: 1.5em;
        font-size: var(--text-2);
      }
      p[aria-busy='true'] {
        color: var(--ink-2);
      }
      .warning {
        margin-top: var(--space-2);
        color: var(--warn);
      }
      .refused {
        margin-top: var(--space-2);
        color: var(--bad);
        font-weight: 550;
      }
      summary {
        margin-top: var(--space-2);
        color: var(--ink-2);
        font-size: var(--text-1);
        cursor: pointer;
      }
      ul {
        display: grid;
        gap: var(--space-1);
        margin: var(--space-2) 0 0;
        padding: 0;
        font-size: var(--text-1);
        list-style: none;
      }
      code {
        font: 0.8rem var(--mono);
        overflow-wrap: anywhere;
      }
      .warning::before {
        content: '⚠ ' / '';
      }
    `,
  ];

  /** Where the file is; empty if nothing can be asked. */
  @property({attribute: false}) path = '';
  /** How deep its heading stands in the page. */
  @property({attribute: false}) level = 2;

  @state() private found: DryRun | undefined;
  @state() private isCounting = false;
  @state() private problem = '';

  #counting: AbortController | undefined;
  #rest: () => void = () => undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('path')) return;
    this.#stop();
    this.problem = '';
    this.isCounting = this.path !== '';
    if (this.isCounting) this.#rest = later(REST_MILLIS, () => void this.#count());
  }

  override render() {
    const {title} = ownerTexts.export.counts;
    return html`<h2 aria-level=${this.level}>${title}</h2>
      ${this.#content()}`;
  }

  #content() {
    const {found, problem, isCounting} = this;
    const {counting, size, warning, refused} = ownerTexts.export.counts;
    if (problem)
      return html`<p role="alert">
        ${problem} <button class="quiet edge" @click=${() => void this.#count()}>${texts.actions.tryAgain}</button>
      </p>`;
    // What was counted before stays until it is counted anew, so that nothing jumps.
    return html`<p class="rows" role="status" aria-busy=${isCounting}>
        ${found ? `${rowsOf(found)}; ${size(found.size.bytes, found.size.exact)}.` : counting}
      </p>
      ${found?.refused ? html`<p class="refused" role="status">${refused}</p>` : nothing}
      ${found?.warnings.map(({code, count, detail}) => html`<p class="warning" role="status">${warning(count, detail)} <code>${code}</code></p>`) ?? nothing}
      ${found ? findings(found.left_out, found.refused === true) : nothing}`;
  }

  #stop(): void {
    this.#rest();
    this.#counting?.abort();
  }

  async #count(): Promise<void> {
    this.#stop();
    this.#counting = new AbortController();
    const {signal} = this.#counting;
    this.problem = '';
    this.isCounting = true;
    try {
      const found = await ownerApi.dryRun(this.path, signal);
      if (signal.aborted) return;
      this.found = found;
      this.dispatchEvent(new CountedEvent(found.refused === true));
    } catch (failure) {
      if (signal.aborted) return;
      this.problem = failure instanceof Problem ? failure.message : ownerTexts.export.failed;
      this.dispatchEvent(new CountedEvent(failure instanceof Problem && isOfTheFile(failure)));
    }
    this.isCounting = false;
  }
}

/** What is asked wrongly is refused of the file, too, and what is only away or too much just now is not. */
function isOfTheFile({status}: Problem): boolean {
  return status >= 400 && status < 500 && status !== 429;
}

/** By the names that the API, the files beside the rows and the documentation have for them. */
function findings(found: readonly Finding[], isOpen: boolean) {
  if (found.length === 0) return nothing;
  const {findings: title, warning} = ownerTexts.export.counts;
  return html`<details ?open=${isOpen}>
    <summary>${title}</summary>
    <ul>
      ${found.map(({code, count, detail}) => html`<li><code>${code}</code> ${warning(count, detail)}</li>`)}
    </ul>
  </details>`;
}

/** A tie may have two rows, so what is left out is not what is in and not out. */
function rowsOf({rows, rows_in, rows_out, left_out}: DryRun): string {
  const {rows: words, leftOut} = ownerTexts.export.counts;
  const reasons = left_out.map(reasonOf);
  const all = words[rows](rows_out, rows_in);
  return reasons.length === 0
    ? all
    : `${all}; ${leftOut(
        left_out.reduce((sum, {count}) => sum + count, 0),
        reasons,
      )}`;
}

function reasonOf({code, count, detail}: Finding): string {
  const {reasons, reason, otherReason} = ownerTexts.export.counts;
  const forms = (reasons as Partial<Record<string, Forms>>)[code];
  return forms ? reason(count, forms) : otherReason(count, detail);
}

declare global {
  interface HTMLElementTagNameMap {
    'export-counts': ExportCountsElement;
  }
}
