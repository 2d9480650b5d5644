import {html} from 'lit';
import {keyed} from 'lit/directives/keyed.js';

import type {Outbox} from '../model/outbox.js';
import type {Place} from '../navigation.js';
import './labeling-page.js';

/** A page where somebody is at work, with what must survive that the session ends over it. */
export function workPage(
  place: Extract<Place, {page: 'label' | 'judgements'}>,
  userId: number,
  outbox: Outbox | undefined,
  covered: boolean,
) {
  const {projectId} = place;
  const page =
    place.page === 'label'
      ? html`<labeling-page
          .userId=${userId}
          .projectId=${projectId}
          .outbox=${outbox}
          .covered=${covered}
        ></labeling-page>`
      : html`<judgements-page
          .userId=${userId}
          .projectId=${projectId}
          .annotationId=${place.annotationId}
          .outbox=${outbox}
          .covered=${covered}
        ></judgements-page>`;
  return keyed(`${place.page}/${userId}/${projectId}`, page);
}
