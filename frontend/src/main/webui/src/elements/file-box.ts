import {LitElement, css, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';

import {ownerTexts} from '../owner-texts.js';
import {buttons, shared} from '../styles/shared.js';

/** Fired when files were chosen to make a project of. */
export class FilesChosenEvent extends Event {
  static readonly type = 'files-chosen';

  constructor(readonly files: readonly File[]) {
    super(FilesChosenEvent.type, {bubbles: true, composed: true});
  }
}

/**
 * Says that files can be dropped and rows pasted, and lets them be chosen.
 *
 * @fires files-chosen
 */
@customElement('file-box')
export class FileBoxElement extends LitElement {
  static override styles = [
    shared,
    buttons,
    css`
      :host {
        display: grid;
        justify-items: center;
        gap: var(--space-3);
        padding: var(--space-6) var(--space-5);
        border: 2px dashed var(--line-strong);
        border-radius: var(--radius-3);
        background: var(--surface);
        text-align: center;
      }
      :host([over]) {
        border-color: var(--accent);
        background: var(--accent-wash);
      }
      p {
        max-width: 60ch;
        margin: 0;
        color: var(--ink-2);
      }
      .head {
        color: var(--ink);
        font-size: var(--text-4);
        font-weight: 600;
      }
      .button:focus-within {
        outline: 3px solid var(--accent);
        outline-offset: 2px;
      }
    `,
  ];

  /** Whether files are held over the page. */
  @property({type: Boolean, reflect: true}) over = false;

  /** What it says first, where that is not that a project is made of files. */
  @property() headline = '';

  override render() {
    return html`<p class="head">${this.headline || ownerTexts.newProject.drop}</p>
      ${this.headline ? nothing : html`<p>${ownerTexts.newProject.formats}</p>`}
      <label class="button">
        ${ownerTexts.newProject.choose}
        <input class="unseen" type="file" multiple accept=".json,.jsonl,.csv,.tsv" @change=${this.#onChange} />
      </label>
      <p>${ownerTexts.newProject.paste((key) => html`<kbd>${key}</kbd>`)}</p>`;
  }

  readonly #onChange = (event: Event) => {
    const field = event.target as HTMLInputElement;
    const files = [...(field.files ?? [])];
    // The same file can be chosen again after it was changed.
    field.value = '';
    if (files.length > 0) this.dispatchEvent(new FilesChosenEvent(files));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'file-box': FileBoxElement;
  }
  interface HTMLElementEventMap {
    'files-chosen': FilesChosenEvent;
  }
}
