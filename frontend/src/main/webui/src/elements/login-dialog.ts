import {LitElement, html} from 'lit';
import {customElement, property, query} from 'lit/decorators.js';

import {dialogs} from '../styles/dialog.js';
import {shared} from '../styles/shared.js';
import './login-form.js';

/** Asks somebody whose session has ended to log in again, over the page that they were on. Only a log-in closes it. */
@customElement('login-dialog')
export class LoginDialogElement extends LitElement {
  static override styles = [shared, dialogs];

  /** The email of the person whose session has ended. */
  @property() known = '';

  @query('dialog') private readonly dialog!: HTMLDialogElement;

  override firstUpdated(): void {
    this.dialog.showModal();
  }

  override render() {
    return html`<dialog aria-labelledby="title" @cancel=${(event: Event) => event.preventDefault()}>
      <login-form .known=${this.known}>
        <div slot="head">
          <h2 id="title">Log in again</h2>
          <p>Your session has ended. What you have judged is kept, and is saved once you are logged in.</p>
        </div>
      </login-form>
    </dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'login-dialog': LoginDialogElement;
  }
}
