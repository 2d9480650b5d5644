import {LitElement, type PropertyValues, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';

import {type Prose, writtenProse} from '../model/markdown.js';
import {FIRST_PORTION, NEXT_PORTION, portionOf} from '../model/portion.js';
import {readProse} from '../model/prose-memory.js';
import {whenIdle} from '../platform.js';
import {marks} from '../styles/marks.js';
import {shared} from '../styles/shared.js';
import {ProseTemplates} from './prose-templates.js';
import {styles} from './prose-text.styles.js';

/** So much of a text that was shown before is taken away while the next portions of another are rendered. */
const TAKEN_AWAY = 5 * NEXT_PORTION;

/**
 * Shows a text as Markdown, or word for word if it is `raw`. HTML in it is text like any other, images come from allowed sources only,
 * and characters that nobody could see are shown as marks. A long text is shown from its beginning on, in portions, and taken away
 * in portions behind another one: to take it away at once would hold the other one up.
 */
@customElement('prose-text')
export class ProseTextElement extends LitElement {
  static override styles = [shared, marks, styles];

  @property() text = '';
  /** Whether each character is shown as it was written. */
  @property({type: Boolean}) raw = false;

  /** How many blocks from the beginning are left out. */
  @property({attribute: false}) skip = 0;

  #shown = new Layer();
  #former = new Layer();
  /** Both in the order in which they stand in the document, which stays. */
  readonly #layers = [this.#shown, this.#former];
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
      if (this.#shown.budget > FIRST_PORTION) [this.#former, this.#shown] = [this.#shown, this.#former];
      this.#shown.begin(this.raw ? writtenProse(this.text) : readProse(this.text));
    }
    this.#shown.skip = this.skip;
    for (const layer of this.#layers) layer.cut();
  }

  override updated(): void {
    this.#stop?.();
    if (!this.#shown.isWhole || this.#former.budget > 0) this.#stop = whenIdle(() => this.#goOn());
  }

  override render() {
    return this.#layers.map(
      (layer) => html`<div class=${layer === this.#former ? 'layer former' : 'layer'}>${layer.render()}</div>`,
    );
  }

  #goOn(): void {
    if (!this.#shown.isWhole) this.#shown.budget += NEXT_PORTION;
    this.#former.budget = Math.max(0, this.#former.budget - TAKEN_AWAY);
    this.requestUpdate();
  }
}

/** A text as far as it is rendered. */
class Layer {
  /** What of it may be rendered, see `portionOf`. */
  budget = 0;
  /** How many blocks from the beginning are left out. */
  skip = 0;

  #prose: Prose = writtenProse('');
  #templates = new ProseTemplates(this.#prose);
  #portion = portionOf([], 0);

  begin(prose: Prose): void {
    this.#prose = prose;
    this.#templates = new ProseTemplates(prose);
    this.budget = FIRST_PORTION;
  }

  /** Takes what the budget allows. */
  cut(): void {
    this.#portion = portionOf(this.#prose.blocks.slice(this.skip), this.budget);
  }

  /** Whether that is all of the text. */
  get isWhole(): boolean {
    return this.#portion.whole;
  }

  render() {
    if (this.budget === 0) return nothing;
    const {note} = this.#prose;
    const {blocks, whole} = this.#portion;
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
