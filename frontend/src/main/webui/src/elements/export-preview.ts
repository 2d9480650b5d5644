import {LitElement, type PropertyValues, css, html} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';

import {type FirstRows, firstRows} from '../first-rows.js';
import {ownerTexts} from '../owner-texts.js';
import {Problem} from '../requests.js';
import {buttons, shared} from '../styles/shared.js';
import {texts} from '../texts.js';

const LINES = 5;

/** Shows how a file begins. */
@customElement('export-preview')
export class ExportPreviewElement extends LitElement {
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
      pre {
        min-height: 6em;
        max-height: min(36rem, 70vh);
        margin: 0;
        overflow: auto;
        border: 1px solid var(--line);
        border-radius: var(--radius-2);
        background: var(--sunken);
        font: 0.8rem/1.6 var(--mono);
        overflow-wrap: anywhere;
        white-space: pre-wrap;
      }
      .row {
        display: block;
        min-height: 1.6em;
        padding: var(--space-2) var(--space-4);
      }
      .row + .row {
        border-top: 1px solid var(--line);
      }
      .words {
        margin: 0;
        padding: var(--space-4);
        border: 1px solid var(--line);
        border-radius: var(--radius-2);
        color: var(--ink-2);
      }
    `,
  ];

  /** Where the file is. */
  @property({attribute: false}) path = '';

  @state() private rows: FirstRows | undefined;
  @state() private problem = '';

  #reading: AbortController | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#reading?.abort();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('path')) void this.#read();
  }

  override render() {
    return html`<h2>${ownerTexts.export.firstRows}</h2>
      <div aria-busy=${!this.rows && !this.problem}>${this.#content()}</div>`;
  }

  #content() {
    const {rows, problem} = this;
    if (problem)
      return html`<p class="words" role="alert">
        ${problem} <button class="quiet edge" @click=${() => this.#read()}>${texts.actions.tryAgain}</button>
      </p>`;
    if (rows?.whyEmpty) return html`<p class="words">${rows.whyEmpty}</p>`;
    const {lines = [], isCut} = rows ?? {};
    return html`<pre dir="ltr" tabindex="0" role="group" aria-label=${ownerTexts.export.firstRows}>
${[...lines, ...(isCut ? ['…'] : [])].map(row)}</pre>`;
  }

  async #read(): Promise<void> {
    this.#reading?.abort();
    this.#reading = new AbortController();
    const {signal} = this.#reading;
    this.problem = '';
    this.rows = undefined;
    try {
      const rows = await firstRows(this.path, LINES, signal);
      if (!signal.aborted) this.rows = rows;
    } catch (failure) {
      if (signal.aborted) return;
      this.problem = failure instanceof Problem ? failure.message : ownerTexts.export.failed;
    }
  }
}

function row(line: string) {
  return html`<span class="row">${line}</span>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'export-preview': ExportPreviewElement;
  }
}
