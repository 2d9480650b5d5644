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
  /** The version of the guidelines that the page has; undefined while it is not known. */
  guidelines: () => number | undefined;
  /** Is told that the server has newer ones. */
  onOutdated: () => void;
  /** Ends the watch over the person's presence. */
  signal: AbortSignal;
}

/** Makes a session that is connected with the server, the clock and the person in front of the page. It has yet to be started. */
export function liveSession({signal, practice, onOutdated, ...ports}: LiveSessionPorts): LabelingSession {
  const server = practice ?? {...api, ...mindingReturns({api, storage: tabStorage(), now: () => Date.now(), later})};
  const session = new LabelingSession({
    api: {
      ...server,
      leases: async (...asked) => {
        const answer = await server.leases(...asked);
        if ((answer.guidelines_version ?? 0) > (ports.guidelines() ?? Infinity)) onOutdated();
        return answer;
      },
    },
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
