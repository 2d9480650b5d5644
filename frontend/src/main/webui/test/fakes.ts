import {type Lease, Problem, type Progress, Unreachable, type Verdict} from '../src/api.js';
import type {Entry, Kept, Refused, Shelf} from '../src/model/outbox.js';

/** A clock that advances when it is told to, and calls back what is due. */
export class FakeClock {
  time = 0;
  #due: {at: number; action: () => void}[] = [];

  readonly now = () => this.time;

  readonly later = (millis: number, action: () => void) => {
    const entry = {at: this.time + millis, action};
    this.#due.push(entry);
    return () => {
      this.#due = this.#due.filter((other) => other !== entry);
    };
  };

  async pass(millis: number): Promise<void> {
    await settle();
    const until = this.time + millis;
    for (;;) {
      const next = this.#due.filter(({at}) => at <= until).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.#due = this.#due.filter((other) => other !== next);
      this.time = next.at;
      next.action();
      await settle();
    }
    this.time = until;
    await settle();
  }
}

/** Waits until all pending promises have settled. */
export async function settle(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0));
}

export class MemoryShelf implements Shelf {
  stored = '{"unsent":[],"refused":[]}';

  get kept(): Kept {
    return JSON.parse(this.stored) as Kept;
  }

  store(unsent: readonly Entry[], refused: readonly Refused[]): void {
    this.stored = JSON.stringify({unsent, refused});
  }
}

export const down = () => new Unreachable('away');
export const outage = (retryAfter?: number) => new Problem(503, '', 'not answering', retryAfter);
export const lost = () => new Problem(409, 'lease-lost', 'somebody else has it');
export const loggedOut = () => new Problem(401, '', 'who are you?');

/** A server that leases tasks and takes verdicts as the real one promises to. */
export class FakeServer {
  readonly verdicts: {leaseId: string; verdict: Verdict; lead: number; key: string}[] = [];
  readonly handedBack: string[] = [];
  readonly beats: string[] = [];
  /** Errors to throw instead of an answer, in this order. */
  readonly failNext: {leases: Error[]; verdict: Error[]; heartbeat: Error[]} = {leases: [], verdict: [], heartbeat: []};
  readonly counts: number[] = [];
  #live: Lease[] = [];
  #answered = new Set<string>();
  #next = 1;

  constructor(private tasks: number) {}

  addTasks(count: number): void {
    this.tasks += count;
  }

  leases = async (_projectId: number, count: number): Promise<{leases: Lease[]; progress: Progress}> => {
    this.#fail('leases');
    this.counts.push(count);
    while (this.#live.length < count && this.#next <= this.tasks) this.#live.push(lease(this.#next++));
    const leases = this.#live.slice(0, count);
    await Promise.resolve();
    return {leases, progress: this.#progress()};
  };

  verdict = async (entry: Entry): Promise<{progress: Progress}> => {
    this.#fail('verdict');
    this.verdicts.push({leaseId: entry.leaseId, verdict: entry.verdict, lead: entry.leadTimeSeconds, key: entry.key});
    this.#live = this.#live.filter((one) => one.id !== entry.leaseId);
    this.#answered.add(entry.leaseId);
    await Promise.resolve();
    return {progress: this.#progress()};
  };

  heartbeat = async (lease: Lease): Promise<{expires_at: string}> => {
    this.beats.push(lease.id);
    this.#fail('heartbeat');
    await Promise.resolve();
    return {expires_at: lease.expires_at};
  };

  handBack = async (lease: Lease): Promise<Response> => {
    this.handedBack.push(lease.id);
    await Promise.resolve();
    return new Response(null, {status: 204});
  };

  #fail(what: keyof FakeServer['failNext']): void {
    const failure = this.failNext[what].shift();
    if (failure) throw failure;
  }

  #progress(): Progress {
    return {mine: this.#answered.size, finished: this.#answered.size, total: this.tasks};
  }
}

export function lease(number: number): Lease {
  return {
    id: `L${number}`,
    token: number,
    task_id: 100 + number,
    inner_id: number,
    expires_at: '2026-01-01T00:00:00Z',
    heartbeat_seconds: 60,
    comparison: {
      control: 'comparison',
      prompt: [{name: 'prompt', caption: false, text: `Prompt ${number}`}],
      slots: [{text: 'one'}, {text: 'two'}],
      allows: ['preference', 'tie', 'both_bad', 'cannot_judge', 'skip'],
      not_asked: [],
      demanded: [],
    },
  };
}
