import {html, nothing} from 'lit';

import {spokenRatio, spokenShare} from '../model/figures.js';
import {spokenNumber} from '../model/numbers.js';
import {type Share, type Statistics, leaning} from '../model/statistics.js';
import {ownerTexts} from '../owner-texts.js';

const words = ownerTexts.overview;

/** How often each verdict was given on a pair. */
export function pairsCard({pairs}: Statistics) {
  const outcomes = Object.keys(words.pairs.names) as (keyof Statistics['pairs'])[];
  const all = outcomes.reduce((sum, outcome) => sum + pairs[outcome], 0);
  const {title, hint, names} = words.pairs;
  return card(
    title,
    html`<dl>
      ${outcomes.map((outcome) => {
        const share = all === 0 ? 0 : pairs[outcome] / all;
        return html`<div>
          <dt>${names[outcome]}</dt>
          <dd>${spokenNumber(pairs[outcome])} · ${spokenShare(share)}</dd>
          <span
            class="part ${share > 0 ? '' : 'none'}"
            aria-hidden="true"
            .style=${`inline-size: ${share * 100}%`}
          ></span>
        </div>`;
      })}
    </dl>`,
    hint,
  );
}

/** On which side the preferred answer stood. */
export function sidesCard({sides}: Statistics) {
  const {title, hint, uneven, none} = words.sides;
  return card(title, shareOf(sides, none), hint, leaning(sides) ? uneven : '');
}

/** Whether longer answers are preferred. */
export function lengthCard({length}: Statistics) {
  const {title, hint, uneven, none} = words.length;
  const side = leaning(length);
  return card(title, shareOf(length, none), hint, side ? uneven(side === 'high') : '');
}

/** How much people agree. */
export function agreementCard({agreement}: Statistics) {
  const {title, alpha, raw, hint, none, same} = words.agreement;
  if (agreement.raw === null) return card(title, html`<p>${none}</p>`, hint);
  const value =
    agreement.alpha === null
      ? html`<p>${same}</p>`
      : html`<p class="value">
          <span class="unit">${alpha}</span>
          ${
            agreement.low === null || agreement.high === null
              ? spokenRatio(agreement.alpha)
              : words.share(spokenRatio(agreement.alpha), spokenRatio(agreement.low), spokenRatio(agreement.high))
          }
        </p>`;
  return card(
    title,
    html`${value}
      <p>${raw(spokenShare(agreement.raw), agreement.pairs)}</p>`,
    hint,
  );
}

function shareOf(share: Share, none: string) {
  if (share.share === null || share.low === null || share.high === null) return html`<p>${none}</p>`;
  return html`<p class="value">
      ${words.share(spokenShare(share.share), spokenShare(share.low), spokenShare(share.high))}
    </p>
    <share-bar aria-hidden="true" .value=${share}></share-bar>`;
}

function card(title: string, content: unknown, hint: string, warning = '') {
  return html`<section class="card">
    <h2>${title}</h2>
    ${content} ${warning ? html`<p class="warning">${warning}</p>` : nothing}
    <p class="hint">${hint}</p>
  </section>`;
}
