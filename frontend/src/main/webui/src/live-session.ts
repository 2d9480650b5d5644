import {api} from './api.js';
import type {Outbox} from './model/outbox.js';
import {LabelingSession} from './model/session.js';
import type {SessionPorts} from './model/session-ports.js';
import {later, newKey, tabStorage} from './platform.js';
import {watchPresence} from './presence.js';
import {mindingReturns} from './returned-leases.js';

export interface LiveSessionPorts {
  /** What plays the server in a practice round; the server itself if it is undefined. */
  practice?: SessionPorts['api'] | undefined;
  outbox: Outbox;
  projectId: number;
  onChange: () => void;
  onLoggedOut: () => void;
  /** Ends the watch over the person's presence. */
  signal: AbortSignal;
}

/** Makes a session that is connected with the server, the clock and the person in front of the page. It has yet to be started. */
export function liveSession({signal, practice, ...ports}: LiveSessionPorts): LabelingSession {
  const session = new LabelingSession({
    api: practice ?? {...api, ...mindingReturns({api, storage: tabStorage(), now: () => Date.now(), later})},
    later,
    newKey,
    now: () => performance.now(),
    ...ports,
  });
  watchPresence(
    {onVisible: (visible) => session.setVisible(visible), onActivity: () => session.noteActivity()},
    signal,
  );
  return session;
}
