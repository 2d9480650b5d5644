import {LitElement, html} from 'lit';
import {customElement} from 'lit/decorators.js';

import {shared} from '../styles/shared.js';
import {styles} from './login-page.styles.js';
import './login-form.js';

/** The page with the log-in form, the first thing that everybody sees. */
@customElement('login-page')
export class LoginPageElement extends LitElement {
  static override styles = [shared, styles];

  override connectedCallback(): void {
    super.connectedCallback();
    document.title = 'Log in · Prefstream';
  }

  override render() {
    return html`<main>
      <login-form>
        <div slot="head">
          <h1>Pref<b>stream</b></h1>
          <p>Compare answers. Say which is better.</p>
        </div>
      </login-form>
    </main>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'login-page': LoginPageElement;
  }
}
