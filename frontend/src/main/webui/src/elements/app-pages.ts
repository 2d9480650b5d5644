import {html} from 'lit';
import {keyed} from 'lit/directives/keyed.js';

import type {User} from '../api.js';
import type {Place} from '../navigation.js';
import {type Part, ownerParts, parts} from '../parts.js';
import {nowhere} from './app-messages.js';

/** The parts of the application that are pages of their own. */
export const PAGES: Partial<Record<Place['page'], Part>> = {
  projects: parts.projects,
  judgements: parts.judgements,
  practice: parts.practice,
  'new-project': ownerParts.newProject,
  project: ownerParts.project,
};

/** A page that keeps nothing of its own: the application need not hold it while somebody logs in again. */
export function pageOf(place: Exclude<Place, {page: 'label' | 'judgements'}>, user: User) {
  switch (place.page) {
    case 'projects':
      return html`<projects-page .user=${user}></projects-page>`;
    case 'practice':
      return html`<practice-page .userId=${user.id}></practice-page>`;
    case 'new-project':
      return html`<new-project-page ?allowed=${user.role !== 'annotator'}></new-project-page>`;
    case 'project':
      return keyed(
        place.projectId,
        html`<project-page .projectId=${place.projectId} .tab=${place.tab} .user=${user}></project-page>`,
      );
    default:
      return nowhere();
  }
}
