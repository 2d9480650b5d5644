import type {Api, Judgement, Lease, Progress} from '../api.js';
import {wordsOf} from './content.js';
import {sameJudgement} from './judgement.js';
import {LeadTimer} from './lead-timer.js';
import {type Held, LeaseKeeper} from './lease-keeper.js';
import {type Lack, LeaseSupply} from './lease-supply.js';
import type {Outbox} from './outbox.js';
import {Pace} from './pace.js';

interface Judged extends Held {
  judgement: Judgement;
}

export type Phase = {kind: 'judging'; lease: Lease; expired: boolean; previous: Judgement | undefined} | Lack;

export interface SessionPorts {
  api: Pick<Api, 'leases' | 'heartbeat' | 'handBack'>;
  outbox: Outbox;
  projectId: number;
  onChange: () => void;
  onLoggedOut: () => void;
  later: (millis: number, action: () => void) => () => void;
  now: () => number;
  newKey: () => string;
}

const HISTORY_MAX = 50;

/**
 * Leads one annotator through a project. It shows one task, has the next ones ready, hands judgements to the outbox,
 * and goes back when asked. It knows nothing of the page's elements.
 */
export class LabelingSession {
  #current: Held | undefined;
  #ahead: Held[] = [];
  #history: Judged[] = [];
  #reviewed: Judged | undefined;
  #progress: Progress | undefined;
  #visible = true;
  #ended = false;
  readonly #settled = new Set<string>();
  readonly #expired = new Set<string>();
  readonly #pace: Pace;
  readonly #supply: LeaseSupply;
  readonly #keeper: LeaseKeeper;
  readonly #stopListening: () => void;

  constructor(private readonly ports: SessionPorts) {
    this.#pace = new Pace(ports.now);
    this.#supply = new LeaseSupply({
      api: ports.api,
      projectId: ports.projectId,
      held: () => this.#held().length,
      wanted: () => this.#pace.ahead,
      unsent: () => ports.outbox.size,
      isKnown: (leaseId) => this.#isKnown(leaseId),
      later: ports.later,
      onAnswer: (fresh, progress) => this.#supplied(fresh, progress),
      onChange: () => ports.onChange(),
      onLoggedOut: () => ports.onLoggedOut(),
    });
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
      onSaved: (entry, {progress}) => this.#saved(entry.leaseId, progress),
      onRefused: ({entry}) => this.#forget(entry.leaseId),
      onLoggedOut: () => ports.onLoggedOut(),
    });
  }

  start(): void {
    this.#keeper.start();
    this.#supply.refill();
  }

  /** Ends the session, and hands back the tasks that were not judged, so that others can have them at once, unless told otherwise. */
  end(handBack = true): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#supply.stop();
    this.#keeper.stop();
    this.#stopListening();
    if (!handBack) return;
    for (const held of this.#held()) void this.ports.api.handBack(held.lease).catch(() => undefined);
  }

  get phase(): Phase {
    const shown = this.#shown;
    if (!shown) return this.#supply.lack;
    const expired = this.#expired.has(shown.lease.id);
    return {kind: 'judging', lease: shown.lease, expired, previous: this.#reviewed?.judgement};
  }

  /** What is shown; undefined while there is nothing to judge. */
  get shown(): Extract<Phase, {kind: 'judging'}> | undefined {
    const {phase} = this;
    return phase.kind === 'judging' ? phase : undefined;
  }

  get progress(): Progress | undefined {
    return this.#progress;
  }

  get canUndo(): boolean {
    return this.#previous() !== undefined;
  }

  /** Takes the judgement on the task that is shown, and shows the next one. */
  judge(judgement: Judgement): void {
    const shown = this.#shown;
    if (!shown) return;
    shown.timer.pause();
    this.#pace.note();
    if (this.#reviewed) {
      const unchanged = sameJudgement(this.#reviewed.judgement, judgement);
      this.#reviewed.judgement = judgement;
      this.#reviewed = undefined;
      if (!unchanged) this.#hand(shown, judgement);
    } else {
      this.#history = [...this.#history, {...shown, judgement}].slice(-HISTORY_MAX);
      this.#current = undefined;
      this.#hand(shown, judgement);
    }
    this.#advance();
    this.#supply.refill();
  }

  /** Goes back to the task judged before the one that is shown. */
  undo(): void {
    const previous = this.#previous();
    if (!previous) return;
    this.#shown?.timer.pause();
    this.#reviewed = previous;
    this.#runTimer();
    this.ports.onChange();
  }

  /** Keeps the judgement on the task that the annotator has gone back to. */
  keep(): void {
    this.#reviewed?.timer.pause();
    this.#reviewed = undefined;
    this.#advance();
  }

  /** Checks for comparisons now, instead of when the next check is due. */
  lookAgain(): void {
    this.#supply.lookAgain();
  }

  /** Is told that the page came into sight or went out of it. */
  setVisible(visible: boolean): void {
    this.#visible = visible;
    this.#keeper.setVisible(visible);
    if (visible) this.#runTimer();
    else this.#shown?.timer.pause();
    this.#supply.setVisible(visible);
  }

  /** Is told that the annotator did something. */
  noteActivity(): void {
    this.#keeper.noteActivity();
  }

  #hand(shown: Held, judgement: Judgement): void {
    const prompt = shown.lease.shown.parts.map(wordsOf).join(' ');
    this.ports.outbox.add({
      key: this.ports.newKey(),
      leaseId: shown.lease.id,
      token: shown.lease.token,
      ...judgement,
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
    if (this.#visible) this.#shown?.timer.run();
  }

  get #shown(): Held | undefined {
    return this.#reviewed ?? this.#current;
  }

  #previous(): Judged | undefined {
    const at = this.#reviewed ? this.#history.indexOf(this.#reviewed) : this.#history.length;
    return this.#history[at - 1];
  }

  #held(): Held[] {
    return this.#current ? [this.#current, ...this.#ahead] : this.#ahead;
  }

  #supplied(fresh: Lease[], progress: Progress): void {
    this.#progress = progress;
    this.#ahead.push(...fresh.map((lease) => ({lease, timer: new LeadTimer(this.ports.now)})));
    this.#advance();
    if (fresh.length > 0) this.#keeper.start();
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
    this.#supply.refill();
  }

  /** Forgets a comparison whose verdict was refused. The server may offer it again. */
  #forget(leaseId: string): void {
    if (this.#reviewed?.lease.id === leaseId) this.#reviewed = undefined;
    this.#history = this.#history.filter((judged) => judged.lease.id !== leaseId);
    this.#advance();
    this.#supply.refill();
  }

  /** Keeps the comparison that is shown, whose verdict may still be accepted. Lets go of one that was held ahead. */
  #leaseEnded(held: Held): void {
    if (this.#ended) return;
    if (held === this.#current) this.#expired.add(held.lease.id);
    else this.#ahead = this.#ahead.filter((other) => other !== held);
    this.ports.onChange();
    this.#supply.refill();
  }
}
