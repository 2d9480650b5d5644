import {LitElement, html, nothing} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';

import type {Project} from '../api.js';
import {ConfigDraft, type Remark} from '../model/config-draft.js';
import {withReason} from '../model/config-reason.js';
import {type TagWords, ownerApi} from '../owner-api.js';
import {ownerTexts} from '../owner-texts.js';
import {later} from '../platform.js';
import {Problem} from '../requests.js';
import {buttons, shared} from '../styles/shared.js';
import type {ConfigEditorElement, ConfigLineEvent, ConfigWrittenEvent} from './config-editor.js';
import type {LineWantedEvent} from './config-outline.js';
import {styles} from './config-section.styles.js';
import {LoggedOutEvent} from './logged-out-event.js';
import {ProjectChangedEvent} from './project-changed-event.js';
import type {TasksChosenEvent} from './shown-tasks.js';
import './config-editor.js';
import './config-outline.js';
import './shown-tasks.js';
import './tasks-preview.js';

/**
 * Lets a person write the labeling configuration of a project, and shows how tasks look by it.
 *
 * @fires project-changed
 * @fires logged-out
 */
@customElement('config-section')
export class ConfigSectionElement extends LitElement {
  static override styles = [shared, buttons, styles];

  @property({attribute: false}) project!: Project & {label_config: string};

  @state() private tags: readonly TagWords[] = [];
  /** Where the cursor is. */
  @state() private line = 1;

  @query('config-editor') private readonly editor!: ConfigEditorElement | null;

  #draft: ConfigDraft | undefined;
  #listening: AbortController | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#listening = new AbortController();
    const {signal} = this.#listening;
    this.addEventListener('keydown', this.#onKey, {signal});
    window.addEventListener('beforeunload', this.#onLeaving, {signal});
    const {id, label_config: stored} = this.project;
    this.#draft = new ConfigDraft(id, stored, {api: ownerApi, later, onChange: () => this.#onChange()});
    void this.#draft.start();
    // Without them no tag is completed, and all else works.
    void ownerApi.tags(signal).then(
      (tags) => (this.tags = tags),
      () => undefined,
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#listening?.abort();
    this.#draft?.stop();
  }

  override render() {
    const draft = this.#draft;
    if (!draft) return nothing;
    const {title, words, save, discard, preview, reason} = ownerTexts.config;
    const reasoned = withReason(draft.text);
    const lines = (remarks: readonly Remark[]) => remarks.flatMap(({line}) => line ?? []);
    return html`<section aria-labelledby="config">
      <h2 id="config">${title}</h2>
      <p class="words">${words}</p>
      <config-editor
        .text=${draft.text}
        .tags=${this.tags}
        .columns=${draft.columns}
        .marks=${{errors: lines(draft.errors), warnings: lines(draft.warnings)}}
        @config-line=${this.#onLine}
        @config-written=${({text}: ConfigWrittenEvent) => draft.write(text)}
      ></config-editor>
      <config-outline
        .text=${draft.text}
        .line=${this.line}
        .errors=${lines(draft.errors)}
        @line-wanted=${({line}: LineWantedEvent) => this.editor?.goTo(line)}
      ></config-outline>
      ${this.#remarks(draft.errors, 'error')} ${this.#remarks(draft.warnings, 'warning')}
      <div class="actions">
        <button class="button" ?disabled=${!draft.isSavable} @click=${this.#save}>${save}</button>
        <button class="quiet" ?disabled=${!draft.isChanged} @click=${() => draft.discard()}>${discard}</button>
        ${
          reasoned === undefined
            ? nothing
            : html`<button class="quiet edge" @click=${() => void this.#write(reasoned)}>${reason}</button>`
        }
        <span role="status">${this.#status(draft)}</span>
      </div>
      <shown-tasks
        .chosen=${draft.chosen}
        .missing=${draft.isMissing}
        @tasks-chosen=${({chosen, side}: TasksChosenEvent) => void draft.choose(chosen, side)}
      ></shown-tasks>
      ${draft.preview ? html`<tasks-preview .preview=${draft.preview} .headline=${preview}></tasks-preview>` : nothing}
    </section>`;
  }

  #remarks(remarks: readonly Remark[], kind: 'error' | 'warning') {
    if (remarks.length === 0) return nothing;
    return html`<ul class=${kind} aria-label=${ownerTexts.config.remarks[kind]}>
      ${remarks.map(
        ({line, words}) =>
          html`<li>
            <span dir="auto">${words}</span>
            ${
              line === undefined
                ? nothing
                : html`<button class="quiet" @click=${() => this.editor?.goTo(line)}>
                    ${ownerTexts.config.goTo(line)}
                  </button>`
            }
          </li>`,
      )}
    </ul>`;
  }

  #status(draft: ConfigDraft): string {
    const {checking, saving, saved, failed, notSaved, refused} = ownerTexts.config;
    if (draft.failure !== undefined) return draft.failure instanceof Problem ? draft.failure.message : failed;
    if (draft.phase === 'checking') return checking;
    if (draft.phase === 'saving') return saving;
    if (!draft.isChanged) return draft.phase === 'saved' ? saved : '';
    return draft.errors.length > 0 ? refused : notSaved;
  }

  #onChange(): void {
    const failure = this.#draft?.failure;
    if (failure instanceof Problem && failure.status === 401) this.dispatchEvent(new LoggedOutEvent());
    this.requestUpdate();
  }

  readonly #onLine = ({line}: ConfigLineEvent) => {
    this.line = line;
  };

  /** The button goes away; what was written is shown. */
  async #write(text: string): Promise<void> {
    this.#draft?.write(text);
    await this.updateComplete;
    await this.editor?.updateComplete;
    this.editor?.goTo(text.split('\n').length - 1);
  }

  readonly #save = async () => {
    if (await this.#draft?.save()) this.dispatchEvent(new ProjectChangedEvent());
  };

  /** The keys of the editor are for the configuration, and not for the settings around it. */
  readonly #onKey = (event: KeyboardEvent) => {
    if (event.key !== 's' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    void this.#save();
  };

  readonly #onLeaving = (event: BeforeUnloadEvent) => {
    if (this.#draft?.isChanged) event.preventDefault();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'config-section': ConfigSectionElement;
  }
}
