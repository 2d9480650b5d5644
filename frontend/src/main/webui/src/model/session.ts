import {type Api, type Lease, Problem, type Progress, type Verdict} from '../api.js';
import {waitMillis} from './backoff.js';
import {LeadTimer} from './lead-timer.js';
import {type Held, LeaseKeeper} from './lease-keeper.js';
import type {Outbox} from './outbox.js';
import {sameVerdict} from './verdicts.js';

interface Judged extends Held {
  verdict: Verdict;
}

export type Phase =
  | {kind: 'loading'}
  | {kind: 'judging'; lease: Lease; expired: boolean; previous: Verdict | undefined}
  /** Nothing is left for now; the session looks again from time to time. */
  | {kind: 'done'}
  /** The server is away and there is nothing to show; the session tries again by itself. */
  | {kind: 'waiting'}
  /** This will not get better by trying again. */
  | {kind: 'unavailable'; reason: string};

export interface SessionPorts {
  api: Pick<Api, 'leases' | 'heartbeat' | 'handBack'>;
  outbox: Outbox;
  projectId: number;
  onChange(): void;
  onLoggedOut(): void;
  later(millis: number, action: () => void): () => void;
  now(): number;
  newKey(): string;
}

/** The one that is shown and the next one. */
const HELD = 2;
const LEASES_MAX = 3;
const HISTORY_MAX = 50;
const LOOK_AGAIN_MILLIS = 20_000;

/**
 * One annotator's way through a project: shows one comparison, has the next one ready, hands verdicts to the outbox, and
 * goes back when asked. Knows nothing of the page.
 */
export class LabelingSession {
  #current: Held | undefined;
  #ahead: Held[] = [];
  #history: Judged[] = [];
  #reviewed: Judged | undefined;
  #progress: Progress | undefined;
  #unavailable: string | undefined;
  #exhausted = false;
  #failures = 0;
  #claiming = false;
  #claimAgain = false;
  #visible = true;
  #ended = false;
  readonly #settled = new Set<string>();
  readonly #expired = new Set<string>();
  #cancelLook: (() => void) | undefined;
  readonly #keeper: LeaseKeeper;
  readonly #stopListening: () => void;

