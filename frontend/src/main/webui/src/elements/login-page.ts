import {LitElement, html} from 'lit';
import {customElement} from 'lit/decorators.js';

import {shared} from '../styles/shared.js';
import {texts} from '../texts.js';
import {styles} from './login-page.styles.js';
import './login-form.js';

/** The page with the log-in form, the first thing that everybody sees. */
@customElement('login-page')
export class LoginPageElement extends LitElement {
  static override styles = [shared, styles];

  override connectedCallback(): void {
    super.connectedCallback();
    document.title = texts.page.title(texts.login.title);
  }

  override render() {
    return html`<main>
      <login-form>
        <div slot="head">
          <h1>${texts.page.brand((words) => html`<b>${words}</b>`)}</h1>
          <p>${texts.login.slogan}</p>
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
