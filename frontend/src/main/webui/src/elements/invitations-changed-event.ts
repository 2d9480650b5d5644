/** Fired where an invitation was made or revoked, so that the lists are read again. */
export class InvitationsChangedEvent extends Event {
  static readonly type = 'invitations-changed';

  constructor() {
    super(InvitationsChangedEvent.type, {bubbles: true, composed: true});
  }
}

declare global {
  interface HTMLElementEventMap {
    'invitations-changed': InvitationsChangedEvent;
  }
}
