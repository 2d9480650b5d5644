import {Problem, Unreachable} from '../requests.js';
import {SomebodyElse} from '../same-person.js';
import {waitMillis} from './backoff.js';
import {type Entry, subjectOf} from './entry.js';
import type {Kept, OutboxListener, OutboxPorts, Receipt, Refused, SavingState} from './outbox-ports.js';

export type {Entry} from './entry.js';
export type * from './outbox-ports.js';

/**
 * Brings verdicts to the server, one at a time and in the order in which they were given. A verdict that an outage
 * holds up is sent again until it arrives. A verdict that the server refuses is kept and shown, never dropped in
 * silence.
 */
export class Outbox {
  #unsent: Entry[] = [];
  #refused: Refused[] = [];
  #inFlight = false;
  #failures = 0;
  #conflicts = 0;
  #loggedOut = false;
  #stopped = false;
  #cancelRetry: (() => void) | undefined;
  readonly #listeners = new Set<OutboxListener>();

  constructor(private readonly ports: OutboxPorts) {}

  /** Takes over what an earlier page kept. It goes before what was given since. */
  adopt(kept: Kept): void {
    const known = new Set(this.#unsent.map(({key}) => key));
    const earlier = kept.unsent.filter(({key}) => !known.has(key));
    this.#unsent.splice(this.#firstUntried, 0, ...earlier);
    this.#refused = [...kept.refused, ...this.#refused];
    this.#changed();
    this.#pump();
  }

  /** Adds a listener, and returns a function that removes it. */
  listen(listener: OutboxListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  get state(): SavingState {
    const unsaved = this.#unsent.length;
    if (unsaved === 0) return {kind: 'saved'};
    if (this.#loggedOut) return {kind: 'logged-out', unsaved};
    return {kind: this.#failures > 0 ? 'retrying' : 'saving', unsaved};
  }

  get refused(): readonly Refused[] {
    return this.#refused;
  }

  /** Whether a verdict on this lease has yet to reach the server. */
  holds(leaseId: string): boolean {
    return this.#unsent.some((entry) => entry.leaseId === leaseId);
  }

  /** The last change of an earlier judgement that has yet to reach the server; undefined if there is none. */
  changeOf(annotationId: number): Entry | undefined {
    return this.#unsent.findLast((entry) => entry.annotationId === annotationId);
  }

  /** What has yet to reach the server, in the order in which it was given. */
  get unsent(): readonly Entry[] {
    return this.#unsent;
  }

  /** Whether some verdict that has yet to reach the server is of a kind. */
  some(is: (entry: Entry) => boolean): boolean {
    return this.#unsent.some(is);
  }

  get size(): number {
    return this.#unsent.length;
  }

  /** Whether closing the page would lose a verdict. */
  get wouldLose(): boolean {
    return this.ports.shelf === undefined && this.#unsent.length > 0;
  }

  get #firstUntried(): number {
    return this.#inFlight || this.#failures > 0 ? 1 : 0;
  }

  /** Takes a verdict. It replaces an untried one on the same task, because only the last verdict counts. */
  add(entry: Entry): void {
    const subject = subjectOf(entry);
    const waiting = this.#unsent.findIndex((other, i) => i >= this.#firstUntried && subjectOf(other) === subject);
    const {hadDraft} = this.#unsent[waiting] ?? {};
    if (waiting >= 0) this.#unsent[waiting] = hadDraft ? {...entry, hadDraft} : entry;
    else this.#unsent.push(entry);
    this.#tell((listener) => listener.onAdded?.(entry));
    this.#changed();
    this.#pump();
  }

  /** Starts to send, without waiting for the next attempt that is due. */
  wake(): void {
    this.#stopped = false;
    this.#loggedOut = false;
    this.#cancelRetry?.();
    this.#cancelRetry = undefined;
    this.#pump();
  }

  /** Stops sending. Unsent verdicts stay on the shelf. */
  stop(): void {
    this.#stopped = true;
    this.#cancelRetry?.();
    this.#cancelRetry = undefined;
  }

  /** Stops sending, because the person has to log in again. */
  hold(): void {
    this.stop();
    this.#loggedOut = true;
    this.#changed();
  }

  /** Forgets the refused verdicts, because the annotator has seen them. */
  dismissRefused(): void {
    this.#refused = [];
    this.#changed();
  }

  #pump(): void {
    const entry = this.#unsent[0];
    if (!entry || this.#inFlight || this.#loggedOut || this.#stopped || this.#cancelRetry) return;
    this.#inFlight = true;
    this.ports
      .send(entry)
      .then(
        (receipt) => this.#saved(entry, receipt),
        (failure: unknown) => this.#failed(entry, failure),
      )
      .finally(() => this.#pump());
  }

  #saved(entry: Entry, receipt: Receipt): void {
    this.#take(entry);
    this.#changed();
    this.#tell((listener) => listener.onSaved?.(entry, receipt));
  }

  #failed(entry: Entry, failure: unknown): void {
    const other = failure instanceof SomebodyElse ? failure.user : undefined;
    if (other || (failure instanceof Problem && failure.status === 401)) {
      this.#inFlight = false;
      this.#loggedOut = true;
      this.#changed();
      this.#tell((listener) => listener.onLoggedOut?.(other));
    } else if (this.#isWorthAnotherTry(failure)) {
      this.#tryAgainLater(failure);
    } else {
      this.#refuse(entry, failure);
    }
  }

  #tryAgainLater(failure: unknown): void {
    this.#inFlight = false;
    this.#failures++;
    const asked = failure instanceof Problem ? failure.retryAfterSeconds : undefined;
    this.#cancelRetry = this.ports.later(waitMillis(this.#failures, asked), () => {
      this.#cancelRetry = undefined;
      this.#pump();
    });
    this.#changed();
  }

  #refuse(entry: Entry, failure: unknown): void {
    this.#take(entry);
    const lost = failure instanceof Problem && failure.kind === 'lease-lost';
    const refused = {entry, lost, reason: failure instanceof Error ? failure.message : String(failure)};
    this.#refused = [...this.#refused, refused];
    this.#changed();
    this.#tell((listener) => listener.onRefused?.(refused));
  }

  #take(entry: Entry): void {
    this.#inFlight = false;
    this.#failures = 0;
    this.#conflicts = 0;
    this.#unsent = this.#unsent.filter((other) => other !== entry);
  }

  #isWorthAnotherTry(failure: unknown): boolean {
    if (failure instanceof Unreachable) return true;
    if (!(failure instanceof Problem)) return false;
    // Any conflict but a lost lease is with a request of our own, such as a first attempt that is still under way.
    if (failure.status === 409 && failure.kind !== 'lease-lost') return ++this.#conflicts <= 5;
    return failure.status >= 500 || failure.status === 408 || failure.status === 425 || failure.status === 429;
  }

  #changed(): void {
    this.ports.shelf?.store(this.#unsent, this.#refused);
    this.#tell((listener) => listener.onChange?.());
  }

  #tell(what: (listener: OutboxListener) => void): void {
    for (const listener of [...this.#listeners]) what(listener);
  }
}
