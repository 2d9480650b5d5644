import type {Judgement, Lease, Leased, Progress} from '../api.js';
import {Attention} from './attention.js';
import {DraftKeeper} from './draft-keeper.js';
import {type Entry, type Target, entryOf} from './entry.js';
import {Hand} from './hand.js';
import {History} from './history.js';
import {sameJudgement} from './judgement.js';
import {type Held, LeaseKeeper} from './lease-keeper.js';
import {LeaseSupply} from './lease-supply.js';
import {Load} from './load.js';
import {Pace} from './pace.js';
import {type Phase, type Undone, phaseOf} from './phase.js';
import type {SessionPorts} from './session-ports.js';
import {Skips} from './skips.js';

/**
 * Leads one annotator through a project. It shows one task, has the next ones ready, hands judgements to the outbox,
 * and goes back when asked. It knows nothing of the page's elements.
 */
export class LabelingSession {
  #progress: Progress | undefined;
  #ended = false;
  readonly #settled = new Set<string>();
  /** What is taken along for a journey offline. */
  readonly load: Load;
  readonly #hand: Hand;
  readonly #history: History;
  readonly #skips = new Skips();
  readonly #drafts: DraftKeeper;
  readonly #attention: Attention;
  readonly #pace: Pace;
  readonly #supply: LeaseSupply;
  readonly #keeper: LeaseKeeper;
  readonly #stopListening: () => void;

