import type {Progress, User} from '../api.js';
import type {Entry} from './entry.js';

/** A verdict that the server refused, kept until the annotator has seen the notice. */
export interface Refused {
  entry: Entry;
  /** Whether the lease had passed to somebody else. */
  lost: boolean;
  reason: string;
}

export type SavingState =
  | {kind: 'saved'}
  | {kind: 'saving'; unsaved: number}
  | {kind: 'retrying'; unsaved: number}
  | {kind: 'logged-out'; unsaved: number};

/** What has yet to reach the server, or its refusal the annotator. */
export interface Kept {
  unsent: Entry[];
  refused: Refused[];
}

/** Stores the entries, so that they survive the page. */
export interface Shelf {
  store: (unsent: readonly Entry[], refused: readonly Refused[]) => void;
}

/** What the server says to a judgement that it took. */
export interface Receipt {
  annotation_id?: number;
  revision?: number;
  /** There is none for a change. */
  progress?: Progress;
}

export interface OutboxPorts {
  send: (entry: Entry) => Promise<Receipt>;
  /** undefined where nothing can be stored: the entries then last no longer than the page. */
  shelf: Shelf | undefined;
  /** Calls back after that many milliseconds, and returns a function that cancels the call. */
  later: (millis: number, action: () => void) => () => void;
}

/** Is told what becomes of the verdicts. */
export interface OutboxListener {
  onChange?: () => void;
  onAdded?: (entry: Entry) => void;
  onSaved?: (entry: Entry, receipt: Receipt) => void;
  onRefused?: (refused: Refused) => void;
  /** Nothing is sent until the person is back. @param user who has logged in instead, if somebody has */
  onLoggedOut?: (user?: User) => void;
}
