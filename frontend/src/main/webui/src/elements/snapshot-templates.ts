import {html, nothing} from 'lit';

import type {Format} from '../model/export-choice.js';
import {type Snapshot, holdsFile, isTitleOf} from '../model/snapshots.js';
import {exactWhen, spokenMoment} from '../model/when.js';
import {ownerTexts} from '../owner-texts.js';

const words = ownerTexts.snapshots;

/**
 * What a snapshot is.
 *
 * @param format in which somebody wants a file of it
 */
export function aboutOf(snapshot: Snapshot, format: Format | undefined) {
  const {title, created_at, rows, purged, sources} = snapshot;
  const sha256 = rows === 0 && sources ? sources.sha256 : snapshot.sha256;
  const isGone = purged > 0 || (sources?.purged ?? 0) > 0;
  return html`<h3 dir="auto">${title}</h3>
    <p class="hint">
      <time datetime=${created_at} title=${exactWhen(created_at)}>${spokenMoment(created_at, Date.now())}</time> ·
      ${words.holds(snapshot)} · <code title=${sha256}>${words.hash(sha256.slice(0, 12))}</code>
    </p>
    ${isGone ? html`<p class="problem">${words.purged(snapshot)}</p>` : nothing}
    ${format && !isGone && !holdsFile(snapshot, format) ? html`<p class="hint">${words.noFile(snapshot, format.title)}</p>` : nothing}`;
}

/**
 * Asks for the title of a snapshot that is about to be deleted.
 *
 * @param typed what was typed until now
 */
export function deletionOf(
  snapshot: Snapshot,
  typed: string,
  on: {type: (typed: string) => void; delete: (event: Event) => void; keep: () => void},
) {
  return html`<form class="doomed" @submit=${on.delete}>
    <label>
      <span class="title">${words.type(snapshot.title)}</span>
      <input
        autocomplete="off"
        spellcheck="false"
        dir="auto"
        .value=${typed}
        @input=${(event: Event) => on.type((event.target as HTMLInputElement).value)}
      />
    </label>
    <button class="button" ?disabled=${!isTitleOf(typed, snapshot)}>${words.deleteForGood}</button>
    <button type="button" class="quiet edge" @click=${on.keep}>${words.keep}</button>
  </form>`;
}