  constructor(private readonly ports: SessionPorts) {
    this.#hand = new Hand(ports.now, ports.guidelines);
    this.#history = new History(ports);
    this.#drafts = new DraftKeeper({keep: (...begun) => ports.api.draft(...begun), later: ports.later});
    this.#attention = new Attention(() => (this.#history.reviewed ?? this.#hand.current)?.timer);
    this.#pace = new Pace(ports.now);
    this.#supply = new LeaseSupply({
      api: ports.api,
      projectId: ports.projectId,
      held: () => this.#hand.all.map(({lease}) => lease.id),
      wanted: () => this.load.luggage?.count ?? this.#pace.ahead,
      keepSeconds: () => this.load.luggage?.keepSeconds,
      unsent: () => ports.outbox.unsent,
      isKnown: (leaseId) => this.#isKnown(leaseId),
      later: ports.later,
      onAnswer: (...answer) => this.#supplied(...answer),
      onChange: () => ports.onChange(),
      onLoggedOut: () => ports.onLoggedOut(),
    });
    this.load = new Load({
      hand: this.#hand,
      supply: this.#supply,
      api: ports.api,
      isKnown: (leaseId) => this.#isKnown(leaseId),
      onLoaded: () => this.#advance(),
    });
    this.#keeper = new LeaseKeeper({
      heartbeat: (lease) => ports.api.heartbeat(lease),
      held: () => this.load.needingSigns,
      later: ports.later,
      now: ports.now,
      onAlive: (held) => this.#hand.alive(held),
      onEnded: (held) => this.#leaseEnded(held),
      onLoggedOut: () => ports.onLoggedOut(),
    });
    this.#stopListening = ports.outbox.listen({
      onChange: () => ports.onChange(),
      onSaved: (entry, {progress}) => this.#saved(entry, progress),
      onRefused: ({entry}) => this.#forget(entry),
      onLoggedOut: () => ports.onLoggedOut(),
    });
  }

  start(): void {
    this.#keeper.start();
    this.#supply.refill();
  }

  /** Ends the session, and hands back the tasks that were not judged, unless they are begun or taken along, or the page is told otherwise. */
  end(handBack = true): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#supply.stop();
    this.#keeper.stop();
    this.#stopListening();
    this.#history.leave();
    this.#drafts.flush();
    if (!handBack || this.load.luggage) return;
    // Whoever comes back soon goes on with what they had begun. After that it is for others, as any task is.
    const left = this.#hand.all.filter(({lease}) => !this.#drafts.has(lease));
    for (const {lease} of left) void this.ports.api.handBack(lease).catch(() => undefined);
  }

  get phase(): Phase {
    const {reviewed} = this.#history;
    if (reviewed) return phaseOf(reviewed);
    const task = this.#hand.current?.lease;
    if (!task) return this.#supply.lack;
    return {kind: 'judging', task, expired: this.#hand.isExpired, previous: undefined, mayChange: true};
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
    return this.#history.mayGoBack(this.#progress?.mine ?? 0);
  }

  /** Whether an earlier task is on its way, so that what is pressed now is not meant for the one that is shown. */
  get isGoingBack(): boolean {
    return this.#history.isGoing;
  }

  /** Takes the judgement on the task that is shown, and shows the next one. */
  judge(judgement: Judgement): void {
    const {outbox, newKey} = this.ports;
    const {reviewed} = this.#history;
    const {current} = this.#hand;
    if (reviewed) {
      if (!reviewed.mayChange) return;
      const unchanged = sameJudgement(reviewed.judgement, judgement);
      this.#skips.change(reviewed, judgement);
      this.#history.leave();
      if (!unchanged) outbox.add(entryOf(reviewed, newKey()));
    } else if (current) {
      const {lease, timer, guidelines} = current;
      const target = {leaseId: lease.id, token: lease.token};
      const past = {task: lease, taskId: lease.task_id, timer, judgement, target, mayChange: true, guidelines};
      this.#history.add(past);
      this.#hand.play();
      outbox.add(entryOf(past, newKey(), this.#drafts.settle(lease)));
    } else {
      return;
    }
    this.#pace.note();
    this.#advance();
    this.#supply.refill();
  }

  /** Goes back to the task judged before the one that is shown, at once if this page has judged it. */
  async undo(): Promise<Undone> {
    if (this.isGoingBack) return 'left';
    if (!this.#history.isAtHand && this.ports.outbox.some((entry) => !this.#history.knows(entry))) return 'unsent';
    const going = this.#history.back();
    this.#turn();
    const went = await going;
    this.#turn();
    return went;
  }

  /** Goes forward to the task that the annotator came back from; false if there is none. */
  redo(): boolean {
    const forward = this.#history.forward();
    if (forward) this.#advance();
    return forward;
  }

  /** Keeps the judgement on the task that the annotator has gone back to, or does not go back after all. */
  keep(): void {
    this.#history.keep();
    this.#advance();
  }

  /** Is told what is answered on the task that is shown and not submitted yet, and what was before anybody answered. */
  begin(answered: Judgement, initial: Judgement): void {
    const {current} = this.#hand;
    if (current && !this.#history.reviewed) this.#drafts.note(current, answered, initial);
  }

  /** Checks for comparisons now, instead of when the next check is due. */
  lookAgain(): void {
    this.#supply.lookAgain();
  }

  /** Is told that the page came into sight or went out of it. */
  setVisible(visible: boolean): void {
    this.#keeper.setVisible(visible);
    this.#attention.setVisible(visible);
    if (!visible) this.#drafts.flush();
    this.#supply.setVisible(visible);
  }

  /** Is told whether something else is asked in place of the task, whose time stands still meanwhile. */
  setAside(aside: boolean): void {
    if (!aside) this.#pace.rest();
    this.#attention.setAside(aside);
    this.ports.onChange();
  }

  /** Is told that the annotator did something. */
  noteActivity(): void {
    this.#keeper.noteActivity();
  }

  #advance(): void {
    this.#hand.draw();
    this.#turn();
  }

  #turn(): void {
    this.#attention.turn();
    this.ports.onChange();
  }

  #supplied(fresh: Lease[], progress: Progress, known: Leased['known']): void {
    this.#progress = progress;
    this.#hand.add(fresh);
    this.#hand.renew(known);
    this.#advance();
    if (fresh.length > 0) this.#keeper.start();
  }

  #isKnown(id: string): boolean {
    const isJudged = this.#settled.has(id) || this.#history.knows({leaseId: id, token: 0});
    return isJudged || this.ports.outbox.holds(id) || this.#hand.has(id);
  }

  #saved(entry: Entry, progress: Progress | undefined): void {
    if (entry.leaseId !== undefined) this.#settled.add(entry.leaseId);
    this.#progress = progress ?? this.#skips.after(entry, this.#progress);
    this.ports.onChange();
    this.#supply.refill();
  }

  /** Forgets a comparison whose verdict was refused. The server may offer it again. */
  #forget(target: Target): void {
    this.#history.forget(target);
    this.#advance();
    this.#supply.refill();
  }

  #leaseEnded(held: Held): void {
    if (this.#ended) return;
    this.#hand.ended(held);
    this.ports.onChange();
    this.#supply.refill();
  }
}
