import type {Judgement, Lease} from '../api.js';
import {judgementOf} from '../judged.js';
import {fingerprint} from './judgement.js';
import type {Held} from './lease-keeper.js';

export interface DraftPorts {
  keep: (lease: Lease, begun: Judgement, leadTimeSeconds: number, signal: AbortSignal) => Promise<unknown>;
  later: (millis: number, action: () => void) => () => void;
}

interface Begun {
  held: Held;
  answered: Judgement;
}

interface Sending {
  leaseId: string;
  abort: AbortController;
  done: Promise<void>;
}

const CALM_MILLIS = 1500;
/** Differs from whatever may be answered. */
const UNKNOWN = '';

/**
 * Lets the server keep what was begun and is not submitted, a moment after the last change. A failure is not told: the next
 * change is another attempt.
 */
export class DraftKeeper {
  #pending: Begun | undefined;
  #sending: Sending | undefined;
  #cancel: (() => void) | undefined;
  /** What the server is believed to have, by lease. */
  readonly #kept = new Map<string, string>();

  constructor(private readonly ports: DraftPorts) {}

  /** Is told what is answered so far, and what was when nobody had answered anything. */
  note(held: Held, answered: Judgement, initial: Judgement): void {
    const {lease} = held;
    if (this.#pending?.held.lease.id !== lease.id) this.flush();
    this.#drop();
    const kept = this.#kept.get(lease.id) ?? fingerprint(lease.draft ? judgementOf(lease.draft) : initial);
    if (fingerprint(answered) === kept) return;
    this.#pending = {held, answered};
    this.#cancel = this.ports.later(CALM_MILLIS, () => this.#due());
  }

  /** Sends now what waits, because the page may be gone in a moment. */
  flush(): void {
    if (this.#pending) this.#send(this.#pending);
  }

  /** Whether the server has a draft of a task, or may have one. */
  has(lease: Lease): boolean {
    return this.#kept.has(lease.id) || Boolean(lease.draft);
  }

  /** Keeps nothing more of a lease, because it is judged. @returns whether the server has a draft, or may have one */
  settle(lease: Lease): boolean {
    if (this.#pending?.held.lease.id === lease.id) this.#drop();
    if (this.#sending?.leaseId === lease.id) this.#sending.abort.abort();
    const had = this.has(lease);
    this.#kept.delete(lease.id);
    return had;
  }

  #drop(): void {
    this.#cancel?.();
    this.#pending = undefined;
  }

  /** An earlier state must not overtake a later one. */
  #due(): void {
    if (this.#sending) void this.#sending.done.then(() => this.#due());
    else this.flush();
  }

  #send(begun: Begun): void {
    this.#drop();
    const {lease, timer} = begun.held;
    this.#kept.set(lease.id, fingerprint(begun.answered));
    const abort = new AbortController();
    const done = this.ports
      .keep(lease, begun.answered, timer.seconds, abort.signal)
      // What is settled meanwhile is forgotten.
      .catch(() => this.#kept.has(lease.id) && this.#kept.set(lease.id, UNKNOWN))
      .then(() => {
        if (this.#sending === sending) this.#sending = undefined;
      });
    const sending: Sending = {leaseId: lease.id, abort, done};
    this.#sending = sending;
  }
}
