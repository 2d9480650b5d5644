import {LitElement, css, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';

import type {ImportOutcome} from '../model/import-outcome.js';
import {ownerTexts} from '../owner-texts.js';
import {buttons, shared} from '../styles/shared.js';

const words = ownerTexts.tasks;
/** So many rows are shown; the file has all. */
const SHOWN = 10;

/** Says what an import has added and what it has left out, and gives back the rows that could not be imported. */
@customElement('import-outcome')
export class ImportOutcomeElement extends LitElement {
  static override styles = [
    shared,
    buttons,
    css`
      :host {
        display: grid;
        gap: var(--space-2);
      }
      p,
      ul {
        margin: 0;
      }
      .added {
        color: var(--good);
        font-weight: 550;
      }
      ul {
        padding-inline-start: var(--space-5);
        overflow-wrap: anywhere;
      }
      .files {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
      }
    `,
  ];

  @property({attribute: false}) outcome!: ImportOutcome;

  override render() {
    const {added, skipped, refused} = this.outcome;
    return html`<div role="status">
        <p class="added">${words.added(added)}</p>
        ${skipped > 0 ? html`<p class="skipped">${words.imports.skipped(skipped)}</p>` : nothing}
        ${refused > 0 ? html`<p class="refused">${words.imports.refused(refused)}</p>` : nothing}
      </div>
      ${refused > 0 ? this.#refused() : nothing}`;
  }

  #refused() {
    const {refused, rows, files} = this.outcome;
    const shown = rows.slice(0, SHOWN);
    return html`<ul dir="auto">
        ${shown.map(({line, file, error}) => html`<li>${words.imports.row(line, file, error)}</li>`)}
        ${refused > shown.length ? html`<li>${words.imports.more(refused - shown.length)}</li>` : nothing}
      </ul>
      <p>${words.imports.mend}</p>
      <div class="files">
        ${files.map(
          ({name, url}) => html`<a class="quiet edge" href=${url} download=${name}>${words.imports.download(name)}</a>`,
        )}
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'import-outcome': ImportOutcomeElement;
  }
}
