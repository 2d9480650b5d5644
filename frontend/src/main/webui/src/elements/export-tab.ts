import {LitElement, html, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';

import type {Project} from '../api.js';
import {
  type Format,
  type Options,
  chosenOptions,
  exportPath,
  exportQuery,
  holdsSplits,
  isMeaningless,
  optionsOf,
  hasPreview,
  previewQuery,
  useOf,
  usualFirst,
} from '../model/export-choice.js';
import {type Controls, chosenControls} from '../model/export-controls.js';
import type {DatasetTopic} from '../model/export-code.js';
import {EVERYTHING, type Selection, parametersOf, selectionOf} from '../model/export-selection.js';
import {paths} from '../navigation.js';
import {ownerApi} from '../owner-api.js';
import {ownerParts} from '../owner-parts.js';
import {ownerTexts} from '../owner-texts.js';
import type {Snapshot} from '../model/snapshots.js';
import {Problem} from '../requests.js';
import {buttons, shared} from '../styles/shared.js';
import {texts} from '../texts.js';
import type {ControlsEvent} from './export-controls.js';
import type {CountedEvent} from './export-counts.js';
import type {Annotator, SelectionEvent} from './export-selection.js';
import {codeToPaste} from './code-templates.js';
import {styles} from './export-tab.styles.js';
import {formatGroups} from './format-templates.js';
import {LoggedOutEvent} from './logged-out-event.js';
import {PartsController} from './parts-controller.js';
import type {SnapshotsListedEvent} from './snapshots-listed-event.js';
import './export-controls.js';
import './export-counts.js';
import './export-preview.js';
import './export-selection.js';
import './page-message.js';
import './snapshot-list.js';

/**
 * Lets people choose a format and what goes in, count that and look at its first rows, and download it. The address has all of it.
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
  @state() private controls: Controls = {};
  @state() private selection: Selection = EVERYTHING;
  @state() private people: readonly Annotator[] | undefined = [];
  @state() private topic: DatasetTopic | undefined;
  @state() private isRefused = false;
  @state() private hasFailed = false;
  @state() private snapshots: readonly Snapshot[] = [];

  readonly #lazy = new PartsController(this);
  #loading: AbortController | undefined;
  #leaving = new AbortController();

  override connectedCallback(): void {
    super.connectedCallback();
    this.#leaving = new AbortController();
    const query = new URLSearchParams(location.search);
    this.options = chosenOptions(query);
    this.controls = chosenControls(query);
    this.selection = selectionOf(query);
    void this.#load(query.get('exportType'));
    void this.#loadPeople();
    void this.#loadTopic();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#loading?.abort();
    this.#leaving.abort();
  }

  override render() {
    if (this.hasFailed) return this.#lack();
    const {chosen} = this;
    return html`<h1>${ownerTexts.project.tabs.export}</h1>
      <p class="count">${ownerTexts.export.judged(this.project)}</p>
      <div class="columns">
        <form>${formatGroups(this.formats, chosen, (format) => this.#choose({chosen: format}))}</form>
        ${chosen ? this.#file(chosen) : nothing}
      </div>
      ${chosen ? this.#snapshots(chosen) : nothing}`;
  }

  #file(format: Format) {
    const {options: flags, controls, selection} = this;
    const path = exportPath(this.project.id, exportQuery(format, flags, controls, selection));
    const preview = exportPath(this.project.id, previewQuery(format, flags, controls, selection));
    const isWrong = isMeaningless(format, this.selection);
    const {options, download, documentation} = ownerTexts.export;
    return html`<section aria-label=${format.title}>
      ${optionsOf(format).map(
        (option) =>
          html`<label class="option">
            <input
              type="checkbox"
              .checked=${this.options[option] ?? false}
              @change=${(event: Event) =>
                this.#choose({options: {...this.options, [option]: (event.target as HTMLInputElement).checked}})}
            />
            ${options[option]}
          </label>`,
      )}
      <export-controls
        .format=${format}
        .controls=${controls}
        @controls=${({controls}: ControlsEvent) => this.#choose({controls})}
      ></export-controls>
      <export-selection
        .selection=${this.selection}
        .areRows=${useOf(format) === 'training'}
        .hasSplits=${holdsSplits(format)}
        .people=${this.people}
        @selection=${({selection}: SelectionEvent) => this.#choose({selection})}
      ></export-selection>
      <export-counts
        .path=${isWrong ? '' : path}
        ?hidden=${isWrong}
        @counted=${({isRefused}: CountedEvent) => (this.isRefused = isRefused)}
      ></export-counts>
      ${isWrong || this.isRefused || !hasPreview(format) ? nothing : html`<export-preview .path=${preview}></export-preview>`}
      <p class="actions">
        ${isWrong || this.isRefused ? nothing : html`<a class="button" href=${path} download>${download(format.title)}</a>`}
        <a class="quiet" href=${format.link} target="_blank" rel="noreferrer">${documentation}</a>
      </p>
      ${codeToPaste({projectId: this.project.id, format, controls, path, topic: this.topic})}
    </section>`;
  }

  /** They are of what the form says, and so of no rows that it does not ask for. */
  #snapshots(format: Format) {
    const selection = parametersOf(this.selection, useOf(format) === 'training', holdsSplits(format));
    const areTargetsThere = this.#lazy.state([ownerParts.targets]) === 'there';
    return html`<snapshot-list
        .projectId=${this.project.id}
        .selection=${selection}
        .formats=${this.formats}
        @snapshots-listed=${({snapshots}: SnapshotsListedEvent) => (this.snapshots = snapshots)}
      ></snapshot-list>
      ${
        areTargetsThere
          ? html`<target-section
              .projectId=${this.project.id}
              .snapshots=${this.snapshots.filter(({purged}) => purged === 0)}
              .selection=${selection}
              .formats=${this.formats}
            ></target-section>`
          : nothing
      }`;
  }

  #lack() {
    const {failedHeadline, failed} = ownerTexts.export;
    return html`<page-message sign="…" headline=${failedHeadline}>
      ${failed}
      <button slot="actions" class="button" @click=${() => this.#load()}>${texts.actions.tryAgain}</button>
    </page-message>`;
  }

  /** The address follows, so that it can be sent, and is there again when the page is loaded anew. */
  #choose({
    chosen = this.chosen,
    options = this.options,
    controls = this.controls,
    selection = this.selection,
  }: {
    chosen?: Format | undefined;
    options?: Options;
    controls?: Controls;
    selection?: Selection;
  }): void {
    this.chosen = chosen;
    this.options = options;
    this.controls = controls;
    this.isRefused = false;
    this.selection = selection;
    if (!chosen || isMeaningless(chosen, selection)) return;
    history.replaceState(
      null,
      '',
      `${paths.tab(this.project.id, 'export')}?${exportQuery(chosen, options, controls, selection)}`,
    );
  }

  async #loadPeople(): Promise<void> {
    const {signal} = this.#leaving;
    try {
      const {people} = await ownerApi.statistics(this.project.id, signal);
      this.people = people;
    } catch {
      if (!signal.aborted) this.people = undefined;
    }
  }

  /** Without it the page shows the other ways. */
  async #loadTopic(): Promise<void> {
    this.topic = await ownerApi.topic(this.project.id, this.#leaving.signal).catch(() => undefined);
  }

  async #load(wanted: string | null = null): Promise<void> {
    this.#loading?.abort();
    this.#loading = new AbortController();
    const {signal} = this.#loading;
    try {
      this.formats = usualFirst(await ownerApi.formats(this.project.id, signal));
      this.chosen = this.formats.find(({name}) => name === (this.chosen?.name ?? wanted)) ?? this.formats[0];
      this.hasFailed = false;
    } catch (failure) {
      if (signal.aborted) return;
      if (failure instanceof Problem && failure.status === 401) this.dispatchEvent(new LoggedOutEvent());
      else this.hasFailed = true;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'export-tab': ExportTabElement;
  }
}
