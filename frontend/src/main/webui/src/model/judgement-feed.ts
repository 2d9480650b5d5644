import type {Api} from '../api.js';
import {Problem} from '../requests.js';
import type {Listed} from '../judged.js';
import type {Entry} from './entry.js';

export interface FeedPorts {
  api: Pick<Api, 'judgements'>;
  projectId: number;
  later: (millis: number, action: () => void) => () => void;
  onChange: () => void;
  onLoggedOut: () => void;
}

/** `failed` if the server did not answer, and `refused` if trying again would not help. */
export type FeedPhase = 'loading' | 'loaded' | 'failed' | 'refused';

const CALM_MILLIS = 300;
const LIMIT = 20;

/** A person's judgements in a project, the newest first: those that a text is found in, and as many as were asked for. */
export class JudgementFeed {
  #listed: Listed[] = [];
  #next: number | null = null;
  #search = '';
  #searched = '';
  #isSearchable = false;
  #phase: FeedPhase = 'loading';
  #loading: AbortController | undefined;
  #cancel: (() => void) | undefined;

  constructor(private readonly ports: FeedPorts) {}

  get listed(): readonly Listed[] {
    return this.#listed;
  }

  get phase(): FeedPhase {
    return this.#phase;
  }

  /** What is looked for; empty for all. */
  get search(): string {
    return this.#search;
  }

  /** What was looked for in what is listed. */
  get searched(): string {
    return this.#searched;
  }

  /** Whether there is anything to look for: who has judged nothing finds nothing. */
  get isSearchable(): boolean {
    return this.#isSearchable;
  }

  get hasMore(): boolean {
    return this.#next !== null;
  }

  /** Looks for a text, once nothing is written for a moment. */
  find(text: string): void {
    this.#search = text.trim();
    this.#cancel?.();
    this.#cancel = this.ports.later(CALM_MILLIS, () => this.restart());
  }

  /** Lists from the newest. */
  restart(): void {
    void this.#load(undefined);
  }

  /** Lists those that follow, or tries the same again if that failed. */
  more(): void {
    if (this.#phase === 'loading' && this.#listed.length > 0) return;
    void this.#load(this.#next ?? undefined);
  }

  /** Is told that the server has taken a change. */
  take({annotationId, verdict, answers}: Entry, now: string): void {
    const given = verdict?.outcome === 'skip' ? null : {...verdict, answers: answers ?? {}};
    const reason = verdict?.outcome === 'skip' ? verdict.skip_reason : undefined;
    this.#listed = this.#listed.map((one) =>
      one.annotation_id === annotationId
        ? {...one, answers: given, skip_reason: reason ?? null, revision: one.revision + 1, updated_at: now}
        : one,
    );
    this.ports.onChange();
  }

  stop(): void {
    this.#cancel?.();
    this.#loading?.abort();
  }

  async #load(before: number | undefined): Promise<void> {
    this.stop();
    this.#loading = new AbortController();
    const {signal} = this.#loading;
    this.#enter('loading');
    try {
      const search = this.#search;
      const wanted = {before, limit: LIMIT, search};
      const page = await this.ports.api.judgements(this.ports.projectId, wanted, signal);
      if (signal.aborted) return;
      this.#listed = before === undefined ? page.judgements : [...this.#listed, ...page.judgements];
      this.#next = page.next;
      this.#searched = search;
      this.#isSearchable ||= this.#listed.length > 0;
      this.#enter('loaded');
    } catch (failure) {
      if (!signal.aborted) this.#failed(failure);
    }
  }

  #failed(failure: unknown): void {
    const status = failure instanceof Problem ? failure.status : 0;
    if (status === 401) this.ports.onLoggedOut();
    this.#enter(status === 403 || status === 404 ? 'refused' : 'failed');
  }

  #enter(phase: FeedPhase): void {
    this.#phase = phase;
    this.ports.onChange();
  }
}
