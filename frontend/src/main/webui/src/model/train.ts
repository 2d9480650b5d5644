import type {Judgement, Lease} from '../api.js';
import type {Given} from '../judged.js';
import {texts} from '../texts.js';
import {subjectOf} from './entry.js';
import type {Load, Luggage} from './load.js';
import type {Outbox} from './outbox.js';

/** As many tasks as somebody judges in an hour or two, and as long as a long journey takes. */
export const LUGGAGE: Luggage = {count: 40, keepSeconds: 6 * 3600};

/** A judgement that the server refused after the journey. */
export interface RefusedTask {
  key: string;
  /** null where the task was deleted. */
  taskNumber: number | null;
  reason: string;
}

/** What came of the judgements that were given offline, once the server has answered to all of them. */
export interface Receipt {
  saved: number;
  refused: readonly RefusedTask[];
}

/** What the browser keeps of a journey beside its tasks. */
export interface Journey {
  /** What was judged offline and is not accounted for yet. */
  subjects: string[];
  refused: RefusedTask[];
  /** What was answered without being submitted, by lease. */
  drafts: Record<string, Given>;
  receipt: Receipt | undefined;
}

/** Where the browser keeps a journey. */
export interface TrainStore {
  /** What an earlier page kept; undefined if nothing. */
  load: () => Promise<{journey: Journey; tasks: Lease[]} | undefined>;
  save: (journey: Journey) => Promise<void>;
  put: (tasks: readonly Lease[]) => Promise<void>;
  drop: (leaseIds: readonly string[]) => Promise<void>;
  clear: () => Promise<void>;
}

export interface TrainPorts {
  load: Pick<Load, 'carry' | 'unload' | 'held' | 'isFull'>;
  outbox: Pick<Outbox, 'unsent' | 'refused' | 'state'>;
  store: TrainStore;
  /** Loads all that tasks may need. @returns whether the page opens again without network */
  prepare: () => Promise<boolean>;
  later: (millis: number, action: () => void) => () => void;
  /** The time of day, in milliseconds. */
  now: () => number;
  onChange: () => void;
}

export type TrainState =
  | {kind: 'off'}
  | {kind: 'filling'; ready: number; wanted: number}
  /** `reopens` tells whether the page can be closed and opened again offline. */
  | {kind: 'ready'; count: number; isAll: boolean; until: number; reopens: boolean}
  | {kind: 'away'; left: number; until: number; isOver: boolean}
  | {kind: 'returning'; unsent: number};

const TRY_AGAIN_MILLIS = 5000;

/**
 * Takes tasks along for a journey offline, keeps in the browser what is needed to go on after it was closed, and accounts for all
 * that was judged on the way.
 */
export class Train {
  #isOn = false;
  #online = true;
  #reopens: boolean | undefined;
  #journey: Journey = fresh();
  /** The leases that the browser keeps, or is about to. */
  readonly #stored = new Set<string>();
  #storing = 0;
  #failed = false;

  constructor(private readonly ports: TrainPorts) {}

  get isOn(): boolean {
    return this.#isOn;
  }

  /** Whether the server is out of reach. */
  get isAway(): boolean {
    return !this.#online || this.ports.outbox.state.kind === 'retrying';
  }

  get receipt(): Receipt | undefined {
    return this.#journey.receipt;
  }

