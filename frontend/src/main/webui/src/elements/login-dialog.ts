import {LitElement, html, nothing} from 'lit';
import {customElement, property, query} from 'lit/decorators.js';

import type {User} from '../api.js';
import {nameOf} from '../model/person.js';
import {dialogs} from '../styles/dialog.js';
import {buttons, shared} from '../styles/shared.js';
import {texts} from '../texts.js';
import {styles} from './login-dialog.styles.js';
import './login-form.js';

/** Fired when the person who has logged in instead wants to go on. */
export class GoOnEvent extends Event {
  static readonly type = 'go-on-wanted';

  constructor() {
    super(GoOnEvent.type, {bubbles: true, composed: true});
  }
}

/**
 * Asks somebody whose session has ended to log in again, over the page that they were on. Only a
 * log-in closes it, or that somebody else who is logged in instead goes on.
 *
 * @fires go-on-wanted
 */
@customElement('login-dialog')
export class LoginDialogElement extends LitElement {
  static override styles = [shared, buttons, dialogs, styles];

  /** The person whose session has ended. */
  @property({attribute: false}) user?: User;
  /** Who has logged in instead, if somebody has. */
  @property({attribute: false}) other: User | undefined;
  /** How many judgements have yet to be saved. */
  @property({attribute: false}) unsaved = 0;
  /** Whether they are kept when somebody else goes on. */
  @property({attribute: false}) kept = true;

  @query('dialog') private readonly dialog!: HTMLDialogElement;

  override firstUpdated(): void {
    this.dialog.showModal();
  }

  override render() {
    return html`<dialog aria-labelledby="title" @cancel=${(event: Event) => event.preventDefault()}>
      <login-form .known=${this.user?.email ?? ''}>
        <div slot="head">${this.other ? this.#whyOther() : this.#whyEnded()}</div>
      </login-form>
      ${
        this.other && this.kept
          ? html`<button class="quiet" @click=${() => this.dispatchEvent(new GoOnEvent())}>
              ${texts.loginDialog.goOnAs(nameOf(this.other))}
            </button>`
          : nothing
      }
    </dialog>`;
  }

  #whyEnded() {
    return html`<h2 id="title">${texts.loginDialog.ended}</h2>
      <p>${texts.loginDialog.whyEnded}</p>`;
  }

  #whyOther() {
    const name = this.user ? nameOf(this.user) : '';
    return html`<h2 id="title">${texts.loginDialog.other}</h2>
      <p>${texts.loginDialog.whyOther(name, this.unsaved)}</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'login-dialog': LoginDialogElement;
  }
  interface HTMLElementEventMap {
    'go-on-wanted': GoOnEvent;
  }
}
