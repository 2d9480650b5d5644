import {LitElement, html, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';

import {type Project, api} from '../api.js';
import {laterTexts} from '../later-texts.js';
import {type Format, type Options, USES, exportPath, optionsOf, useOf} from '../model/export-choice.js';
import {snippetsOf, streamSnippet} from '../model/export-code.js';
import {titleOf} from '../model/title.js';
import {paths} from '../navigation.js';
import {ownerApi} from '../owner-api.js';
import {ownerTexts} from '../owner-texts.js';
import {Problem} from '../requests.js';
import {buttons, shared} from '../styles/shared.js';
import {texts} from '../texts.js';
import {styles} from './export-page.styles.js';
import {LoggedOutEvent} from './logged-out-event.js';
import './code-block.js';
import './export-preview.js';
import './page-header.js';
import './page-message.js';

/**
 * Lets people choose a format, look at its first rows, and download a project's judgements.
 *
 * @fires logged-out
 */
@customElement('export-page')
export class ExportPageElement extends LitElement {
  static override styles = [shared, buttons, styles];

  @property({attribute: false}) projectId = 0;

  @state() private project: Project | undefined;
  @state() private formats: readonly Format[] = [];
  @state() private chosen: Format | undefined;
  @state() private options: Options = {};
  @state() private failure: 'none' | 'failed' | 'gone' = 'none';

  #loading: AbortController | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    document.title = texts.page.title(ownerTexts.export.title);
    void this.#load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#loading?.abort();
  }

  override render() {
    return html`
      <page-header>
        <span class="heading">${this.project ? titleOf(this.project) : ''}</span>
        <a class="quiet" href=${paths.label(this.projectId)}>${laterTexts.projects.label}</a>
        <a class="quiet" href=${paths.projects}>${laterTexts.projects.title}</a>
      </page-header>
      <main>${this.failure === 'none' ? this.#body() : this.#lack()}</main>
    `;
  }

  #body() {
    const {chosen, project} = this;
    return html`<h1>${ownerTexts.export.title}</h1>
      ${project ? html`<p class="count">${ownerTexts.export.judged(project)}</p>` : nothing}
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
    const path = exportPath(this.projectId, format, this.options);
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
        ${snippet(streamSnippet(this.projectId, location.origin))}
      </details>
    </section>`;
  }

  #lack() {
    const {failedHeadline, failed, goneHeadline, gone} = ownerTexts.export;
    const isGone = this.failure === 'gone';
    return html`<page-message sign=${isGone ? '' : '…'} headline=${isGone ? goneHeadline : failedHeadline}>
      ${isGone ? gone : failed}
      <div slot="actions">
        ${isGone ? nothing : html`<button class="button" @click=${() => this.#load()}>${texts.actions.tryAgain}</button>`}
        <a class="quiet" href=${paths.projects}>${laterTexts.projects.title}</a>
      </div>
    </page-message>`;
  }

  async #load(): Promise<void> {
    this.#loading?.abort();
    this.#loading = new AbortController();
    const {signal} = this.#loading;
    this.failure = 'none';
    try {
      const [project, formats] = await Promise.all([
        api.project(this.projectId, signal),
        ownerApi.formats(this.projectId, signal),
      ]);
      this.project = project;
      this.formats = formats;
      this.chosen = formats.find((format) => useOf(format) === 'training') ?? formats[0];
    } catch (failure) {
      if (signal.aborted) return;
      const status = failure instanceof Problem ? failure.status : 0;
      if (status === 401) this.dispatchEvent(new LoggedOutEvent());
      else this.failure = status === 403 || status === 404 ? 'gone' : 'failed';
    }
  }
}

function snippet({language, code}: {language: string; code: string}) {
  return html`<code-block .language=${language} .code=${code}></code-block>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'export-page': ExportPageElement;
  }
}
