import {LitElement, html, nothing} from 'lit';
import {customElement, query, state} from 'lit/decorators.js';

import {closeDialog} from '../closing.js';
import {laterTexts} from '../later-texts.js';
import type {Target} from '../model/command-search.js';
import {navigate} from '../navigation.js';
import {dialogs} from '../styles/dialog.js';
import {buttons, shared} from '../styles/shared.js';
import {texts} from '../texts.js';
import {setTheme} from '../theme.js';
import {styles} from './command-dialog.styles.js';
import {LogOutEvent} from './log-out-event.js';
import {TargetFinder} from './target-finder.js';

const words = laterTexts.commands;

/** Finds projects, their pages, other pages and commands by what is written, and goes there. No key reaches the page behind it. */
@customElement('command-dialog')
export class CommandDialogElement extends LitElement {
  static override styles = [shared, buttons, dialogs, styles];

  @state() private chosen = 0;
  @state() private written = '';
  /** Whether something on the page must be sent first. */
  @state() private isRefused = false;

  @query('dialog') private readonly dialog!: HTMLDialogElement;
  @query('input') private readonly field!: HTMLInputElement | null;
  @query('[aria-selected=true]') private readonly option!: HTMLElement | null;

  readonly #finder = new TargetFinder(this);
  /** Whether Enter was pressed before it was known what there is: whoever writes fast means what is found then. */
  #isEntered = false;

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('keydown', this.#guard, {capture: true});
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('keydown', this.#guard, {capture: true});
  }

  get isOpen(): boolean {
    return this.isConnected && this.hasUpdated && this.dialog.open;
  }

  /** @param isRefused whether the person must first send what is written on the page */
  async open(isRefused: boolean): Promise<void> {
    this.isRefused = isRefused;
    this.written = '';
    this.chosen = 0;
    this.#isEntered = false;
    await this.updateComplete;
    this.dialog.showModal();
    if (this.field) this.field.value = '';
    this.field?.focus();
    const [, here] = /^\/projects\/(\d{1,15})(?:\/|$)/.exec(location.pathname) ?? [];
    if (!isRefused) void this.#finder.start(here === undefined ? undefined : Number(here));
  }

  close(): void {
    closeDialog(this.dialog);
  }

  protected override updated(): void {
    this.option?.scrollIntoView({block: 'nearest'});
    if (this.#isEntered && this.#finder.phase !== 'loading') {
      this.#isEntered = false;
      const target = this.#finder.found[this.#at];
      if (target) this.#do(target);
    }
  }

  override render() {
    return html`<dialog
      aria-label=${words.title}
      @keydown=${this.#onKeydown}
      @click=${this.#onClick}
      @mousedown=${this.#onPress}
      @close=${() => this.#finder.stop()}
    >
      ${this.isRefused ? this.#refusal() : this.#search()}
    </dialog>`;
  }

  #refusal() {
    return html`<div class="refusal">
      <p role="alert">${words.unsent}</p>
      <button class="button" @click=${() => this.close()}>${texts.actions.gotIt}</button>
    </div>`;
  }

  #search() {
    const {found} = this.#finder;
    const hasFound = found.length > 0;
    return html`<input
        role="combobox"
        autocomplete="off"
        autocapitalize="none"
        spellcheck="false"
        dir="auto"
        maxlength="100"
        placeholder=${words.field}
        aria-label=${words.field}
        aria-autocomplete="list"
        aria-expanded=${hasFound}
        aria-controls="found"
        aria-activedescendant=${hasFound ? `option-${this.#at}` : nothing}
        @input=${this.#onInput}
      />
      <ul id="found" role="listbox" aria-label=${words.found} ?hidden=${!hasFound}>
        ${found.map((target, place) => this.#option(target, place))}
      </ul>
      <p class="said" ?hidden=${hasFound}>${hasFound ? nothing : this.#instead()}</p>
      <p class="unseen" role="status">${this.#finder.phase === 'loaded' ? this.#spoken(found.length) : ''}</p>
      <p class="foot" aria-hidden="true">
        <span><kbd>↑</kbd> <kbd>↓</kbd> ${words.move}</span> <span><kbd>↵</kbd> ${words.open}</span>
        <span><kbd>${texts.keys.escape}</kbd> ${words.leave}</span>
      </p>`;
  }

  #option(target: Target, place: number) {
    const {label, about} = target;
    // eslint-disable-next-line lit-a11y/click-events-have-key-events -- The field has the focus, and takes the keys.
    return html`<li
      id="option-${place}"
      role="option"
      aria-selected=${place === this.#at}
      @mousemove=${() => (this.chosen = place)}
      @click=${() => this.#do(target)}
    >
      <span dir="auto">${label}</span> ${about ? html`<span class="about" dir="auto">${about}</span>` : nothing}
    </li>`;
  }

  #instead(): string {
    switch (this.#finder.phase) {
      case 'loading':
        return words.loading;
      case 'failed':
        return words.failed;
      case 'loaded':
        return words.nothing(this.written.trim());
    }
  }

  #spoken(count: number): string {
    return count === 0 ? words.nothing(this.written.trim()) : words.count(count);
  }

  /** The place of the option that is chosen. */
  get #at(): number {
    return Math.min(this.chosen, this.#finder.found.length - 1);
  }

  readonly #onInput = (event: Event) => {
    this.written = (event.target as HTMLInputElement).value;
    this.chosen = 0;
    this.#isEntered = false;
    this.#finder.find(this.written);
  };

  /** The page behind may have a use for any key. It hears of those alone that it must know to be down, and that they are taken. */
  readonly #onKeydown = (event: KeyboardEvent) => {
    if (event.isComposing) {
      event.stopPropagation();
      return;
    }
    const isOpener = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
    if (this.#takes(event.key)) event.preventDefault();
    else if (!isOpener) event.stopPropagation();
  };

  /** Carries out a key; false if the field may have it. */
  #takes(key: string): boolean {
    const {found} = this.#finder;
    const target = found[this.#at];
    switch (key) {
      case 'ArrowDown':
      case 'ArrowUp':
        if (found.length > 0) this.chosen = (this.#at + (key === 'ArrowDown' ? 1 : found.length - 1)) % found.length;
        return true;
      case 'Enter':
        if (this.isRefused) this.close();
        else if (target) this.#do(target);
        else this.#isEntered = this.#finder.phase === 'loading';
        return true;
      case 'Escape':
        this.close();
        return true;
      default:
        return false;
    }
  }

  #do({does}: Target): void {
    this.close();
    if (does === 'log-out') document.querySelector('prefstream-app')?.dispatchEvent(new LogOutEvent());
    else if ('theme' in does) setTheme(does.theme);
    else navigate(does.path);
  }

  /** A click beside the dialog closes it, and reaches nothing behind it: a press alone would be let go over the page. */
  readonly #onClick = (event: MouseEvent) => {
    if (event.composedPath()[0] === this.dialog) this.close();
  };

  /** The focus stays in the field. */
  readonly #onPress = (event: MouseEvent) => {
    const [pressed] = event.composedPath();
    if (pressed !== this.field && !(pressed instanceof HTMLButtonElement)) event.preventDefault();
  };

  /** While it is open, no key goes past it to the page. */
  readonly #guard = (event: KeyboardEvent) => {
    if (!this.isOpen || event.composedPath().includes(this.dialog)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.field?.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'command-dialog': CommandDialogElement;
  }
}
