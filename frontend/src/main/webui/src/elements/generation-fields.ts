import {html, nothing} from 'lit';
import {ifDefined} from 'lit/directives/if-defined.js';
import {live} from 'lit/directives/live.js';

import type {Generation} from '../generation-api.js';
import {ownerTexts} from '../owner-texts.js';
import {fieldProblem, problemId} from './field-problem.js';

const words = ownerTexts.generation;

/** Whether answers are generated at all. */
export function enabledFlag(enabled: boolean, onChange: (enabled: boolean) => void) {
  return html`<label class="flag">
    <input
      type="checkbox"
      .checked=${live(enabled)}
      @change=${(event: Event) => onChange((event.target as HTMLInputElement).checked)}
    />
    <span class="title">${words.enabled}</span>
  </label>`;
}

/** By what a judge decides. */
export function criterionField(criterion: string, onInput: (criterion: string) => void) {
  return html`<div class="hinted">
    ${paragraph(words.criterion, criterion, onInput, 'criterion-hint')}
    <p id="criterion-hint" class="hint">${words.criterionHint}</p>
  </div>`;
}

/** A field of several lines. @param hint the id of what explains it */
export function paragraph(name: string, value: string, onInput: (value: string) => void, hint?: string) {
  return html`<label>
    <span class="title">${name}</span>
    <textarea
      rows="2"
      dir="auto"
      aria-describedby=${ifDefined(hint)}
      .value=${live(value)}
      @input=${(event: Event) => onInput((event.target as HTMLTextAreaElement).value)}
    ></textarea>
  </label>`;
}

/** The key, which is never shown again. @param key what was typed; undefined if the one that is kept stays */
export function keyField(set: Generation, key: string | undefined, problem: string, onInput: (key: string) => void) {
  const hint = set.can_keep_key ? (set.has_key ? words.keyKept : words.keyNone) : words.keyImpossible;
  return html`<div class="hinted">
    <label>
      <span class="title">${words.key}</span>
      <input
        type="password"
        autocomplete="off"
        aria-invalid=${problem !== ''}
        aria-describedby="key-hint ${problem ? problemId('api_key') : ''}"
        ?disabled=${!set.can_keep_key}
        .value=${live(key ?? '')}
        @input=${(event: Event) => onInput((event.target as HTMLInputElement).value)}
      />
    </label>
    ${fieldProblem('api_key', problem)}
    <p id="key-hint" class="hint">${key === '' && set.has_key ? words.keyForgotten : hint}</p>
    ${
      set.has_key
        ? html`<button class="quiet edge" type="button" @click=${() => onInput('')}>${words.forgetKey}</button>`
        : nothing
    }
  </div>`;
}
