import {vi} from 'vitest';

import type {Judgement, Lease, Leased, Progress} from '../src/api.js';
import {Problem, Unreachable} from '../src/requests.js';
import type {Judged, Listed, ListedPage, Summary, Wanted} from '../src/judged.js';
import type {Entry, Kept, Receipt, Refused, Shelf} from '../src/model/outbox.js';
import type {KeptRechecks, RecheckStore} from '../src/model/rechecks.js';
import type {Journey, TrainStore} from '../src/model/train.js';
import type {Source} from '../src/row-stream.js';
import type {Asks, Compared, Control, LayoutBox, LayoutView, Shown} from '../src/shown.js';

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

/** A stream whose events the test says. */
export class FakeSource extends EventTarget implements Source {
  readyState = 1;
  close = () => (this.readyState = 2);

  say(type: string, data: unknown): void {
    this.dispatchEvent(new MessageEvent(type, {data: typeof data === 'string' ? data : JSON.stringify(data)}));
  }

  breakOff(readyState: number): void {
    this.readyState = readyState;
    this.dispatchEvent(new Event('error'));
  }
}

/** Waits until all pending promises have settled. */
export async function settle(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0));
}

/** Waits until an assertion holds. What is loaded late takes a second or more on a machine that has other work. */
export function eventually<T>(assertion: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(assertion, {timeout: 10_000});
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
  readonly verdicts: (Judgement & {leaseId: string; lead: number; key: string})[] = [];
  readonly handedBack: string[] = [];
  readonly beats: string[] = [];
  /** Errors to throw instead of an answer, in this order. */
  readonly failNext = {
    leases: [] as Error[],
    verdict: [] as Error[],
    heartbeat: [] as Error[],
    draft: [] as Error[],
    judgements: [] as Error[],
    judgement: [] as Error[],
    summary: [] as Error[],
  };
  readonly drafts: (Judgement & {leaseId: string; lead: number})[] = [];
  /** What the person judged before, the newest first. */
  earlier: Listed[] = [];
  /** What it says of the person's recent work. */
  ownWork: Summary = {receipt: null, sides: null};
  mayChange = true;
  /** What is asked of the lists of judgements. */
  readonly wanted: Wanted[] = [];
  /** Drafts that leases bring, by number. */
  readonly begun = new Map<number, Judgement>();
  readonly counts: number[] = [];
  /** Which leases were said to be there already. */
  knowns: (readonly string[])[] = [];
  /** For how long leases were asked to be kept. */
  readonly keeps: (number | undefined)[] = [];
  /** How many leases it gives at most. */
  most = Infinity;
  expiresAt = '2026-01-01T00:00:00Z';
  #live: Lease[] = [];
  /** Whether they were skipped, by lease. */
  #answered = new Map<string, boolean>();
  #next = 1;

  constructor(
    private tasks: number,
    private readonly asks: Partial<Shown> = {},
    private readonly layout: LayoutView | null = null,
  ) {}

  addTasks(count: number): void {
    this.tasks += count;
  }

  leases = async (
    _projectId: number,
    count: number,
    known: readonly string[] = [],
    keepSeconds?: number,
  ): Promise<Leased> => {
    this.#fail('leases');
    this.counts.push(count);
    this.knowns.push(known);
    this.keeps.push(keepSeconds);
    const wanted = Math.min(count, this.most);
    while (this.#live.length < wanted && this.#next <= this.tasks) this.#live.push(this.#lease(this.#next++));
    const held = this.#live.slice(0, count).map((one) => ({...one, expires_at: this.expiresAt}));
    await Promise.resolve();
    return {
      leases: held.filter(({id}) => !known.includes(id)),
      known: held.filter(({id}) => known.includes(id)).map(({id, expires_at}) => ({id, expires_at})),
      layout: this.layout,
      progress: this.#progress(),
    };
  };

  /** Takes a verdict on a lease, or a change of an earlier judgement. */
  verdict = async (entry: Entry): Promise<Receipt> => {
    this.#fail('verdict');
    const {annotationId, verdict, answers, leadTimeSeconds: lead, key, hadDraft} = entry;
    const leaseId = entry.leaseId ?? `annotation ${annotationId}`;
    const had = hadDraft && {hadDraft};
    this.verdicts.push({leaseId, ...(verdict && {verdict}), ...(answers && {answers}), lead, key, ...had});
    await Promise.resolve();
    if (annotationId !== undefined) return {annotation_id: annotationId};
    this.#live = this.#live.filter((one) => one.id !== leaseId);
    this.#answered.set(leaseId, verdict?.outcome === 'skip');
    return {annotation_id: 1000 + this.#answered.size, revision: 1, progress: this.#progress()};
  };

  draft = async (lease: Lease, begun: Judgement, lead: number, signal?: AbortSignal): Promise<Response> => {
    this.#fail('draft');
    this.drafts.push({leaseId: lease.id, ...begun, lead});
    await new Promise((resolve, reject) => {
      signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
      setTimeout(resolve, 0);
    });
    return new Response('{}');
  };

  judgements = async (_projectId: number, wanted: Wanted): Promise<ListedPage> => {
    this.#fail('judgements');
    this.wanted.push(wanted);
    await Promise.resolve();
    const {before = Infinity, limit = 2, search = ''} = wanted;
    const found = this.earlier.filter((one) => one.annotation_id < before && one.beginning.includes(search));
    const judgements = found.slice(0, limit);
    return {judgements, next: judgements.length < limit ? null : (judgements.at(-1)?.annotation_id ?? null)};
  };

  summary = async (): Promise<Summary> => {
    this.#fail('summary');
    await Promise.resolve();
    return this.ownWork;
  };

  judgement = async (annotationId: number): Promise<Judged> => {
    this.#fail('judgement');
    await Promise.resolve();
    const judgement = this.earlier.find((one) => one.annotation_id === annotationId);
    if (!judgement) throw new Problem(404, 'not-found', 'no such judgement');
    const {shown} = lease(judgement.inner_id ?? 0, this.asks, this.layout);
    return {judgement, shown, layout: this.layout, may_change: this.mayChange};
  };

  heartbeat = async (lease: Lease): Promise<{expires_at: string}> => {
    this.beats.push(lease.id);
    this.#fail('heartbeat');
    await Promise.resolve();
    return {expires_at: lease.expires_at};
  };

  handBack = async (lease: Lease): Promise<Response> => {
    this.handedBack.push(lease.id);
    this.#live = this.#live.filter((one) => one.id !== lease.id);
    await Promise.resolve();
    return new Response(null, {status: 204});
  };

  #fail(what: keyof FakeServer['failNext']): void {
    const failure = this.failNext[what].shift();
    if (failure) throw failure;
  }

  #progress(): Progress {
    const done = this.#answered.size + this.earlier.length;
    const skipped = [...this.#answered.values()].filter(Boolean).length;
    return {mine: done, skipped, finished: done, total: this.tasks + this.earlier.length};
  }

  #lease(number: number): Lease {
    const begun = this.begun.get(number);
    const draft = begun && {...begun.verdict, answers: begun.answers ?? {}};
    return {...lease(number, this.asks, this.layout), draft: (draft as Lease['draft']) ?? null};
  }
}

