import {LitElement, type PropertyValues, html, nothing} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';

import type {Format} from '../model/export-choice.js';
import type {Controls} from '../model/export-controls.js';
import {type Snapshot, holdsFile, isTitleOf, newestWithFile, snapshotFile} from '../model/snapshots.js';
import {ownerTexts} from '../owner-texts.js';
import {snapshotApi} from '../snapshot-api.js';
import {fields} from '../styles/fields.js';
import {buttons, shared} from '../styles/shared.js';
import {texts} from '../texts.js';
import {ActionController} from './action-controller.js';
import type {ControlsEvent} from './export-controls.js';
import type {CountedEvent} from './export-counts.js';
import {styles} from './snapshot-list.styles.js';
import {aboutOf, deletionOf} from './snapshot-templates.js';
import {SnapshotsListedEvent} from './snapshots-listed-event.js';
import './export-controls.js';
import './export-counts.js';
import './snapshot-compare.js';

const words = ownerTexts.snapshots;

/**
 * Freezes what is selected now, and lists what was frozen: each snapshot can be counted, downloaded, compared with another, and deleted.
 *
 * @fires snapshots-listed
 * @fires logged-out
 */
@customElement('snapshot-list')
export class SnapshotListElement extends LitElement {
  static override styles = [shared, buttons, fields, styles];

  @property({attribute: false}) projectId = 0;
  /** The parameters that select rows now. */
  @property({attribute: false}) selection: readonly [string, string][] = [];
  /** Those that files can be made in, the usual one first. */
  @property({attribute: false}) formats: readonly Format[] = [];

  @state() private snapshots: readonly Snapshot[] | undefined;
  @state() private count = 0;
  @state() private named = '';
  @state() private format = '';
  @state() private controls: Controls = {};
  /** The one whose file is counted, and whether there would be none. It is one at a time, because all of its rows are read. */
  @state() private counted: number | undefined;
  @state() private isRefused = false;
  @state() private said = '';
  @state() private isMaking = false;
  @state() private hasFailed = false;
  /** The one that is about to be deleted, and what was typed. */
  @state() private doomed: Snapshot | undefined;
  @state() private typed = '';

  @query('.doomed input') private readonly confirmation!: HTMLInputElement | null;
  @query('form input') private readonly titleField!: HTMLInputElement | null;

