import {LitElement, type PropertyValues, html, nothing} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';

import type {Difference} from '../model/difference.js';
import {nameOf} from '../model/person.js';
import {spokenWhen} from '../model/when.js';
import {type GuidelinesEntry, ownerApi} from '../owner-api.js';
import {ownerTexts} from '../owner-texts.js';
import {parts} from '../parts.js';
import {buttons, shared} from '../styles/shared.js';
import {styles} from './guidelines-versions.styles.js';
import {LoadController} from './load-controller.js';
import {SettingEvent} from './setting-field.js';
import './diff-text.js';
import './prose-text.js';

/** A version that is looked at. @property before the text of the version before; undefined for the first one */
interface Opened {
  version: number;
  text: string;
  before: string | undefined;
  /** undefined where the two differ so much that marks would say nothing, and for the first one. */
  difference: Difference | undefined;
}

/**
 * Shows guidelines as annotators read them, and all versions that they have had. What is taken from an earlier version waits in the field
 * until it is saved.
 *
 * @fires setting
 * @fires logged-out
 */
@customElement('guidelines-versions')
export class GuidelinesVersionsElement extends LitElement {
  static override styles = [shared, buttons, styles];

  @property({attribute: false}) projectId = 0;
  /** The version in force. Once another one is, the list is read again. */
  @property({attribute: false}) version = 0;
  /** What is written now. */
  @property() text = '';

  @state() private opened: Opened | undefined;
  @state() private compares = false;
  @state() private said = '';

  @query('[aria-expanded="true"]') private readonly toggle!: HTMLElement | null;

  readonly #list = new LoadController(this, (signal) => ownerApi.guidelines(this.projectId, signal));

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.get('version') === undefined) return;
    this.said = '';
    void this.#list.read();
  }

  override render() {
    const {preview, versions} = ownerTexts.guidelines;
    const listed = this.#list.loaded?.versions ?? [];
    return html`${
        this.text.trim() === ''
          ? nothing
          : html`<h3 id="preview">${preview}</h3>
              <div class="paper" role="region" aria-labelledby="preview" tabindex="0">
                <prose-text .text=${this.text}></prose-text>
              </div>`
      }
      ${this.#list.loaded ? nothing : this.#list.instead()}
      ${
        listed.length === 0
          ? nothing
          : html`<details>
              <summary>${versions(this.#list.loaded?.version ?? 0)}</summary>
              <ol reversed aria-label=${versions(this.#list.loaded?.version ?? 0)}>
                ${listed.map((entry) => this.#entry(entry))}
              </ol>
            </details>`
      }
      <p class="said" role="status">${this.said}</p>`;
  }

  #entry({version, created_by: by, created_at: at, characters}: GuidelinesEntry) {
    const {name, facts, inForce} = ownerTexts.guidelines;
    const opened = this.opened?.version === version ? this.opened : undefined;
    return html`<li>
      <button
        class="quiet edge"
        type="button"
        aria-expanded=${Boolean(opened)}
        @click=${() => void this.#toggle(version)}
      >
        ${name(version)}
      </button>
      <span class="facts" dir="auto">${facts(by ? nameOf(by) : '', spokenWhen(at, Date.now()), characters)}</span>
      ${version === this.#list.loaded?.version ? html`<span class="facts">${inForce}</span>` : nothing}
      ${opened ? this.#shown(opened) : nothing}
    </li>`;
  }

  #shown({version, text, before, difference}: Opened) {
    const {compare, again, empty, tooDifferent} = ownerTexts.guidelines;
    return html`<div class="tools">
        ${
          before === undefined
            ? nothing
            : html`<button
                class="quiet edge"
                type="button"
                aria-pressed=${this.compares}
                @click=${() => (this.compares = !this.compares)}
              >
                ${compare(version - 1)}
              </button>`
        }
        ${
          text === this.text
            ? nothing
            : html`<button class="quiet edge" type="button" @click=${() => this.#use(text)}>${again}</button>`
        }
      </div>
      ${
        before === undefined || !this.compares
          ? html`<div class="paper" role="region" aria-label=${ownerTexts.guidelines.name(version)} tabindex="0">
              ${text.trim() === '' ? html`<p>${empty}</p>` : html`<prose-text .text=${text}></prose-text>`}
            </div>`
          : html`${difference ? nothing : html`<p>${tooDifferent}</p>`}
              <div class="both">
                ${this.#side(version - 1, before, difference, 0)} ${this.#side(version, text, difference, 1)}
              </div>`
      }`;
  }

  #side(version: number, text: string, difference: Difference | undefined, at: 0 | 1) {
    const runs = difference?.runs[at] ?? [{text, only: false, first: false}];
    return html`<section aria-label=${ownerTexts.guidelines.name(version)}>
      <h4>${ownerTexts.guidelines.name(version)}</h4>
      <div class="paper" tabindex="0"><diff-text .runs=${runs} .reference=${at === 0}></diff-text></div>
    </section>`;
  }

  #use(text: string): void {
    this.dispatchEvent(new SettingEvent('expert_instruction', text));
    this.said = ownerTexts.guidelines.taken;
    // The button goes away.
    this.toggle?.focus();
  }

  async #toggle(version: number): Promise<void> {
    if (this.opened?.version === version) {
      this.opened = undefined;
      return;
    }
    this.said = '';
    try {
      const [text, before] = await Promise.all([
        ownerApi.guidelinesVersion(this.projectId, version),
        version > 1 ? ownerApi.guidelinesVersion(this.projectId, version - 1) : undefined,
      ]);
      const {differenceOf} = await parts.difference.load();
      const difference = before === undefined ? undefined : differenceOf([before, text]);
      this.opened = {version, text, before, difference};
    } catch {
      this.said = ownerTexts.guidelines.failed;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guidelines-versions': GuidelinesVersionsElement;
  }
}