/** A judgement that was submitted before, on a task of which the session has no lease. */
export function listed(number: number, answers: Listed['answers'], more: Partial<Listed> = {}): Listed {
  return {
    annotation_id: 500 + number,
    task_id: 900 + number,
    inner_id: number,
    revision: 1,
    answers,
    skip_reason: null,
    beginning: `Prompt ${number}`,
    created_at: '2026-01-01T10:00:00Z',
    updated_at: '2026-01-01T10:00:00Z',
    ...more,
  };
}

/** A lease on a task that asks one pair, unless told otherwise. */
export function lease(number: number, asks: Partial<Shown> = {}, layout: LayoutView | null = null): Lease {
  return {
    id: `L${number}`,
    token: number,
    task_id: 100 + number,
    inner_id: number,
    expires_at: '2026-01-01T00:00:00Z',
    heartbeat_seconds: 60,
    layout,
    shown: {
      parts: [{name: 'prompt', caption: false, text: `Prompt ${number}`, repeats: []}],
      comparisons: [compared('comparison')],
      controls: [control('comparison', 'preference')],
      allows: ['preference', 'tie', 'both_bad', 'cannot_judge', 'skip'],
      demanded: [],
      strength: false,
      ask_skip_reason: false,
      may_be_empty: true,
      follows_layout: layout !== null,
      ...asks,
    },
  };
}

export function control(name: string, asks: Asks, more: Partial<Control> = {}): Control {
  return {name, asks, about: [], choices: [], multiple: false, stars: 0, required: false, repeats: [], ...more};
}

/** Options by their paths, as the server lists them: what stands below an option follows it. */
export function nested(paths: string[][]): Pick<Control, 'choices' | 'options'> {
  const options = paths.map((path) => ({value: JSON.stringify(path), path}));
  return {choices: options.map(({value}) => value), options};
}

export function compared(name: string, objects = ['a', 'b'], texts = ['one', 'two']): Compared {
  return {control: name, objects, slots: texts.map((text) => ({text}))};
}

export function layoutOf(...inside: LayoutBox[]): LayoutView {
  return {as_configured: false, root: {kind: 'group', inside}};
}

/** The box of a control, with its options. */
export function boxOf(name: string, attributes: Record<string, string> = {}, inside: LayoutBox[] = []): LayoutBox {
  return {kind: 'control', name, attributes, inside};
}

export function option(name: string, attributes: Record<string, string> = {}): LayoutBox {
  return {kind: 'option', name, text: name, attributes};
}

/** Keeps rechecks as the browser does: as a copy. */
export class MemoryRecheckStore implements RecheckStore {
  kept: string | undefined;

  load = () => (this.kept === undefined ? undefined : (JSON.parse(this.kept) as KeptRechecks));

  save = (kept: KeptRechecks) => {
    this.kept = JSON.stringify(kept);
  };
}

/** Keeps a journey as the browser's database does: as a copy, of which a later page gets another one. */
export class MemoryTrainStore implements TrainStore {
  readonly tasks = new Map<string, string>();
  journey: string | undefined;

  load = () =>
    Promise.resolve(
      this.journey === undefined
        ? undefined
        : {
            journey: JSON.parse(this.journey) as Journey,
            tasks: [...this.tasks.values()].map((task) => JSON.parse(task) as Lease),
          },
    );

  save = (journey: Journey) => {
    this.journey = JSON.stringify(journey);
    return Promise.resolve();
  };

  put = (tasks: readonly Lease[]) => {
    for (const task of tasks) this.tasks.set(task.id, JSON.stringify(task));
    return Promise.resolve();
  };

  drop = (leaseIds: readonly string[]) => {
    for (const id of leaseIds) this.tasks.delete(id);
    return Promise.resolve();
  };

  clear = () => {
    this.tasks.clear();
    this.journey = undefined;
    return Promise.resolve();
  };
}

/** Presses a key where the focus is, and lets it go where the focus is then. */
export function pressKey(focused: () => Element, key: string, held: Partial<KeyboardEvent> = {}): void {
  const how = {key, code: key, bubbles: true, composed: true, cancelable: true, ...held};
  focused().dispatchEvent(new KeyboardEvent('keydown', how));
  focused().dispatchEvent(new KeyboardEvent('keyup', how));
}