  readonly #action = new ActionController(this);
  #loading: AbortController | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#loading?.abort();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('projectId')) void this.#load();
  }

  override updated(changed: PropertyValues): void {
    if (changed.has('snapshots')) this.dispatchEvent(new SnapshotsListedEvent(this.snapshots ?? []));
  }

  override render() {
    const {problem} = this.#action;
    return html`<h2>${words.title}</h2>
      <p class="hint">${words.hint}</p>
      <form @submit=${this.#onMake}>
        <label>
          <span class="title">${words.name}</span>
          <input autocomplete="off" dir="auto" maxlength="200" .value=${this.named} @input=${this.#onTitle} />
        </label>
        <button class="button" ?disabled=${this.named.trim() === '' || this.isMaking}>${words.make}</button>
      </form>
      <p role="status">${this.isMaking ? words.making : this.said}</p>
      ${problem ? html`<p class="problem" role="alert">${problem}</p>` : nothing} ${this.#content()}`;
  }

  #content() {
    const {snapshots} = this;
    if (this.hasFailed)
      return html`<p role="alert">
        ${words.failed} <button class="quiet edge" @click=${() => void this.#load()}>${texts.actions.tryAgain}</button>
      </p>`;
    if (!snapshots) return nothing;
    if (snapshots.length === 0) return html`<p class="hint">${words.none}</p>`;
    return html`<label class="choice">
        <span class="title">${words.format}</span>
        <select @change=${(event: Event) => this.#choose({format: (event.target as HTMLSelectElement).value})}>
          ${this.formats.map(
            ({name, title}) => html`<option value=${name} .selected=${name === this.#format?.name}>${title}</option>`,
          )}
        </select>
      </label>
      <export-controls
        .format=${this.#format}
        .controls=${this.controls}
        @controls=${({controls}: ControlsEvent) => this.#choose({controls})}
      ></export-controls>
      <ul aria-label=${words.title}>
        ${snapshots.map((snapshot) => this.#item(snapshot))}
      </ul>
      ${snapshots.length < this.count ? html`<p class="hint">${words.newest(snapshots.length, this.count)}</p>` : nothing}
      ${
        snapshots.length > 1
          ? html`<snapshot-compare .projectId=${this.projectId} .snapshots=${snapshots}></snapshot-compare>`
          : nothing
      }`;
  }

  get #format(): Format | undefined {
    return this.formats.find(({name}) => name === this.format) ?? this.formats[0];
  }

  #item(snapshot: Snapshot) {
    const {title} = snapshot;
    const chosen = this.#format;
    const format = chosen && holdsFile(snapshot, chosen) ? chosen : undefined;
    const path = format ? snapshotFile(this.projectId, snapshot.id, format, this.controls) : '';
    const isCounted = this.counted === snapshot.id;
    return html`<li>
      ${aboutOf(snapshot, chosen)}
      <p class="actions">
        ${
          format && !(isCounted && this.isRefused)
            ? html`<a class="button" href=${path} aria-label=${words.downloadName(title, format.title)} download
                >${words.download}</a
              >`
            : nothing
        }
        ${
          format
            ? html`<button
                class="quiet edge"
                aria-label=${words.countName(title)}
                aria-expanded=${isCounted}
                @click=${() => this.#count(isCounted ? undefined : snapshot.id)}
              >
                ${words.count}
              </button>`
            : nothing
        }
        <button class="quiet edge doom" aria-label=${words.deleteName(title)} @click=${() => this.#doom(snapshot)}>
          ${words.delete}
        </button>
      </p>
      ${
        isCounted && format
          ? html`<export-counts
              .path=${path}
              .level=${4}
              @counted=${({isRefused}: CountedEvent) => (this.isRefused = isRefused)}
            ></export-counts>`
          : nothing
      }
      ${
        this.doomed?.id === snapshot.id
          ? deletionOf(snapshot, this.typed, {
              type: (typed) => (this.typed = typed),
              delete: (event) => void this.#onDelete(event, snapshot),
              keep: () => (this.doomed = undefined),
            })
          : nothing
      }
    </li>`;
  }

  async #doom(snapshot: Snapshot): Promise<void> {
    this.doomed = snapshot;
    this.typed = '';
    await this.updateComplete;
    this.confirmation?.focus();
  }

  readonly #onTitle = (event: Event) => {
    this.named = (event.target as HTMLInputElement).value;
  };

  /** Whoever chooses is shown what comes of it: of the newest file, if they have not asked for another one's counts. */
  #choose({format = this.format, controls = this.controls}: {format?: string; controls?: Controls}): void {
    this.format = format;
    this.controls = controls;
    this.#count(this.counted ?? newestWithFile(this.snapshots, this.#format)?.id);
  }

  #count(snapshotId: number | undefined): void {
    this.counted = snapshotId;
    this.isRefused = false;
  }

  readonly #onMake = async (event: Event) => {
    event.preventDefault();
    const title = this.named.trim();
    if (title === '' || this.isMaking) return;
    this.isMaking = true;
    this.said = '';
    const isMade = await this.#action.run(async () => {
      const made = await snapshotApi.makeSnapshot(this.projectId, title, this.selection);
      this.snapshots = [made, ...(this.snapshots ?? [])];
      this.count += 1;
      this.said = words.made(made);
    });
    this.isMaking = false;
    if (isMade) this.named = '';
  };

  async #onDelete(event: Event, snapshot: Snapshot): Promise<void> {
    event.preventDefault();
    if (!isTitleOf(this.typed, snapshot)) return;
    this.said = '';
    const isGone = await this.#action.run(() => snapshotApi.deleteSnapshot(this.projectId, snapshot.id));
    if (!isGone) return;
    this.doomed = undefined;
    this.snapshots = this.snapshots?.filter(({id}) => id !== snapshot.id);
    this.count -= 1;
    this.said = words.deleted(snapshot.title);
    this.titleField?.focus();
  }

  async #load(): Promise<void> {
    this.#loading?.abort();
    this.#loading = new AbortController();
    const {signal} = this.#loading;
    this.hasFailed = false;
    try {
      const {count, results} = await snapshotApi.snapshots(this.projectId, signal);
      if (signal.aborted) return;
      this.count = count;
      this.snapshots = results;
    } catch {
      this.hasFailed = !signal.aborted;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'snapshot-list': SnapshotListElement;
  }
}
