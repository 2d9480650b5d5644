import type {ReactiveController, ReactiveControllerHost} from 'lit';

import {ownerTexts} from '../owner-texts.js';
import {Problem} from '../requests.js';
import {LoggedOutEvent} from './logged-out-event.js';

/** Has the server do what a person asks for, one thing at a time, and keeps why it was refused. */
export class ActionController implements ReactiveController {
  /** Why the last action was refused; empty if it was not. */
  problem = '';

  #isBusy = false;

  constructor(private readonly host: ReactiveControllerHost & EventTarget) {
    host.addController(this);
  }

  hostConnected(): void {
    this.problem = '';
  }

  /**
   * Fires `logged-out` at the host if the session has ended.
   *
   * @returns whether it was done; also false, without an attempt, while another action is under way
   */
  async run(action: () => Promise<unknown>): Promise<boolean> {
    if (this.#isBusy) return false;
    this.#isBusy = true;
    this.problem = '';
    try {
      await action();
      return true;
    } catch (failure) {
      if (failure instanceof Problem && failure.status === 401) this.host.dispatchEvent(new LoggedOutEvent());
      else this.problem = failure instanceof Problem ? failure.message : ownerTexts.people.failed;
      return false;
    } finally {
      this.#isBusy = false;
      this.host.requestUpdate();
    }
  }
}
