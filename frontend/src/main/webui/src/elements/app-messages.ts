import {html} from 'lit';

import {paths} from '../navigation.js';
import './page-message.js';

/** What is shown while the server does not answer. */
export function away(onTry: () => void) {
  return html`<main>
    <page-message sign="…" headline="Prefstream cannot be reached right now">
      It may be starting up. Nothing is lost, and this page keeps trying.
      <button slot="actions" class="button" @click=${onTry}>Try now</button>
    </page-message>
  </main>`;
}

/** What is shown at an address that names no page. */
export function nowhere() {
  return html`<main>
    <page-message headline="There is no such page">
      The address may be mistyped, or the page it named no longer exists.
      <a slot="actions" class="button" href=${paths.projects}>All projects</a>
    </page-message>
  </main>`;
}
