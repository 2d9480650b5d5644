import {html} from 'lit';
import {keyed} from 'lit/directives/keyed.js';

import type {User} from '../api.js';
import type {OtherPlace} from '../navigation.js';
import {ownerParts} from '../owner-parts.js';
import type {Part} from '../parts.js';

const PARTS: Record<OtherPlace['page'], Part> = {
  people: ownerParts.people,
  'new-project': ownerParts.newProject,
  project: ownerParts.project,
  invitation: ownerParts.invitation,
};

/** The part of the application that has the page. */
export function partOf({page}: OtherPlace): Part {
  return PARTS[page];
}

/** The page, once its part is there. @param user undefined for a stranger, who is shown an invitation alone */
export function show(place: OtherPlace, user: User | undefined) {
  if (place.page === 'invitation') return html`<invitation-page .user=${user}></invitation-page>`;
  if (place.page === 'people') return html`<people-page .user=${user}></people-page>`;
  if (place.page === 'new-project')
    return html`<new-project-page ?allowed=${user?.role !== 'annotator'}></new-project-page>`;
  return keyed(
    place.projectId,
    html`<project-page .projectId=${place.projectId} .tab=${place.tab} .user=${user}></project-page>`,
  );
}
