import {Part} from './parts.js';

/** What nobody needs while labeling: mostly what owners and managers see. */
export const ownerParts = {
  /** What finds everything by its name. */
  commands: new Part(() => import('./elements/command-dialog.js')),
  /** What the invited see. */
  invitation: new Part(() => import('./elements/invitation-page.js')),
  /** Of everybody's own: what they change of their account. */
  account: new Part(() => import('./elements/account-page.js')),
  /** Of everybody's own too: what they judged in all projects. */
  ownJudgements: new Part(() => import('./elements/own-judgements-page.js')),
  newProject: new Part(() => import('./elements/new-project-page.js')),
  project: new Part(() => import('./elements/project-page.js')),
  overview: new Part(() => import('./elements/overview-tab.js')),
  people: new Part(() => import('./people-parts.js')),
  tasks: new Part(() => import('./elements/tasks-tab.js')),
  exporting: new Part(() => import('./elements/export-tab.js')),
  targets: new Part(() => import('./elements/target-section.js')),
  settings: new Part(() => import('./elements/settings-tab.js')),
  generation: new Part(() => import('./elements/generation-section.js')),
  configuration: new Part(() => import('./elements/config-section.js')),
};
