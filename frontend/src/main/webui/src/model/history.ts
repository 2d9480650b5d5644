import type {Api, Judgement, Task} from '../api.js';
import {Problem} from '../requests.js';
import {type Judged, type Listed, judgementOf} from '../judged.js';
import {type Target, subjectOf} from './entry.js';
import {LeadTimer} from './lead-timer.js';

/** A task that was judged, by this page or before it. */
export interface Past {
  task: Task;
  taskId: number;
  timer: LeadTimer;
  judgement: Judgement;
  /** What another judgement on it is on. */
  target: Target;
  /** Whether the project takes another judgement. */
  mayChange: boolean;
  /** The version of the guidelines that the page had when it showed the task first. */
  guidelines?: number | undefined;
}

/** What came of going back: nothing if there was nothing earlier, left if the annotator thought better of it. */
export type Went = 'back' | 'nothing' | 'left' | 'failed';

export interface HistoryPorts {
  api: Pick<Api, 'judgements' | 'judgement'>;
  projectId: number;
  now: () => number;
  onLoggedOut: () => void;
}

const MAX = 50;

/** What the annotator has judged, and which of it is looked at again. What was judged before this page comes from the server. */
export class History {
  /** The oldest first. */
  #past: Past[] = [];
  #reviewed: Past | undefined;
  #going: AbortController | undefined;
  /** What the server has listed and nobody has gone back to yet, the newest first. */
  #listed: Listed[] = [];
  #before: number | undefined;
  #exhausted = false;

  constructor(private readonly ports: HistoryPorts) {}

  /** What the annotator has gone back to. */
  get reviewed(): Past | undefined {
    return this.#reviewed;
  }

  /** Whether an earlier judgement is being fetched. */
  get isGoing(): boolean {
    return this.#going !== undefined;
  }

  /** Whether there is something earlier, as far as that is known. @param mine how many judgements the person has */
  mayGoBack(mine: number): boolean {
    if (this.isAtHand || this.#listed.length > 0) return true;
    return !this.#exhausted && mine > this.#past.length;
  }

  /** Whether going back needs no server. */
  get isAtHand(): boolean {
    return this.#previous() !== undefined;
  }

  knows(target: Target): boolean {
    return this.#past.some((past) => subjectOf(past.target) === subjectOf(target));
  }

  add(past: Past): void {
    this.#past.push(past);
    if (this.#past.length <= MAX) return;
    this.#past.shift();
    // The server has what was let go of. It is listed again, from the newest.
    this.#listed = [];
    this.#before = undefined;
    this.#exhausted = false;
  }

  forget(target: Target): void {
    const subject = subjectOf(target);
    if (this.#reviewed && subjectOf(this.#reviewed.target) === subject) this.#reviewed = undefined;
    this.#past = this.#past.filter((past) => subjectOf(past.target) !== subject);
  }

  /** Goes back by one. Where this page has judged nothing before, it asks the server. */
  async back(): Promise<Went> {
    const previous = this.#previous();
    if (!previous) return this.#fetch();
    this.#reviewed = previous;
    return 'back';
  }

  /** Goes forward by one; false if nothing earlier is looked at. */
  forward(): boolean {
    if (!this.#reviewed) return false;
    this.#reviewed = this.#past[this.#past.indexOf(this.#reviewed) + 1];
    return true;
  }

  /** Returns to where the annotator was before going back. */
  leave(): void {
    this.#going?.abort();
    this.#going = undefined;
    this.#reviewed = undefined;
  }

  /** Does not go back if that is under way, and else returns to where the annotator was before. */
  keep(): void {
    if (!this.#going) this.#reviewed = undefined;
    this.#going?.abort();
    this.#going = undefined;
  }

  #previous(): Past | undefined {
    const at = this.#reviewed ? this.#past.indexOf(this.#reviewed) : this.#past.length;
    return this.#past[at - 1];
  }

  async #fetch(): Promise<Went> {
    const going = new AbortController();
    this.#going = going;
    try {
      const earlier = await this.#earlier(going.signal);
      if (going.signal.aborted) return 'left';
      if (!earlier) return 'nothing';
      this.#past.unshift(earlier);
      this.#reviewed = earlier;
      return 'back';
    } catch (failure) {
      if (going.signal.aborted) return 'left';
      if (failure instanceof Problem && failure.status === 401) this.ports.onLoggedOut();
      return 'failed';
    } finally {
      if (this.#going === going) this.#going = undefined;
    }
  }

  async #earlier(signal: AbortSignal): Promise<Past | undefined> {
    for (;;) {
      const listed = this.#listed[0] ?? (await this.#list(signal));
      if (!listed) return undefined;
      const known = this.#past.some(({taskId}) => taskId === listed.task_id);
      const judged = known ? undefined : await this.#read(listed, signal);
      signal.throwIfAborted();
      this.#listed = this.#listed.filter((one) => one !== listed);
      if (judged) return pastOf(judged, this.ports.now);
    }
  }

  async #list(signal: AbortSignal): Promise<Listed | undefined> {
    if (this.#exhausted) return undefined;
    const page = await this.ports.api.judgements(this.ports.projectId, {before: this.#before}, signal);
    signal.throwIfAborted();
    this.#listed = page.judgements;
    this.#before = page.next ?? undefined;
    this.#exhausted = page.next === null;
    return this.#listed[0];
  }

  /** @returns undefined if it is gone meanwhile */
  async #read({annotation_id: id}: Listed, signal: AbortSignal): Promise<Judged | undefined> {
    try {
      return await this.ports.api.judgement(id, signal);
    } catch (failure) {
      if (failure instanceof Problem && failure.status === 404) return undefined;
      throw failure;
    }
  }
}

/** A judgement of the server as one to look at again. */
export function pastOf({judgement, shown, layout, may_change: mayChange}: Judged, now: () => number): Past {
  const target = {annotationId: judgement.annotation_id};
  return {
    task: {id: subjectOf(target), inner_id: judgement.inner_id, shown, layout: shown.follows_layout ? layout : null},
    taskId: judgement.task_id,
    timer: new LeadTimer(now),
    judgement: judgementOf(judgement.answers, judgement.skip_reason),
    target,
    mayChange,
  };
}
