import {LitElement, html, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';

import type {Project} from '../api.js';
import {type Format, type Options, USES, exportPath, optionsOf, useOf} from '../model/export-choice.js';
import {snippetsOf, streamSnippet} from '../model/export-code.js';
import {ownerApi} from '../owner-api.js';
import {ownerTexts} from '../owner-texts.js';
import {Problem} from '../requests.js';
import {buttons, shared} from '../styles/shared.js';
import {texts} from '../texts.js';
import {styles} from './export-tab.styles.js';
import {LoggedOutEvent} from './logged-out-event.js';
import './code-block.js';
import './export-preview.js';
import './page-message.js';

/**
 * Lets people choose a format, look at its first rows, and download a project's judgements.
 *
 * @fires logged-out
 */
@customElement('export-tab')
export class ExportTabElement extends LitElement {
  static override styles = [shared, buttons, styles];

  @property({attribute: false}) project!: Project;

  @state() private formats: readonly Format[] = [];
  @state() private chosen: Format | undefined;
  @state() private options: Options = {};
  @state() private hasFailed = false;

  #loading: AbortController | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#loading?.abort();
  }

  override render() {
    if (this.hasFailed) return this.#lack();
    const {chosen} = this;
    return html`<h1>${ownerTexts.project.tabs.export}</h1>
      <p class="count">${ownerTexts.export.judged(this.project)}</p>
      <div class="columns">
        <form>${USES.map((use) => this.#group(use))}</form>
        ${chosen ? this.#file(chosen) : nothing}
      </div>`;
  }

  #group(use: (typeof USES)[number]) {
    const formats = this.formats.filter((format) => useOf(format) === use);
    if (formats.length === 0) return nothing;
    return html`<fieldset>
      <legend>${ownerTexts.export.uses[use]}</legend>
      ${formats.map(
        (format) =>
          html`<label class=${format === this.chosen ? 'chosen' : ''}>
            <input
              type="radio"
              name="format"
              .checked=${format === this.chosen}
              @change=${() => (this.chosen = format)}
            />
            <span class="name">${format.title}</span>
            <span class="about">${format.description}</span>
          </label>`,
      )}
    </fieldset>`;
  }

  #file(format: Format) {
    const path = exportPath(this.project.id, format, this.options);
    const {options, download, documentation, code, live} = ownerTexts.export;
    return html`<section aria-label=${format.title}>
      ${optionsOf(format).map(
        (option) =>
          html`<label class="option">
            <input
              type="checkbox"
              .checked=${this.options[option] ?? false}
              @change=${(event: Event) =>
                (this.options = {...this.options, [option]: (event.target as HTMLInputElement).checked})}
            />
            ${options[option]}
          </label>`,
      )}
      <export-preview .path=${path}></export-preview>
      <p class="actions">
        <a class="button" href=${path} download>${download(format.title)}</a>
        <a class="quiet" href=${format.link} target="_blank" rel="noreferrer">${documentation}</a>
      </p>
      <details>
        <summary>${code}</summary>
        ${snippetsOf(format, location.origin + path).map(snippet)}
        <p>${live}</p>
        ${snippet(streamSnippet(this.project.id, location.origin))}
      </details>
    </section>`;
  }

  #lack() {
    const {failedHeadline, failed} = ownerTexts.export;
    return html`<page-message sign="…" headline=${failedHeadline}>
      ${failed}
      <button slot="actions" class="button" @click=${() => this.#load()}>${texts.actions.tryAgain}</button>
    </page-message>`;
  }

  async #load(): Promise<void> {
    this.#loading?.abort();
    this.#loading = new AbortController();
    const {signal} = this.#loading;
    try {
      this.formats = await ownerApi.formats(this.project.id, signal);
      this.chosen = this.formats.find((format) => useOf(format) === 'training') ?? this.formats[0];
      this.hasFailed = false;
    } catch (failure) {
      if (signal.aborted) return;
      if (failure instanceof Problem && failure.status === 401) this.dispatchEvent(new LoggedOutEvent());
      else this.hasFailed = true;
    }
  }
}

function snippet({language, code}: {language: string; code: string}) {
  return html`<code-block .language=${language} .code=${code}></code-block>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'export-tab': ExportTabElement;
  }
}
