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
    const isSending = speed !== undefined && speed.total > 0 && !speed.isSent;
    const waiting = speed ? words.storing : words.creating;
    const said = isSending ? words.sending(speed.sent, speed.total, speed.secondsLeft) : waiting;
    return html`${
        isSending
          ? html`<progress aria-label=${words.title} max=${speed.total} .value=${speed.sent}></progress>`
          : html`<progress aria-label=${words.title}></progress>`
      } <span>${said}</span>`;
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
