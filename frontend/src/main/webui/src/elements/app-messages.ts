import {html} from 'lit';

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
