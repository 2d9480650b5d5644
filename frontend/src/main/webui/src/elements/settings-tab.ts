import {LitElement, type PropertyValues, html, nothing} from 'lit';
import {customElement, property, query, queryAll, state} from 'lit/decorators.js';

import type {Project} from '../api.js';
import {NOTHING_REFUSED, refusalOf, without} from '../model/field-problems.js';
import {
  GROUPS,
  type Group,
  KINDS,
  type Key,
  type Settings,
  SettingsDraft,
  bySubject,
  settingsOf,
} from '../model/project-settings.js';
import {ownerApi} from '../owner-api.js';
import {ownerTexts} from '../owner-texts.js';
import {ownerParts} from '../owner-parts.js';
import {Problem} from '../requests.js';
import {buttons, shared} from '../styles/shared.js';
import {LoggedOutEvent} from './logged-out-event.js';
import {PartsController} from './parts-controller.js';
import {ProjectChangedEvent} from './project-changed-event.js';
import type {SettingEvent, SettingFieldElement} from './setting-field.js';
import {styles} from './settings-tab.styles.js';
import './delete-project.js';
import './guidelines-versions.js';
import './page-message.js';
import './setting-field.js';

/** What is not saved yet, by project, so that a look at another tab loses nothing. */
const unsaved = new Map<number, Partial<Settings>>();

/**
 * Shows the settings of a project, and saves what is changed in them.
 *
 * @fires project-changed
 * @fires logged-out
 */
@customElement('settings-tab')
export class SettingsTabElement extends LitElement {
  static override styles = [shared, buttons, styles];

  /** With all of its settings, as the API gives it. */
  @property({attribute: false}) project!: Project & Settings & {label_config: string};

  @state() private phase: 'idle' | 'saving' | 'saved' = 'idle';
  @state() private refusal = NOTHING_REFUSED;

  @query('.bar [role=status]') private readonly outcome!: HTMLElement;
  @queryAll('setting-field') private readonly fields!: NodeListOf<SettingFieldElement>;

  readonly #parts = new PartsController(this);
  #draft: SettingsDraft | undefined;
  #listening: AbortController | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#listening = new AbortController();
    const {signal} = this.#listening;
    window.addEventListener('keydown', this.#onKey, {signal});
    window.addEventListener('beforeunload', this.#onLeaving, {signal});
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#listening?.abort();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('project')) return;
    const stored = settingsOf(this.project);
    if (this.#draft) this.#draft.store(stored);
    else this.#draft = new SettingsDraft(stored, unsaved.get(this.project.id));
  }

  override render() {
    const {tabs} = ownerTexts.project;
    return html`<h1>${tabs.settings}</h1>
      <form @submit=${this.#onSubmit} @setting=${this.#onSetting} novalidate>
        ${(Object.keys(GROUPS) as Group[]).map((group) => this.#group(group))} ${this.#bar()}
      </form>
      ${this.#generation()} ${this.#config()}
      <delete-project .project=${this.project}></delete-project>`;
  }

  #generation() {
    const state = this.#parts.state([ownerParts.generation]);
    return state === 'there'
      ? html`<generation-section .project=${this.project} kind="answers"></generation-section>
          <generation-section .project=${this.project} kind="verdicts"></generation-section>`
      : nothing;
  }

  /** The editor is large, and comes after all else. */
  #config() {
    const state = this.#parts.state([ownerParts.configuration]);
    if (state === 'failed') return this.#parts.notice(2);
    return state === 'there' ? html`<config-section .project=${this.project}></config-section>` : nothing;
  }

  #group(group: Group) {
    const heading = ownerTexts.settings.groups[group];
    return html`<section aria-labelledby=${group}>
      <h2 id=${group}>${heading.title}</h2>
      ${heading.words ? html`<p class="words">${heading.words}</p>` : nothing}
      ${GROUPS[group].map((key: Key) => this.#field(key))} ${this.#absent(GROUPS[group])}
      ${
        group === 'guidelines'
          ? html`<guidelines-versions
              .projectId=${this.project.id}
              .version=${this.project.guidelines_version ?? 0}
              .text=${this.#draft?.values.expert_instruction ?? ''}
            ></guidelines-versions>`
          : nothing
      }
    </section>`;
  }

  /** Names the settings that are not shown, because they mean nothing to the configuration. */
  #absent(keys: readonly Key[]) {
    const {fields, absent} = ownerTexts.settings;
    return bySubject(keys.filter((key) => this.#isAbsent(key))).map(
      ([subject, of]) => html`<p class="absent">${absent[subject](of.map((key) => fields[key].name))}</p>`,
    );
  }

