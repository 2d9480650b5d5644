import type {Lease} from '../api.js';
import {LeadTimer} from './lead-timer.js';
import type {Held} from './lease-keeper.js';

/** The leased tasks that nobody has judged yet: the one to be judged now, and those ahead. */
export class Hand {
  #current: Held | undefined;
  #ahead: Held[] = [];
  readonly #expired = new Set<string>();

  /** @param guidelines says which version of the guidelines the page has */
  constructor(
    private readonly now: () => number,
    private readonly guidelines?: () => number | undefined,
  ) {}

  get current(): Held | undefined {
    return this.#current;
  }

  /** Whether the lease of the current task has ended, so that its verdict may come too late. */
  get isExpired(): boolean {
    return this.#current !== undefined && this.#expired.has(this.#current.lease.id);
  }

  get all(): Held[] {
    return this.#current ? [this.#current, ...this.#ahead] : this.#ahead;
  }

  has(leaseId: string): boolean {
    return this.all.some(({lease}) => lease.id === leaseId);
  }

  add(fresh: readonly Lease[]): void {
    this.#ahead.push(...fresh.map((lease) => ({lease, timer: new LeadTimer(this.now)})));
  }

  /** Lets go of those ahead, and returns them. */
  putDown(): Held[] {
    return this.#ahead.splice(0);
  }

  /** Is told until when leases last now. */
  renew(known: readonly Pick<Lease, 'id' | 'expires_at'>[]): void {
    const until = new Map(known.map(({id, expires_at}) => [id, expires_at]));
    for (const {lease} of this.all) lease.expires_at = until.get(lease.id) ?? lease.expires_at;
  }

  /** Makes sure that there is a current task, if there is any. */
  draw(): void {
    if (this.#current) return;
    this.#current = this.#ahead.shift();
    if (this.#current) this.#current.guidelines = this.guidelines?.();
  }

  /** Lets go of the current task, because it is judged. */
  play(): void {
    this.#current = undefined;
  }

  alive(held: Held): void {
    this.#expired.delete(held.lease.id);
  }

  /** Keeps the current task, whose verdict may still be accepted. Lets go of one that was held ahead. */
  ended(held: Held): void {
    if (held === this.#current) this.#expired.add(held.lease.id);
    else this.#ahead = this.#ahead.filter((other) => other !== held);
  }
}
