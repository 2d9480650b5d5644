import {html, nothing} from 'lit';

import {type Region, saidInResult} from '../model/task-annotations.js';
import {ownerTexts} from '../owner-texts.js';

const words = ownerTexts.tasks.panel;

/** What a result says, each control's answer below its name. */
export function saidTemplate(result: readonly Region[] | null) {
  const all = saidInResult(result);
  if (all.length === 0) return html`<p>${words.nothing}</p>`;
  return html`<dl>
    ${all.map(
      ({control, words: answer, isWritten}) =>
        html`<dt dir="auto">${control ?? ''}</dt>
          <dd dir="auto">${isWritten ? answer : html`<b>${answer}</b>`}</dd>`,
    )}
  </dl>`;
}

/** That somebody has skipped, and why. */
export function skippedTemplate(reason: string | null | undefined) {
  return html`<p class="skipped" dir="auto">${words.skipped}</p>
    ${reason ? html`<p dir="auto">${reason}</p>` : nothing}`;
}
