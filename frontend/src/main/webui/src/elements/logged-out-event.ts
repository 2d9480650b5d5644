/** Fired when the server no longer accepts the session, so that somebody must log in again. */
export class LoggedOutEvent extends Event {
  static readonly type = 'logged-out';

  constructor() {
    super(LoggedOutEvent.type, {bubbles: true, composed: true});
  }
}

declare global {
  interface HTMLElementEventMap {
    'logged-out': LoggedOutEvent;
  }
}
