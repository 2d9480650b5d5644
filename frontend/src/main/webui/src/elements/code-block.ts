import {LitElement, type PropertyValues, html} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';

import {buttons, shared} from '../styles/shared.js';
import {marks} from '../styles/marks.js';
import type {Run} from '../highlighting.js';
import {knownLanguage} from '../model/languages.js';
import {parts} from '../parts.js';
import {copyText, whenIdle} from '../platform.js';
import {texts} from '../texts.js';
import {styles} from './code-block.styles.js';
import {markedText} from './marked-text.js';
import './wide-box.js';

/** Longer code stays plain: colouring it would make the page stand still. */
const COLOURED_MAX = 20_000;

/**
 * Shows code with the name of its language, and copies it. Colours come later, because what makes them is loaded only
 * for a language that it knows; they change nothing but colours, so nothing moves when they come.
 */
@customElement('code-block')
export class CodeBlockElement extends LitElement {
  static override styles = [shared, buttons, marks, styles];

  @property({attribute: false}) code = '';
  /** The language as the text names it; empty if it does not. */
  @property({attribute: false}) language = '';

  @state() private said = '';
  @state() private runs: Run[] | undefined;

  #stop: (() => void) | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('code') && !changed.has('language')) return;
    this.said = '';
    this.runs = undefined;
    this.#stop?.();
    const language = knownLanguage(this.language);
    if (language && this.code.length <= COLOURED_MAX) this.#stop = whenIdle(() => void this.#colour(language));
  }

  override render() {
    return html`<div class="head">
        <span class="language">${markedText(this.language)}</span>
        <span role="status">${this.said}</span>
        <button class="quiet" @click=${() => void this.#copy()}>${texts.content.copy}</button>
      </div>
      <wide-box label=${texts.content.code}>
        <pre dir="ltr"><code>${this.runs?.map(runTemplate) ?? markedText(this.code)}</code></pre>
      </wide-box>`;
  }

  async #colour(language: string): Promise<void> {
    const code = this.code;
    try {
      const {highlight} = await parts.highlighting.load();
      if (code === this.code && language === knownLanguage(this.language)) this.runs = highlight(code, language);
    } catch {
      // It could not be loaded, or does not cope with this code. Without colours the code is just as complete.
    }
  }

  async #copy(): Promise<void> {
    const code = this.code;
    const copied = await copyText(code);
    if (code === this.code) this.said = copied ? texts.content.copied : texts.content.notCopied;
  }
}

function runTemplate({text, colour}: Run): unknown {
  return colour ? html`<span class=${colour}>${markedText(text)}</span>` : markedText(text);
}

declare global {
  interface HTMLElementTagNameMap {
    'code-block': CodeBlockElement;
  }
}
