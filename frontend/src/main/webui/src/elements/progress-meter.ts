import {LitElement, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';

import {spokenNumber} from '../model/numbers.js';
import {shared} from '../styles/shared.js';
import {texts} from '../texts.js';
import {styles} from './progress-meter.styles.js';

/** Shows how much of a project is finished, and how much the annotator has judged. */
@customElement('progress-meter')
export class ProgressMeterElement extends LitElement {
  static override styles = [shared, styles];

  @property({type: Number}) finished = 0;
  @property({type: Number}) total = 0;
  /** How many tasks the annotator has judged, without those that were skipped; undefined where that is not known. */
  @property({type: Number}) mine: number | undefined;
  /** How many the annotator has skipped. */
  @property({type: Number}) skipped = 0;
  @property({type: Boolean, reflect: true}) complete = false;

  override willUpdate(): void {
    this.complete = this.total > 0 && this.finished >= this.total;
  }

  override render() {
    const done = texts.progress.finished(this.finished, this.total);
    const share = this.total > 0 ? Math.min(1, this.finished / this.total) : 0;
    return html`
      <div class="words">
        <span>${this.mine === undefined ? nothing : texts.progress.byYou(bold(this.mine))}${this.#skips()}</span>
        <span>${done}</span>
      </div>
      <div
        class="track"
        role="progressbar"
        aria-label=${texts.progress.label}
        aria-valuemin="0"
        aria-valuemax=${this.total}
        aria-valuenow=${this.finished}
        aria-valuetext=${done}
      >
        <div class="fill" .style=${`scale: ${share} 1`}></div>
      </div>
    `;
  }

  #skips() {
    return this.skipped > 0 ? html` · ${texts.progress.skipped(bold(this.skipped))}` : nothing;
  }
}

function bold(count: number) {
  return html`<b>${spokenNumber(count)}</b>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'progress-meter': ProgressMeterElement;
  }
}
