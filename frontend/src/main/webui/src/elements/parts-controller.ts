import {type ReactiveController, type ReactiveControllerHost, html} from 'lit';

import {waitMillis} from '../model/backoff.js';
import type {Part} from '../parts.js';
import {later} from '../platform.js';
import {texts} from '../texts.js';

/** How it stands with parts of the page: a failed one is being tried again. */
export type PartsState = 'there' | 'loading' | 'failed';

/**
 * Lets a host show what needs parts of the page once these are there. It loads what is missing, again and again if need be,
 * and has the host rendered when that changes something.
 */
export class PartsController implements ReactiveController {
  /** What is waited for, with what stops the wait for the next attempt. */
  readonly #wanted = new Map<Part, () => void>();
  #connected = true;

  /** @param onChange is told before the host is rendered */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly onChange: () => void = () => undefined,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#connected = true;
  }

  hostDisconnected(): void {
    this.#connected = false;
    for (const stop of this.#wanted.values()) stop();
    this.#wanted.clear();
  }

  /** How it stands with parts that are needed. @param wished what is waited for too, but can be done without if it fails */
  state(needed: readonly Part[], wished: readonly Part[] = []): PartsState {
    const missing = needed.filter(({loaded}) => loaded === undefined);
    const awaited = wished.filter(({loaded, failed}) => loaded === undefined && !failed);
    for (const part of [...missing, ...awaited]) if (!this.#wanted.has(part)) void this.#load(part, 1);
    if (missing.some(({failed}) => failed)) return 'failed';
    return missing.length + awaited.length === 0 ? 'there' : 'loading';
  }

  /** What stands in place of something that cannot be shown because a part is missing. */
  notice(level: 1 | 2) {
    return html`<page-message level=${level} sign="…" headline=${texts.parts.headline}>
      ${texts.parts.words}
      <div slot="actions">
        <button class="button" @click=${() => this.#tryNow()}>${texts.actions.tryAgain}</button>
        <button class="quiet" @click=${() => location.reload()}>${texts.parts.reload}</button>
      </div>
    </page-message>`;
  }

  async #load(part: Part, attempt: number): Promise<void> {
    this.#wanted.set(part, () => undefined);
    try {
      await part.load();
      this.#wanted.delete(part);
    } catch {
      if (!this.#connected) return;
      this.#wanted.set(
        part,
        later(waitMillis(attempt), () => void this.#load(part, attempt + 1)),
      );
    }
    if (!this.#connected) return;
    this.onChange();
    this.host.requestUpdate();
  }

  #tryNow(): void {
    for (const [part, stop] of this.#wanted) {
      stop();
      void this.#load(part, 1);
    }
  }
}
