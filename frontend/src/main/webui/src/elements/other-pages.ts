import {html} from 'lit';
import {keyed} from 'lit/directives/keyed.js';

import type {User} from '../api.js';
import {laterTexts} from '../later-texts.js';
import {paths} from '../navigation.js';
import {type OtherPlace, otherPlaceOf} from '../other-places.js';
import {ownerParts} from '../owner-parts.js';
import type {Part} from '../parts.js';
import {texts} from '../texts.js';
import '../command-keys.js';
import './page-message.js';

const PARTS: Record<OtherPlace['page'], Part | undefined> = {
  people: ownerParts.people,
  account: ownerParts.account,
  'own-judgements': ownerParts.ownJudgements,
  'new-project': ownerParts.newProject,
  project: ownerParts.project,
  invitation: ownerParts.invitation,
  nowhere: undefined,
};

/** The part of the application that has the page of an address; undefined if there is no such page. */
export function partOf(path: string): Part | undefined {
  return PARTS[otherPlaceOf(path).page];
}

/** The page, once its part is there. @param user undefined for a stranger, who is shown an invitation alone */
export function show(path: string, user: User | undefined) {
  const place = otherPlaceOf(path);
  switch (place.page) {
    case 'invitation':
      return html`<invitation-page .user=${user}></invitation-page>`;
    case 'people':
      return html`<people-page .user=${user}></people-page>`;
    case 'account':
      return html`<account-page .user=${user}></account-page>`;
    case 'own-judgements':
      return html`<own-judgements-page></own-judgements-page>`;
    case 'new-project':
      return html`<new-project-page ?allowed=${user?.role !== 'annotator'}></new-project-page>`;
    case 'project':
      return keyed(
        place.projectId,
        html`<project-page .projectId=${place.projectId} .tab=${place.tab} .user=${user}></project-page>`,
      );
    case 'nowhere':
      return nowhere();
  }
}

/** What is shown at an address that names no page. */
function nowhere() {
  return html`<main>
    <page-message headline=${laterTexts.nowhere.headline}>
      ${laterTexts.nowhere.words}
      <a slot="actions" class="button" href=${paths.projects}>${texts.actions.allProjects}</a>
    </page-message>
  </main>`;
}
