import {LitElement, html} from 'lit';
import {customElement, state} from 'lit/decorators.js';

import {buttons, shared} from '../styles/shared.js';
import {texts} from '../texts.js';
import {type Theme, setTheme, theme} from '../theme.js';

const NEXT: Record<Theme, Theme> = {auto: 'light', light: 'dark', dark: 'auto'};
const SIGNS: Record<Theme, string> = {auto: '◐', light: '☀', dark: '☾'};

/** Switches the colours: as the system has them, light, dark. */
@customElement('theme-switch')
export class ThemeSwitchElement extends LitElement {
  static override styles = [shared, buttons];

  @state() private theme = theme();

  override render() {
    const label = texts.theme.label[this.theme];
    return html`<button class="quiet" aria-label=${label} title=${label} @click=${this.#next}>
      ${SIGNS[this.theme]}
    </button>`;
  }

  #next = () => {
    this.theme = NEXT[this.theme];
    setTheme(this.theme);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'theme-switch': ThemeSwitchElement;
  }
}
