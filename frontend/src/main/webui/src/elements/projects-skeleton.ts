import {html} from 'lit';

import {laterTexts} from '../later-texts.js';

/** Holds the place of the first projects until they are there. */
export function skeleton() {
  return html`<p class="unseen" role="status">${laterTexts.projects.loading}</p>
    <div class="skeleton" aria-hidden="true">
      <div></div>
      <div></div>
      <div></div>
    </div>`;
}
