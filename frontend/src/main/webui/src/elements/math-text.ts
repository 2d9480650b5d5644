import {LitElement, type PropertyValues, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';

import type {MathPart} from '../formulas.js';
import type {Formula} from '../model/formulas.js';
import {parts} from '../parts.js';
import {marks} from '../styles/marks.js';
import {shared} from '../styles/shared.js';
import {texts} from '../texts.js';
import {markedText} from './marked-text.js';
import {styles} from './math-text.styles.js';
import './wide-box.js';

const MATHML = 'http://www.w3.org/1998/Math/MathML';

/** So much TeX may not fit into a line. */
const LONG = 60;

/**
 * Shows a formula as MathML, which screen readers know. What reads TeX is loaded for the first formula; until then, and if
 * it does not know this one, the formula is shown as it was written.
 */
@customElement('math-text')
export class MathTextElement extends LitElement {
  static override styles = [shared, marks, styles];

  @property({attribute: false}) formula: Formula = {tex: '', source: '', display: false};
  @property({type: Boolean, reflect: true}) display = false;

  #shown: Element | undefined;

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('formula')) return;
    this.#shown = undefined;
    // Formulas that come after the first are there at once.
    const {loaded} = parts.formulas;
    if (loaded) this.#read(loaded);
    else void this.#load();
  }

  override render() {
    if (!this.#shown) return html`<span class="source" dir="ltr">${markedText(this.formula.source)}</span>`;
    return this.display
      ? html`<wide-box label=${texts.content.formula}><div class="formula">${this.#shown}</div></wide-box>`
      : html`<span class=${this.formula.tex.length > LONG ? 'long' : nothing}>${this.#shown}</span>`;
  }

  async #load(): Promise<void> {
    try {
      this.#read(await parts.formulas.load());
      this.requestUpdate();
    } catch {
      // It could not be loaded. The source says the same.
    }
  }

  #read({formulaPart}: typeof import('../formulas.js')): void {
    const part = formulaPart(this.formula.tex, this.formula.display);
    this.#shown = part && elementOf(part);
  }
}

function elementOf({name, attributes, styles, inside}: MathPart): Element {
  const element = document.createElementNS(MATHML, name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  const {style} = element as Element & Partial<ElementCSSInlineStyle>;
  for (const [property, value] of Object.entries(styles)) style?.setProperty(property, value);
  element.append(...inside.map((part) => (typeof part === 'string' ? part : elementOf(part))));
  return element;
}

declare global {
  interface HTMLElementTagNameMap {
    'math-text': MathTextElement;
  }
}
