import type {Lease} from '../api.js';
import {Problem} from '../requests.js';
import type {LeadTimer} from './lead-timer.js';

/** A comparison that this page holds a lease on, and how long it was looked at. */
export interface Held {
  lease: Lease;
  timer: LeadTimer;
  /** The version of the guidelines that the page had when it showed the comparison. */
  guidelines?: number | undefined;
}

export interface KeeperPorts {
  heartbeat: (lease: Lease) => Promise<unknown>;
  held: () => readonly Held[];
  later: (millis: number, action: () => void) => () => void;
  now: () => number;
  onAlive: (held: Held) => void;
  /** Is told that the lease has expired or passed to somebody else. */
  onEnded: (held: Held) => void;
  onLoggedOut: () => void;
}

const IDLE_MILLIS = 10 * 60_000;
const LONGEST_SECONDS = 60;
const SHORTEST_SECONDS = 5;

/**
 * Keeps leases alive while somebody is there to use them: while the page is visible and was used in the last ten
 * minutes. The tasks of an abandoned page go to others.
 */
export class LeaseKeeper {
  #visible = true;
  #stopped = false;
  #lastActive: number;
  #cancel: (() => void) | undefined;

  constructor(private readonly ports: KeeperPorts) {
    this.#lastActive = ports.now();
  }

  /** Starts the heartbeats, or restarts them for other leases. */
  start(): void {
    this.#cancel?.();
    if (this.#stopped) return;
    const seconds = Math.min(LONGEST_SECONDS, ...this.ports.held().map(({lease}) => lease.heartbeat_seconds));
    this.#cancel = this.ports.later(Math.max(SHORTEST_SECONDS, seconds) * 1000, () => {
      void this.#beat();
      this.start();
    });
  }

  stop(): void {
    this.#stopped = true;
    this.#cancel?.();
  }

  setVisible(visible: boolean): void {
    this.#visible = visible;
    if (!visible) return;
    this.noteActivity();
    void this.#beat();
  }

  noteActivity(): void {
    this.#lastActive = this.ports.now();
  }

  async #beat(): Promise<void> {
    const someoneIsThere = this.#visible && this.ports.now() - this.#lastActive < IDLE_MILLIS;
    if (someoneIsThere && !this.#stopped) await Promise.all(this.ports.held().map((held) => this.#beatOne(held)));
  }

  async #beatOne(held: Held): Promise<void> {
    try {
      await this.ports.heartbeat(held.lease);
      this.ports.onAlive(held);
    } catch (failure) {
      if (!(failure instanceof Problem)) return;
      if (failure.status === 401) this.ports.onLoggedOut();
      else if (failure.status === 409 || failure.status === 404) this.ports.onEnded(held);
    }
  }
}
