import {LitElement, html} from 'lit';
import {customElement} from 'lit/decorators.js';

import {buttons, shared} from '../styles/shared.js';
import {texts} from '../texts.js';
import {THEME_CHANGED, type Theme, setTheme, theme} from '../theme.js';

const NEXT: Record<Theme, Theme> = {auto: 'light', light: 'dark', dark: 'auto'};
const SIGNS: Record<Theme, string> = {auto: '◐', light: '☀', dark: '☾'};

/** Switches the colours: as the system has them, light, dark. */
@customElement('theme-switch')
export class ThemeSwitchElement extends LitElement {
  static override styles = [shared, buttons];

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener(THEME_CHANGED, this.#onChanged);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener(THEME_CHANGED, this.#onChanged);
  }

  override render() {
    const now = theme();
    const label = texts.theme.label[now];
    return html`<button class="quiet" aria-label=${label} title=${label} @click=${this.#next}>${SIGNS[now]}</button>`;
  }

  #next = () => setTheme(NEXT[theme()]);

  readonly #onChanged = () => this.requestUpdate();
}

declare global {
  interface HTMLElementTagNameMap {
    'theme-switch': ThemeSwitchElement;
  }
}