  constructor(private readonly ports: SessionPorts) {
    this.#keeper = new LeaseKeeper({
      heartbeat: (lease) => ports.api.heartbeat(lease),
      held: () => this.#held(),
      later: ports.later,
      now: ports.now,
      onAlive: (held) => this.#expired.delete(held.lease.id),
      onEnded: (held) => this.#leaseEnded(held),
      onLoggedOut: () => ports.onLoggedOut(),
    });
    this.#stopListening = ports.outbox.listen({
      onChange: () => ports.onChange(),
      onSaved: (entry, progress) => this.#saved(entry.leaseId, progress),
      onRefused: ({entry}) => this.#forget(entry.leaseId),
      onLoggedOut: () => ports.onLoggedOut(),
    });
  }

  start(): void {
    this.#keeper.start();
    void this.#claim();
  }

  /** Ends the session and gives back what was not judged, so that others need not wait for it. */
  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#cancelLook?.();
    this.#keeper.stop();
    this.#stopListening();
    for (const held of this.#held()) void this.ports.api.handBack(held.lease).catch(() => undefined);
  }

  get phase(): Phase {
    const shown = this.#reviewed ?? this.#current;
    if (shown) {
      const expired = this.#expired.has(shown.lease.id);
      return {kind: 'judging', lease: shown.lease, expired, previous: this.#reviewed?.verdict};
    }
    if (this.#unavailable !== undefined) return {kind: 'unavailable', reason: this.#unavailable};
    if (this.#failures > 0) return {kind: 'waiting'};
    return {kind: this.#exhausted ? 'done' : 'loading'};
  }

  get progress(): Progress | undefined {
    return this.#progress;
  }

  get canUndo(): boolean {
    return this.#previous() !== undefined;
  }

  /** Takes the verdict on what is shown and shows the next comparison. */
  judge(verdict: Verdict): void {
    const shown = this.#reviewed ?? this.#current;
    if (!shown) return;
    shown.timer.pause();
    if (this.#reviewed) {
      const unchanged = sameVerdict(this.#reviewed.verdict, verdict);
      this.#reviewed.verdict = verdict;
      this.#reviewed = undefined;
      if (!unchanged) this.#hand(shown, verdict);
    } else {
      this.#history = [...this.#history, {...shown, verdict}].slice(-HISTORY_MAX);
      this.#current = undefined;
      this.#hand(shown, verdict);
    }
    this.#advance();
    void this.#claim();
  }

  /** Goes back to the comparison judged before the one that is shown. */
  undo(): void {
    const previous = this.#previous();
    if (!previous) return;
    (this.#reviewed ?? this.#current)?.timer.pause();
    this.#reviewed = previous;
    this.#runTimer();
    this.ports.onChange();
  }

  /** Leaves a comparison that was gone back to as it was judged. */
  keep(): void {
    this.#reviewed?.timer.pause();
    this.#reviewed = undefined;
    this.#advance();
  }

  /** Looks now whether there is something to do, instead of when the next look is due. */
  lookAgain(): void {
    this.#exhausted = false;
    this.#failures = 0;
    this.ports.onChange();
    void this.#claim();
  }

  /** The page came into sight or went out of it. */
  setVisible(visible: boolean): void {
    this.#visible = visible;
    this.#keeper.setVisible(visible);
    if (!visible) {
      (this.#reviewed ?? this.#current)?.timer.pause();
      return;
    }
    this.#runTimer();
    void this.#claim();
  }

  /** The annotator is there. */
  noteActivity(): void {
    this.#keeper.noteActivity();
  }

  #hand(shown: Held, verdict: Verdict): void {
    const prompt = shown.lease.comparison?.prompt.map((part) => part.text).join(' ') ?? '';
    this.ports.outbox.add({
      key: this.ports.newKey(),
      leaseId: shown.lease.id,
      token: shown.lease.token,
      verdict,
      leadTimeSeconds: shown.timer.seconds,
      taskNumber: shown.lease.inner_id,
      promptStart: prompt.slice(0, 80),
    });
  }

  #advance(): void {
    this.#current ??= this.#ahead.shift();
    this.#runTimer();
    this.ports.onChange();
  }

  #runTimer(): void {
    if (this.#visible) (this.#reviewed ?? this.#current)?.timer.run();
  }

  #previous(): Judged | undefined {
    const at = this.#reviewed ? this.#history.indexOf(this.#reviewed) : this.#history.length;
    return this.#history[at - 1];
  }

  #held(): Held[] {
    return this.#current ? [this.#current, ...this.#ahead] : this.#ahead;
  }

  async #claim(): Promise<void> {
    if (this.#ended || this.#unavailable !== undefined || this.#held().length >= HELD) return;
    if (this.#claiming) {
      this.#claimAgain = true;
      return;
    }
    this.#claiming = true;
    this.#cancelLook?.();
    try {
      // What the outbox still holds counts among one's live leases, so it is asked for too and sorted out below.
      const count = Math.min(LEASES_MAX, this.ports.outbox.size + HELD);
      const answer = await this.ports.api.leases(this.ports.projectId, count);
      if (!this.#ended) this.#claimed(answer.leases, answer.progress);
    } catch (failure) {
      if (!this.#ended) this.#claimFailed(failure);
    } finally {
      this.#claiming = false;
    }
    if (this.#claimAgain) {
      this.#claimAgain = false;
      await this.#claim();
    }
  }

  #claimed(leases: Lease[], progress: Progress): void {
    this.#failures = 0;
    this.#progress = progress;
    const fresh = leases.filter((lease) => !this.#isKnown(lease.id));
    if (fresh.some((lease) => lease.comparison?.slots.length !== 2)) {
      this.#nothingToCompare(fresh);
      return;
    }
    this.#ahead.push(...fresh.map((lease) => ({lease, timer: new LeadTimer(this.ports.now)})));
    // An answer that was overtaken by a verdict says nothing about what is left.
    this.#exhausted = fresh.length === 0 && this.ports.outbox.size === 0 && !this.#claimAgain;
    if (this.#exhausted && this.#held().length === 0) this.#lookAgainIn(LOOK_AGAIN_MILLIS);
    this.#advance();
    if (fresh.length > 0) this.#keeper.start();
  }

  #nothingToCompare(leases: Lease[]): void {
    this.#unavailable =
      'This project has nothing that can be compared side by side here. Its labeling configuration needs a Pairwise control with two answers.';
    for (const lease of leases) void this.ports.api.handBack(lease).catch(() => undefined);
    this.ports.onChange();
  }

  #claimFailed(failure: unknown): void {
    if (failure instanceof Problem && failure.status === 401) {
      this.ports.onLoggedOut();
    } else if (failure instanceof Problem && (failure.status === 403 || failure.status === 404)) {
      this.#unavailable = 'There is no such project, or you are not a member of it. Ask the person who runs it.';
    } else {
      this.#failures++;
      this.#lookAgainIn(waitMillis(this.#failures, failure instanceof Problem ? failure.retryAfterSeconds : 0));
    }
    this.ports.onChange();
  }

  #lookAgainIn(millis: number): void {
    this.#cancelLook?.();
    this.#cancelLook = this.ports.later(millis, () => {
      if (this.#visible) void this.#claim();
      else this.#lookAgainIn(millis);
    });
  }

  #isKnown(leaseId: string): boolean {
    return (
      this.#settled.has(leaseId) ||
      this.ports.outbox.holds(leaseId) ||
      [...this.#held(), ...this.#history].some((held) => held.lease.id === leaseId)
    );
  }

  #saved(leaseId: string, progress: Progress): void {
    this.#settled.add(leaseId);
    this.#progress = progress;
    this.ports.onChange();
    void this.#claim();
  }

  /** A verdict was refused: there is nothing to go back to, and the server may offer the comparison anew. */
  #forget(leaseId: string): void {
    if (this.#reviewed?.lease.id === leaseId) this.#reviewed = undefined;
    this.#history = this.#history.filter((judged) => judged.lease.id !== leaseId);
    this.#advance();
    void this.#claim();
  }

  /** What is being read stays on the page: its verdict may still be taken. What was only held ahead is let go. */
  #leaseEnded(held: Held): void {
    if (this.#ended) return;
    if (held === this.#current) this.#expired.add(held.lease.id);
    else this.#ahead = this.#ahead.filter((other) => other !== held);
    this.ports.onChange();
    void this.#claim();
  }
}