  #isAbsent(key: Key): boolean {
    return this.project.settings_without_effect?.includes(key) ?? false;
  }

  #field(key: Key) {
    const draft = this.#draft;
    if (!draft || this.#isAbsent(key)) return nothing;
    const flaw = draft.flawOf(key);
    return html`<setting-field
      .key=${key}
      .value=${draft.values[key]}
      .problem=${flaw ? ownerTexts.settings.flaws[flaw] : (this.refusal.fields[key] ?? '')}
      ?disabled=${this.phase === 'saving'}
    ></setting-field>`;
  }

  /** Stands at the bottom of the window while something is to be saved. */
  #bar() {
    const count = this.#draft?.count ?? 0;
    const {notSaved, saved, save, discard, saving} = ownerTexts.settings;
    return html`<div class="bar ${count > 0 ? 'open' : ''}">
      <p role="status" tabindex="-1">${count > 0 ? notSaved(count) : this.phase === 'saved' ? saved : nothing}</p>
      ${this.refusal.rest ? html`<p class="problem" role="alert" dir="auto">${this.refusal.rest}</p>` : nothing}
      ${
        count > 0
          ? html`<button class="button" ?disabled=${this.phase === 'saving'}>
                ${this.phase === 'saving' ? saving : save}
              </button>
              <button class="quiet" type="button" ?disabled=${this.phase === 'saving'} @click=${this.#discard}>
                ${discard}
              </button>`
          : nothing
      }
    </div>`;
  }

  readonly #onSetting = ({key, value}: SettingEvent) => {
    this.#draft?.set(key, value);
    this.refusal = without(this.refusal, key);
    this.phase = 'idle';
    this.#keep();
  };

  readonly #discard = () => {
    this.#draft?.discard();
    this.refusal = NOTHING_REFUSED;
    this.#keep();
  };

  #keep(): void {
    if (this.#draft) unsaved.set(this.project.id, this.#draft.changes);
    this.requestUpdate();
  }

  readonly #onSubmit = (event: Event) => {
    event.preventDefault();
    void this.#save();
  };

  async #save(): Promise<void> {
    const draft = this.#draft;
    if (!draft || draft.count === 0 || this.phase === 'saving') return;
    const flawed = draft.firstFlawed;
    if (flawed) {
      this.#focus((key) => key === flawed);
      return;
    }
    const focused = this.#focused;
    this.phase = 'saving';
    this.refusal = NOTHING_REFUSED;
    try {
      draft.store(settingsOf(await ownerApi.change(this.project.id, draft.changes)));
      this.phase = 'saved';
      this.#keep();
      await this.#goOn(focused);
      this.dispatchEvent(new ProjectChangedEvent());
    } catch (failure) {
      this.phase = 'idle';
      if (failure instanceof Problem && failure.status === 401) this.dispatchEvent(new LoggedOutEvent());
      else if (failure instanceof Problem) await this.#refuse(failure);
      else this.refusal = {fields: {}, rest: ownerTexts.settings.failed};
    }
  }

  get #focused(): HTMLElement | null {
    return (this.renderRoot as ShadowRoot).activeElement as HTMLElement | null;
  }

  /** What was disabled meanwhile has lost the focus, and the button is gone. */
  async #goOn(focused: HTMLElement | null): Promise<void> {
    await this.updateComplete;
    await Promise.all([...this.fields].map((field) => field.updateComplete));
    if (!focused || this.#focused) return;
    (focused.isConnected ? focused : this.outcome).focus();
  }

  async #refuse(problem: Problem): Promise<void> {
    this.refusal = refusalOf(problem, (name) => name in KINDS);
    await this.updateComplete;
    await Promise.all([...this.fields].map((field) => field.updateComplete));
    this.#focus((key) => key in this.refusal.fields);
  }

  #focus(isWanted: (key: Key) => boolean): void {
    [...this.fields].find(({key}) => isWanted(key))?.focus();
  }

  readonly #onKey = (event: KeyboardEvent) => {
    if (event.key !== 's' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    event.preventDefault();
    void this.#save();
  };

  readonly #onLeaving = (event: BeforeUnloadEvent) => {
    if ((this.#draft?.count ?? 0) > 0) event.preventDefault();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'settings-tab': SettingsTabElement;
  }
}
