import {LitElement, css, html} from 'lit';
import {customElement, property} from 'lit/decorators.js';

import {ownerTexts} from '../owner-texts.js';
import type {UploadSpeed} from '../model/upload-speed.js';
import {later} from '../platform.js';
import {shared} from '../styles/shared.js';

/** Shows how far files are sent, and that they are stored then. */
@customElement('upload-progress')
export class UploadProgressElement extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        gap: var(--space-1);
        color: var(--ink-2);
        font-size: var(--text-2);
      }
      progress {
        width: min(30rem, 100%);
        accent-color: var(--accent);
      }
    `,
  ];

  @property({attribute: false}) speed: UploadSpeed | undefined;

  #stop: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#tick();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
  }

  override render() {
    const {speed} = this;
    const words = ownerTexts.newProject.progress;
    if (speed !== undefined && speed.total > 0 && !speed.isSent) {
      return this.#meter(speed.sent, speed.total, words.sending(speed.sent, speed.total, speed.secondsLeft));
    }
    const rows = speed?.rows;
    if (rows && rows.rows_stored > 0) {
      const said = words.rows(rows.rows_stored, speed.rowsPerSecond, speed.storingSecondsLeft);
      return this.#meter(rows.bytes_read, rows.bytes_total, said);
    }
    const storing = rows?.state === 'waiting' ? words.waiting : words.storing;
    return html`<progress aria-label=${words.title}></progress> <span>${speed ? storing : words.creating}</span>`;
  }

  #meter(done: number, total: number, said: string) {
    const {title} = ownerTexts.newProject.progress;
    return html`<progress aria-label=${title} max=${total} .value=${done}></progress> <span>${said}</span>`;
  }

  /** What is left of the time changes by itself. */
  #tick(): void {
    this.requestUpdate();
    this.#stop = later(250, () => this.#tick());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'upload-progress': UploadProgressElement;
  }
}
