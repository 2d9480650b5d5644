import type {ReactiveController, ReactiveControllerHost} from 'lit';

import {NOTHING_REFUSED, refusalOf, without} from '../model/field-problems.js';
import {ownerTexts} from '../owner-texts.js';
import {Problem} from '../requests.js';
import {LoggedOutEvent} from './logged-out-event.js';

/** Has the server do what a person asks for, one thing at a time, and keeps why it was refused. */
export class ActionController implements ReactiveController {
  #refusal = NOTHING_REFUSED;
  #isBusy = false;

  /** @param known whether the host shows a field of that name, and says at it why it is refused */
  constructor(
    private readonly host: ReactiveControllerHost & EventTarget & {renderRoot?: ParentNode},
    private readonly known: (name: string) => boolean = () => false,
  ) {
    host.addController(this);
  }

  /** Why the last action was refused, but for what is said at fields; empty if it was not. */
  get problem(): string {
    return this.#refusal.rest;
  }

  set problem(rest: string) {
    this.#refusal = {fields: {}, rest};
  }

  hostConnected(): void {
    this.problem = '';
  }

  /** Why a field of the last action was refused; empty if it was not. */
  at(name: string): string {
    return this.#refusal.fields[name] ?? '';
  }

  /** Is told that a field has another value than the one that was refused. */
  changed(name: string): void {
    if (this.at(name) === '') return;
    this.#refusal = without(this.#refusal, name);
    this.host.requestUpdate();
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
      else if (failure instanceof Problem) this.#refuse(failure);
      else this.problem = ownerTexts.people.failed;
      return false;
    } finally {
      this.#isBusy = false;
      this.host.requestUpdate();
    }
  }

  /** The first field that is refused is the next thing to be done. */
  #refuse(problem: Problem): void {
    this.#refusal = refusalOf(problem, this.known);
    if (Object.keys(this.#refusal.fields).length === 0) return;
    this.host.requestUpdate();
    void this.host.updateComplete.then(() => {
      // What was disabled while the action went on is shown anew once more.
      void this.host.updateComplete.then(() =>
        this.host.renderRoot?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(),
      );
    });
  }
}
