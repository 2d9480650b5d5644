/** Fired when the person wants to log out. */
export class LogOutEvent extends Event {
  static readonly type = 'log-out';

  constructor() {
    super(LogOutEvent.type, {bubbles: true, composed: true});
  }
}

declare global {
  interface HTMLElementEventMap {
    'log-out': LogOutEvent;
  }
}
