import {LitElement, type PropertyValues, html, nothing} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';
import {classMap} from 'lit/directives/class-map.js';

import {imagePath} from '../api.js';
import {imageSources} from '../image-sources.js';
import {shownAddressOf} from '../model/images.js';
import {withMarks} from '../model/marks.js';
import {isAddressOfWeb} from '../model/spans.js';
import {texts} from '../texts.js';
import {buttons, shared} from '../styles/shared.js';
import {styles} from './shown-image.styles.js';

/**
 * Shows an image whose address the operator allows. It comes through our own server, and no other one is asked. Any other, and one
 * that cannot be had, is what stands in the slot: words for it. A press enlarges it, and never judges.
 */
@customElement('shown-image')
export class ShownImageElement extends LitElement {
  static override styles = [shared, buttons, styles];

  /** An attribute, as the next one, because HTML of a task is copied before it is shown. */
  @property() address = '';
  /** What the author says that it shows. */
  @property() alt = '';

  /** Where our server shows it; undefined if it is not shown. */
  @state() private path: string | undefined;
  @state() private loaded = false;
  @state() private enlarged = false;

  @query('dialog') private readonly dialog!: HTMLDialogElement | null;

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('address')) return;
    this.path = undefined;
    this.loaded = false;
    this.enlarged = false;
    if (!isAddressOfWeb(this.address)) return;
    // Images that come after the first are there at once.
    if (imageSources.loaded) this.#look(imageSources.loaded);
    else void this.#ask(this.address);
  }

  override updated(): void {
    if (this.dialog && !this.dialog.open) this.dialog.showModal();
  }

  override render() {
    const {path} = this;
    if (path === undefined) return html`<slot></slot>`;
    const image = html`<img
      class=${classMap({waiting: !this.loaded})}
      loading="lazy"
      decoding="async"
      alt=${this.#words}
      src=${path}
      @load=${this.#onLoad}
      @error=${this.#onError}
    />`;
    // Within a link a press follows the link.
    if (this.closest('a, summary')) return image;
    return html`<button class="image" aria-label=${texts.content.enlarge(this.#words)} @click=${this.#enlarge}>
        ${image}</button
      >${this.enlarged ? this.#large(path) : nothing}`;
  }

  /** What is pressed in front of the task is not meant for it. */
  #large(path: string) {
    return html`<dialog
      aria-label=${texts.content.largeImage(this.#words)}
      @click=${this.#close}
      @close=${this.#onClosed}
      @pointerdown=${(event: Event) => event.stopPropagation()}
      @keydown=${(event: Event) => event.stopPropagation()}
    >
      <button class="quiet">${texts.actions.close} <kbd aria-hidden="true">${texts.keys.escape}</kbd></button>
      <img alt=${this.#words} src=${path} />
    </dialog>`;
  }

  get #words(): string {
    return withMarks(this.alt).trim() || texts.content.undescribed;
  }

  #onLoad = () => (this.loaded = true);

  #onError = () => (this.path = undefined);

  #onClosed = () => (this.enlarged = false);

  #enlarge = () => (this.enlarged = true);

  /** A press anywhere closes it: one beside the button would take the focus to the task behind it. */
  #close = (event: Event) => {
    event.stopPropagation();
    this.dialog?.close();
  };

  async #ask(address: string): Promise<void> {
    try {
      const sources = await imageSources.load();
      if (address === this.address) this.#look(sources);
    } catch {
      // The server does not say it. The words in the slot stay, and the next image asks again.
    }
  }

  #look(sources: readonly string[]): void {
    const address = shownAddressOf(this.address, sources);
    this.path = address === undefined ? undefined : imagePath(address);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'shown-image': ShownImageElement;
  }
}
