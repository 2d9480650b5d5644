import {html, nothing} from 'lit';

import {type Format, GROUPS, type Group, groupOf, isFolded} from '../model/export-choice.js';
import {ownerTexts} from '../owner-texts.js';

/** The formats to choose from, group by group. Those are not shown for which the project can have nothing. */
export function formatGroups(formats: readonly Format[], chosen: Format | undefined, choose: (format: Format) => void) {
  const shown = formats.filter((format) => !format.disabled || format === chosen);
  const hidden = formats.length - shown.length;
  return html`${GROUPS.map((group) =>
    formatGroup(
      group,
      shown.filter((format) => groupOf(format) === group),
      chosen,
      choose,
    ),
  )}${hidden === 0 ? nothing : html`<p class="not-offered">${ownerTexts.export.notOffered(hidden)}</p>`}`;
}

function formatGroup(
  group: Group,
  formats: readonly Format[],
  chosen: Format | undefined,
  choose: (format: Format) => void,
) {
  if (formats.length === 0) return nothing;
  const title = ownerTexts.export.groups[group];
  const choices = formats.map((format) => formatChoice(format, format === chosen, () => choose(format)));
  if (!isFolded(group)) {
    return html`<fieldset>
      <legend>${title}</legend>
      ${choices}
    </fieldset>`;
  }
  const isChosen = chosen !== undefined && groupOf(chosen) === group;
  return html`<details class="group" ?open=${isChosen}>
    <summary>${title} <span class="amount">${ownerTexts.export.formats(formats.length)}</span></summary>
    <fieldset aria-label=${title}>${choices}</fieldset>
  </details>`;
}

function formatChoice(format: Format, isChosen: boolean, choose: () => void) {
  return html`<label class=${isChosen ? 'chosen' : ''}>
    <input type="radio" name="format" .checked=${isChosen} @change=${choose} />
    <span class="name">${format.title}</span>
    <span class="about">${format.description}</span>
  </label>`;
}
