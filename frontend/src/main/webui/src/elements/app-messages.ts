import {html} from 'lit';

import {paths} from '../navigation.js';
import {texts} from '../texts.js';
import './page-message.js';

/** What is shown while the server does not answer. */
export function away(onTry: () => void) {
  return html`<main>
    <page-message sign="…" headline=${texts.away.headline}>
      ${texts.away.words}
      <button slot="actions" class="button" @click=${onTry}>${texts.actions.tryNow}</button>
    </page-message>
  </main>`;
}

/** What is shown at an address that names no page. */
export function nowhere() {
  return html`<main>
    <page-message headline=${texts.nowhere.headline}>
      ${texts.nowhere.words}
      <a slot="actions" class="button" href=${paths.projects}>${texts.actions.allProjects}</a>
    </page-message>
  </main>`;
}
