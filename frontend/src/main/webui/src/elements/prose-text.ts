import {LitElement, type PropertyValues, html, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';

import {type Prose, writtenProse} from '../model/markdown.js';
import {FIRST_PORTION, NEXT_PORTION, portionOf} from '../model/portion.js';
import {readProse} from '../model/prose-memory.js';
import {whenIdle} from '../platform.js';
import {marks} from '../styles/marks.js';
import {shared} from '../styles/shared.js';
import {ProseTemplates} from './prose-templates.js';
import {styles} from './prose-text.styles.js';

/**
 * Shows a text as Markdown, or word for word if it is `raw`. HTML in it is text like any other, images come from allowed sources only,
 * and characters that nobody could see are shown as marks. A long text is shown from its beginning on, in portions.
 */
@customElement('prose-text')
export class ProseTextElement extends LitElement {
  static override styles = [shared, marks, styles];

  @property() text = '';
  /** Whether each character is shown as it was written. */
  @property({type: Boolean}) raw = false;

  /** How many blocks from the beginning are left out. */
  @property({attribute: false}) skip = 0;

  @state() private budget = FIRST_PORTION;

  #prose: Prose = writtenProse('');
  #shown = portionOf(this.#prose.blocks, this.budget);
  #templates = new ProseTemplates(this.#prose);
  #stop: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('text') || changed.has('raw')) {
      this.#prose = this.raw ? writtenProse(this.text) : readProse(this.text);
      this.#templates = new ProseTemplates(this.#prose);
      this.budget = FIRST_PORTION;
    }
    this.#shown = portionOf(this.#prose.blocks.slice(this.skip), this.budget);
  }

  override updated(): void {
    this.#stop?.();
    if (!this.#shown.whole) this.#stop = whenIdle(() => (this.budget += NEXT_PORTION));
  }

  override render() {
    const {note} = this.#prose;
    const {blocks, whole} = this.#shown;
    // The rest takes more room than a screen has, so that the end of the text cannot come into sight before it is there.
    return [
      note ? html`<p class="note">${note}</p>` : nothing,
      this.#templates.blocks(blocks),
      whole ? nothing : html`<div class="rest"></div>`,
    ];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'prose-text': ProseTextElement;
  }
}
