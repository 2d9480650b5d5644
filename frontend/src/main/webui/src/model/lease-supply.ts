import type {Api, Lease, Leased, Progress} from '../api.js';
import {Problem} from '../requests.js';
import {texts} from '../texts.js';
import {waitMillis} from './backoff.js';
import type {Entry} from './entry.js';

/** Why there is no comparison to show. */
export type Lack =
  | {kind: 'loading'}
  /** Nothing is left for now. The supply checks again from time to time. */
  | {kind: 'done'}
  /** The server is not answering. The supply keeps trying. */
  | {kind: 'waiting'}
  /** Trying again would not help. */
  | {kind: 'unavailable'; reason: string};

export interface SupplyPorts {
  api: Pick<Api, 'leases' | 'handBack'>;
  projectId: number;
  /** The ids of the leases that the page holds. */
  held: () => readonly string[];
  /** How many it should hold. */
  wanted: () => number;
  /** For how long they are kept without a heartbeat; undefined if as long as usual. */
  keepSeconds?: () => number | undefined;
  /** The verdicts that have yet to reach the server. */
  unsent: () => readonly Pick<Entry, 'leaseId'>[];
  /** Whether the page had this lease before. */
  isKnown: (leaseId: string) => boolean;
  later: (millis: number, action: () => void) => () => void;
  /** Is told of the server's answer, with the leases that the page did not have yet, and those that it had. */
  onAnswer: (fresh: Lease[], progress: Progress, known: Leased['known']) => void;
  onChange: () => void;
  onLoggedOut: () => void;
}

/** The most that the server gives to one person, and that it keeps for one. */
const LEASES_MAX = 12;
const KEPT_MAX = 60;
/** The page asks once it holds less than this share of what it wants, so that not each verdict is followed by a request. */
const REFILL_SHARE = 2 / 3;
const LOOK_AGAIN_MILLIS = 20_000;

/**
 * Makes sure that the page always holds the next comparisons. It asks the server for leases, one request at a time, and
 * asks again later if there are none or if the server does not answer.
 */
export class LeaseSupply {
  #unavailable: string | undefined;
  #exhausted = false;
  /** Whether the page has as many as it wants, or as the server keeps for it. */
  #isFull = false;
  #failures = 0;
  #asking = false;
  #askAgain = false;
  #visible = true;
  #stopped = false;
  #cancelLook: (() => void) | undefined;

  constructor(private readonly ports: SupplyPorts) {}

  get lack(): Lack {
    if (this.#unavailable !== undefined) return {kind: 'unavailable', reason: this.#unavailable};
    if (this.#failures > 0) return {kind: 'waiting'};
    return {kind: this.#exhausted ? 'done' : 'loading'};
  }

  /** Whether the page was once given all that it may keep. */
  get isFull(): boolean {
    return this.#isFull;
  }

  /** Asks until the page is given all that it may keep. */
  fill(): void {
    this.#isFull = false;
    this.refill();
  }

  /** Asks for more leases unless the page holds enough. */
  refill(): void {
    void this.#ask();
  }

  /** Asks now, instead of when the next check is due. */
  lookAgain(): void {
    this.#exhausted = false;
    this.#failures = 0;
    this.ports.onChange();
    this.refill();
  }

  /** Is told whether somebody can see the page. If nobody can, the next check is put off. */
  setVisible(visible: boolean): void {
    this.#visible = visible;
    if (visible) this.refill();
  }

  stop(): void {
    this.#stopped = true;
    this.#cancelLook?.();
  }

  get #holdsEnough(): boolean {
    const isFilling = this.#keepSeconds !== undefined && !this.#isFull;
    return isFilling ? false : this.ports.held().length > REFILL_SHARE * this.#most;
  }

  /** How many it can hold: the server counts leases with unsent verdicts too. */
  get #most(): number {
    const most = this.#keepSeconds === undefined ? LEASES_MAX : KEPT_MAX;
    return Math.min(this.ports.wanted(), most - this.ports.unsent().length);
  }

  get #keepSeconds(): number | undefined {
    return this.ports.keepSeconds?.();
  }

  async #ask(): Promise<void> {
    if (this.#stopped || this.#unavailable !== undefined || this.#holdsEnough) return;
    if (this.#asking) {
      this.#askAgain = true;
      return;
    }
    this.#asking = true;
    this.#cancelLook?.();
    try {
      await this.#fetch();
    } finally {
      this.#asking = false;
    }
    if (this.#askAgain) {
      this.#askAgain = false;
      await this.#ask();
    }
  }

  /** Sends one request. The supply may be stopped before the answer comes. */
  async #fetch(): Promise<void> {
    try {
      // The server counts leases with unsent verdicts too.
      const unsent = this.ports.unsent();
      const known = [...this.ports.held(), ...unsent.flatMap(({leaseId}) => leaseId ?? [])];
      const keepSeconds = this.#keepSeconds;
      const count = unsent.length + this.#most;
      const answer = await this.ports.api.leases(this.ports.projectId, count, known, keepSeconds);
      // What was judged meanwhile may come again.
      const fresh = laidOut(answer).filter((lease) => !this.ports.isKnown(lease.id));
      if (this.#stopped) this.#handBack(fresh);
      else this.#answered(fresh, answer, keepSeconds !== undefined);
    } catch (failure) {
      if (!this.#stopped) this.#failed(failure);
    }
  }

  #answered(fresh: Lease[], {progress, known}: Leased, isKept: boolean): void {
    this.#failures = 0;
    const asking = fresh.filter((lease) => lease.shown.controls.length > 0);
    this.#handBack(fresh.filter((lease) => !asking.includes(lease)));
    if (asking.length === 0 && fresh.length > 0) this.#unavailable = texts.noComparison.nothingAsked;
    // An answer that a verdict has overtaken tells nothing about what is left.
    if (asking.length > 0) this.#exhausted = false;
    else if (this.ports.unsent().length === 0 && !this.#askAgain) this.#exhausted = true;
    if (this.#exhausted && this.ports.held().length === 0) this.#lookIn(LOOK_AGAIN_MILLIS);
    this.ports.onAnswer(asking, progress, known);
    // A busy server may give a part at first. Once it gives nothing new, that is all that it keeps for one.
    if (isKept) this.#isFull ||= asking.length === 0 || this.ports.held().length >= this.ports.wanted();
    if (isKept && !this.#isFull) this.#askAgain = true;
  }

  /** Returns leases that this page does not use, so that others need not wait for the tasks. */
  #handBack(leases: Lease[]): void {
    for (const lease of leases) void this.ports.api.handBack(lease).catch(() => undefined);
  }

  #failed(failure: unknown): void {
    if (failure instanceof Problem && failure.status === 401) {
      this.ports.onLoggedOut();
    } else if (failure instanceof Problem && (failure.status === 403 || failure.status === 404)) {
      this.#unavailable = texts.noSuchProject;
    } else {
      this.#failures++;
      this.#lookIn(waitMillis(this.#failures, failure instanceof Problem ? failure.retryAfterSeconds : 0));
    }
    this.ports.onChange();
  }

  #lookIn(millis: number): void {
    this.#cancelLook?.();
    this.#cancelLook = this.ports.later(millis, () => {
      if (this.#visible) this.refill();
      else this.#lookIn(millis);
    });
  }
}

/** Gives each lease the layout, if the task follows it. */
function laidOut({leases, layout}: Leased): Lease[] {
  return leases.map((lease) => ({...lease, layout: lease.shown.follows_layout ? layout : null}));
}
