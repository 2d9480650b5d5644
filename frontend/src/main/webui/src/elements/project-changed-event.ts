/** Fired by a part of a project's page that has changed the project, which is then read again. */
export class ProjectChangedEvent extends Event {
  static readonly type = 'project-changed';

  constructor() {
    super(ProjectChangedEvent.type, {bubbles: true, composed: true});
  }
}

declare global {
  interface HTMLElementEventMap {
    'project-changed': ProjectChangedEvent;
  }
}
