import {type ElementPart, noChange, nothing} from 'lit';
import {Directive, type PartInfo, PartType, directive} from 'lit/directive.js';

import {safeDeclarations} from '../model/safe-css.js';

class Declared extends Directive {
  #names: string[] = [];
  #text = '';

  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new Error('declarations are for an element');
  }

  /** The compiler learns from it what is given to `update`: nothing is rendered in place of an element. */
  render(...[text]: [string]): unknown {
    return text === this.#text ? noChange : nothing;
  }

  override update({element}: ElementPart, [text]: [string]): unknown {
    if (!(element instanceof HTMLElement) || text === this.#text) return noChange;
    for (const name of this.#names) element.style.removeProperty(name);
    const declarations = safeDeclarations(text);
    for (const {name, value, important} of declarations) {
      element.style.setProperty(name, value, important ? 'important' : '');
    }
    this.#names = declarations.map(({name}) => name);
    this.#text = text;
    return noChange;
  }
}

/** Applies declarations of a configuration to an element, as far as they are safe. The page's policy forbids style attributes. */
export const declared = directive(Declared);