  get state(): TrainState {
    if (!this.#isOn) return {kind: 'off'};
    const {held, isFull} = this.ports.load;
    const until = Math.min(...held.map(({lease}) => Date.parse(lease.expires_at)));
    if (this.isAway) return {kind: 'away', left: held.length, until, isOver: until < this.ports.now()};
    const unsent = this.#pending.length;
    if (unsent > 0) return {kind: 'returning', unsent};
    const reopens = this.#reopens;
    if (!isFull || reopens === undefined || this.#storing > 0)
      return {kind: 'filling', ready: Math.min(held.length, LUGGAGE.count), wanted: LUGGAGE.count};
    return {
      kind: 'ready',
      count: held.length,
      isAll: held.length < LUGGAGE.count * (2 / 3),
      until,
      reopens: reopens && !this.#failed,
    };
  }

  /** Takes up a journey that an earlier page began. @returns whether there is one */
  async resume(): Promise<boolean> {
    const kept = await this.ports.store.load();
    if (!kept) return false;
    this.#journey = kept.journey;
    const {drafts} = kept.journey;
    const isOver = (lease: Lease) => Date.parse(lease.expires_at) < this.ports.now();
    // Offline, nobody can tell whether somebody else has a task whose time is over. Online, the server gives others.
    const tasks = kept.tasks.filter((lease) => !this.#online || !isOver(lease));
    for (const {id} of kept.tasks) this.#stored.add(id);
    this.#begin(tasks.map((lease) => ({...lease, draft: drafts[lease.id] ?? lease.draft ?? null})));
    return true;
  }

  start(): void {
    if (this.#isOn) return;
    this.#journey = fresh();
    void this.ports.store.save(this.#journey).catch(() => (this.#failed = true));
    this.#begin([]);
  }

  /** Gives back what is left. @returns false while that is impossible, because the server is out of reach */
  async stop(): Promise<boolean> {
    if (this.isAway || this.#pending.length > 0) return false;
    this.#isOn = false;
    this.#stored.clear();
    this.ports.onChange();
    await this.ports.load.unload();
    await this.ports.store.clear().catch(() => undefined);
    return true;
  }

  /** Is told whether there is a network. */
  setOnline(online: boolean): void {
    this.#online = online;
    this.look();
  }

  /** Is told what is answered on the task that is shown. */
  begin(leaseId: string, {verdict, answers}: Judgement): void {
    if (!this.#stored.has(leaseId) || verdict?.outcome === 'skip') return;
    this.#journey.drafts[leaseId] = {...verdict, answers: answers ?? {}};
    this.#save();
  }

  dismissReceipt(): void {
    this.#journey.receipt = undefined;
    this.#save();
    this.ports.onChange();
  }

  /** Looks at what has become of tasks and judgements, and keeps what is new. */
  look(): void {
    if (!this.#isOn) return;
    this.#keepTasks();
    if (this.#account()) this.#save();
    this.ports.onChange();
  }

  get #pending(): string[] {
    const unsent = new Set(this.ports.outbox.unsent.map(subjectOf));
    return this.#journey.subjects.filter((subject) => unsent.has(subject));
  }

  #begin(tasks: Lease[]): void {
    this.#isOn = true;
    this.ports.load.carry(LUGGAGE, tasks);
    this.#prepare();
    this.look();
  }

  #prepare(): void {
    this.ports.prepare().then(
      (reopens) => {
        this.#reopens = reopens;
        this.ports.onChange();
      },
      () => this.ports.later(TRY_AGAIN_MILLIS, () => this.#isOn && this.#prepare()),
    );
  }

  #keepTasks(): void {
    const held = this.ports.load.held.map(({lease}) => lease);
    const ids = new Set(held.map(({id}) => id));
    const added = held.filter(({id}) => !this.#stored.has(id));
    const gone = [...this.#stored].filter((id) => !ids.has(id));
    for (const {id} of added) this.#stored.add(id);
    for (const id of gone) {
      this.#stored.delete(id);
      Reflect.deleteProperty(this.#journey.drafts, id);
    }
    if (added.length > 0) this.#store(this.ports.store.put(added));
    if (gone.length > 0) this.#store(this.ports.store.drop(gone));
  }

  #store(written: Promise<void>): void {
    this.#storing++;
    void written
      .catch(() => (this.#failed = true))
      .then(() => {
        this.#storing--;
        this.ports.onChange();
      });
  }

  /** Notes what was judged out of reach, and what came of it. @returns whether there is news */
  #account(): boolean {
    const journey = this.#journey;
    const before = JSON.stringify(journey);
    const {outbox} = this.ports;
    if (this.isAway) journey.subjects = [...new Set([...journey.subjects, ...outbox.unsent.map(subjectOf)])];
    const known = new Set(journey.refused.map(({key}) => key));
    for (const {entry, lost, reason} of outbox.refused) {
      if (known.has(entry.key) || !journey.subjects.includes(subjectOf(entry))) continue;
      const why = lost ? texts.refused.lost : reason;
      journey.refused.push({key: entry.key, taskNumber: entry.taskNumber, reason: why});
    }
    if (!this.isAway && journey.subjects.length > 0 && this.#pending.length === 0) {
      const {refused, subjects} = journey;
      journey.receipt = {saved: Math.max(0, subjects.length - refused.length), refused};
      journey.subjects = [];
      journey.refused = [];
    }
    return JSON.stringify(journey) !== before;
  }

  #save(): void {
    void this.ports.store.save(this.#journey).catch(() => (this.#failed = true));
  }
}

function fresh(): Journey {
  return {subjects: [], refused: [], drafts: {}, receipt: undefined};
}
