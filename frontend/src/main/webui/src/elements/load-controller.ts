import {type ReactiveController, type ReactiveControllerHost, html, nothing} from 'lit';

import {ownerTexts} from '../owner-texts.js';
import {Problem} from '../requests.js';
import {texts} from '../texts.js';
import {LoggedOutEvent} from './logged-out-event.js';
import './page-message.js';

/** Reads what a page shows while the page is there, and again when that has changed. */
export class LoadController<T> implements ReactiveController {
  /** undefined until it is there. What was read before stays while it is read again. */
  loaded: T | undefined;

  #hasFailed = false;
  #loading: AbortController | undefined;

  /** @param ask asks the server; what it throws is a failure, or that the signal was aborted */
  constructor(
    private readonly host: ReactiveControllerHost & EventTarget,
    private readonly ask: (signal: AbortSignal) => Promise<T>,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    void this.read();
  }

  hostDisconnected(): void {
    this.#loading?.abort();
  }

  /** Reads it, again if it was read before. Fires `logged-out` at the host if the session has ended. */
  async read(): Promise<void> {
    this.#loading?.abort();
    this.#loading = new AbortController();
    const {signal} = this.#loading;
    try {
      const loaded = await this.ask(signal);
      if (signal.aborted) return;
      this.loaded = loaded;
      this.#hasFailed = false;
    } catch (failure) {
      if (signal.aborted) return;
      if (failure instanceof Problem && failure.status === 401) this.host.dispatchEvent(new LoggedOutEvent());
      else this.#hasFailed = true;
    }
    this.host.requestUpdate();
  }

  /** What is shown as long as nothing could be read. */
  instead() {
    if (!this.#hasFailed) return nothing;
    return html`<page-message level="2" sign="…" headline=${ownerTexts.people.loadFailedHeadline}>
      ${ownerTexts.people.loadFailed}
      <button slot="actions" class="button" @click=${() => void this.read()}>${texts.actions.tryAgain}</button>
    </page-message>`;
  }
}
