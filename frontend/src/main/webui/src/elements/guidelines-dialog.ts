import {LitElement, type PropertyValues, html} from 'lit';
import {customElement, property, query} from 'lit/decorators.js';

import type {Project} from '../api.js';
import {closeDialog} from '../closing.js';
import {laterTexts} from '../later-texts.js';
import {dialogs} from '../styles/dialog.js';
import {buttons, shared} from '../styles/shared.js';
import {texts} from '../texts.js';
import {readSetting, writeSetting} from '../theme.js';
import './prose-text.js';

/** Fired when it is known whether the guidelines changed since the annotator saw them last. @property news that they did, for people; empty if not */
export class GuidelinesNewsEvent extends Event {
  static readonly type = 'guidelines-news';

  constructor(readonly news: string) {
    super(GuidelinesNewsEvent.type, {bubbles: true, composed: true});
  }
}

/**
 * Shows the guidelines that the project's annotators follow. This browser keeps which version of them the annotator saw last.
 *
 * @fires guidelines-news
 */
@customElement('guidelines-dialog')
export class GuidelinesDialogElement extends LitElement {
  static override styles = [shared, buttons, dialogs];

  @property({attribute: false}) project?: Project;
  @property({attribute: false}) userId = 0;

  @query('dialog') private readonly dialog!: HTMLDialogElement;

  get open(): boolean {
    return this.dialog.open;
  }

  /** Opens them; an open dialog takes the keys itself. */
  toggle(): void {
    this.dialog.showModal();
    this.#note();
    this.dispatchEvent(new GuidelinesNewsEvent(''));
  }

  override render() {
    return html`<dialog aria-labelledby="title">
      <div class="head">
        <h2 id="title">${texts.header.guidelines}</h2>
        <button class="quiet" @click=${() => closeDialog(this.dialog)}>
          ${texts.actions.close} <kbd aria-hidden="true">${texts.keys.escape}</kbd>
        </button>
      </div>
      <prose-text .text=${this.project?.expert_instruction ?? ''}></prose-text>
    </dialog>`;
  }

  /** Guidelines that were there when the annotator came first are no news, and those that are read right now neither. */
  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('project') && !changed.has('userId')) return;
    const seen = readSetting(this.#name);
    if (seen === null || this.open) this.#note();
    else this.dispatchEvent(new GuidelinesNewsEvent(this.#version > Number(seen) ? laterTexts.guidelines.changed : ''));
  }

  get #version(): number {
    return this.project?.guidelines_version ?? 0;
  }

  get #name(): string {
    return `prefstream.guidelines.${this.userId}.${this.project?.id}`;
  }

  #note(): void {
    writeSetting(this.#name, `${this.#version}`);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guidelines-dialog': GuidelinesDialogElement;
  }
  interface HTMLElementEventMap {
    'guidelines-news': GuidelinesNewsEvent;
  }
}
