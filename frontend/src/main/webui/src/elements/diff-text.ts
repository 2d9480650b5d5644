import {LitElement, type PropertyValues, html, nothing} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';
import {guard} from 'lit/directives/guard.js';

import type {Run} from '../model/difference.js';
import {FIRST_PORTION, NEXT_PORTION} from '../model/portion.js';
import {partsOfRuns} from '../model/run-parts.js';
import {whenIdle} from '../platform.js';
import {marks} from '../styles/marks.js';
import {shared} from '../styles/shared.js';
import {texts} from '../texts.js';
import {styles} from './diff-text.styles.js';
import {markedText} from './marked-text.js';

/** Fired once the place is rendered up to which the texts are the same. */
export class FirstDifferenceEvent extends Event {
  static readonly type = 'first-difference';

  constructor(readonly place: Element) {
    super(FirstDifferenceEvent.type);
  }
}

/**
 * Shows a text word for word, and marks what only this text has. A long text is shown from its beginning on, in portions.
 *
 * @fires first-difference
 */
@customElement('diff-text')
export class DiffTextElement extends LitElement {
  static override styles = [shared, marks, styles];

  @property({attribute: false}) runs: readonly Run[] = [];
  /** Whether it is the text that others are compared with. */
  @property({attribute: false}) reference = false;

  @state() private budget = FIRST_PORTION;

  @query('.first') private readonly first!: Element | null;

  #parts: Run[][] = [];
  #announced = false;
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
    if (!changed.has('runs')) return;
    const sameText = changed.get('runs')?.map(textOf).join('') === this.runs.map(textOf).join('');
    this.#parts = partsOfRuns(this.runs, NEXT_PORTION);
    this.#announced = false;
    // When its marks come, a text stays as long as it is, so that nothing moves.
    if (!sameText) this.budget = FIRST_PORTION;
  }

  override updated(): void {
    this.#stop?.();
    if (this.#shown().length < this.#parts.length) this.#stop = whenIdle(() => (this.budget += NEXT_PORTION));
    if (this.#announced || !this.first) return;
    this.#announced = true;
    this.dispatchEvent(new FirstDifferenceEvent(this.first));
  }

  override render() {
    const shown = this.#shown();
    return html`
      ${this.runs.some((run) => run.only) ? html`<p class="unseen">${texts.difference.legend}</p>` : nothing}
      <div class=${this.reference ? 'reference' : nothing}>
        ${shown.map((part) => guard([part], () => html`<pre dir="auto">${part.map(runTemplate)}</pre>`))}
      </div>
      ${shown.length < this.#parts.length ? html`<div class="rest"></div>` : nothing}
    `;
  }

  #shown(): Run[][] {
    return this.#parts.slice(0, Math.ceil(this.budget / NEXT_PORTION));
  }
}

function textOf(run: Run): string {
  return run.text;
}

function runTemplate({text, only, first}: Run): unknown {
  const place = first ? html`<span class="first"></span>` : nothing;
  if (!only) return [place, markedText(text)];
  return [place, html`<mark>${/\S/.test(text) ? markedText(text) : blank(text)}</mark>`];
}

/** The end of a line can only be seen to be marked if it has a sign. */
function blank(text: string): unknown[] {
  return text.split('\n').map((part, i) => (i === 0 ? part : [html`<span class="return"></span>`, '\n', part]));
}

declare global {
  interface HTMLElementTagNameMap {
    'diff-text': DiffTextElement;
  }
  interface HTMLElementEventMap {
    'first-difference': FirstDifferenceEvent;
  }
}
