import type {Api} from '../api.js';
import type {Outbox} from './outbox.js';

/** What a session needs of the page around it. */
export interface SessionPorts {
  api: Pick<Api, 'leases' | 'heartbeat' | 'handBack' | 'draft' | 'judgements' | 'judgement'>;
  outbox: Outbox;
  projectId: number;
  onChange: () => void;
  onLoggedOut: () => void;
  later: (millis: number, action: () => void) => () => void;
  now: () => number;
  newKey: () => string;
  /** The version of the guidelines that the page has; undefined while it is not known. */
  guidelines?: () => number | undefined;
}
