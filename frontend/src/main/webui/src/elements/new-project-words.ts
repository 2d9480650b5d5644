import {type TemplateResult, html} from 'lit';

import {laterTexts} from '../later-texts.js';
import {FileChanged} from '../model/file-changed.js';
import type {NewProject} from '../model/new-project.js';
import {paths} from '../navigation.js';
import {ownerTexts} from '../owner-texts.js';
import {Problem} from '../requests.js';
import './page-message.js';

/** What went wrong; empty if nothing did. What the server says of a file names the place in it. */
export function failureWords({failure}: Pick<NewProject, 'failure'>): string {
  if (failure === undefined) return '';
  if (failure instanceof FileChanged) return ownerTexts.newProject.changed;
  if (!(failure instanceof Problem)) return ownerTexts.newProject.failed;
  return failure.status < 500 ? ownerTexts.newProject.refused(failure.message) : failure.message;
}

/** What a screen reader says of how it stands. */
export function statusWords({step, files, proposal}: Pick<NewProject, 'step' | 'files' | 'proposal'>): string {
  if (step === 'reading') return ownerTexts.newProject.reading;
  if (step === 'making') return ownerTexts.newProject.progress.begun;
  return proposal ? ownerTexts.newProject.found(files, proposal) : '';
}

/** What the page says to somebody who may not create projects. */
export function refusal(): TemplateResult {
  return html`<page-message headline=${ownerTexts.newProject.forManagersHeadline}>
    ${ownerTexts.newProject.forManagers}
    <a slot="actions" class="button" href=${paths.projects}>${laterTexts.projects.title}</a>
  </page-message>`;
}
