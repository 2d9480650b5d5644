import type {OwnerApi} from '../owner-api.js';
import {type ListedTask, START, type TaskPage} from '../task-api.js';
import {Problem} from '../requests.js';
import {PAGE_ROWS, forgettable, pagesOf} from './task-window.js';

/** Whoever scrolls fast passes by many pages. Those where nobody stops are not asked for. */
const STOP_MILLIS = 80;

export interface RowsPorts {
  api: Pick<OwnerApi, 'tasks' | 'total'>;
  later: (millis: number, action: () => void) => () => void;
  onChange: () => void;
}

/** What a query has found, as far as it is loaded. */
interface Found {
  query: string | undefined;
  total: number;
  /** Whether there are more than the total says. */
  isMore: boolean;
  pages: Map<number, TaskPage>;
}

const NOTHING: Found = {query: undefined, total: 0, isMore: false, pages: new Map()};

/** The tasks of a project that a query finds, of which those pages are loaded that somebody looks at. */
export class TaskRows {
  phase: 'loading' | 'loaded' | 'failed' = 'loading';
  /** Why the last query was not answered. What was found before it stays. */
  failure: unknown;
  /** Why a page could not be loaded; undefined if all were. */
  pageFailure: unknown;

  #found = NOTHING;
  #isFound = false;
  #finding = new AbortController();
  readonly #loading = new Map<number, AbortController>();
  #wanted: readonly number[] = [];
  #stopped: () => void = () => undefined;

  constructor(
    private readonly projectId: number,
    private readonly ports: RowsPorts,
  ) {}

  /** Whether any query was answered. */
  get isThere(): boolean {
    return this.#isFound;
  }

  get total(): number {
    return this.#found.total;
  }

  /** Whether there are more tasks than the total says. */
  get isMore(): boolean {
    return this.#found.isMore;
  }

  /** The first tasks that the query finds, as far as they are loaded. */
  get firstTasks(): readonly ListedTask[] {
    return this.#found.pages.get(0)?.tasks ?? [];
  }

  /** The task in a row; undefined until it is loaded. */
  at(row: number): ListedTask | undefined {
    return this.#found.pages.get(Math.floor(row / PAGE_ROWS))?.tasks[row % PAGE_ROWS];
  }

  /** The row of a task; undefined if it is none of those that are loaded. */
  rowOf(taskId: number): number | undefined {
    for (const [page, {tasks}] of this.#found.pages) {
      const at = tasks.findIndex(({id}) => id === taskId);
      if (at >= 0) return page * PAGE_ROWS + at;
    }
    return undefined;
  }

  /** Asks a query. @returns whether it was answered; what was found before stays until it is, and if it is refused */
  async find(query: string | undefined): Promise<boolean> {
    const wanted = this.#wanted;
    this.stop();
    this.#finding = new AbortController();
    const {signal} = this.#finding;
    this.phase = 'loading';
    this.failure = undefined;
    this.ports.onChange();
    try {
      // The first rows do not wait until all are counted.
      const first = await this.ports.api.tasks(this.projectId, {page: 1, size: PAGE_ROWS, query, after: START}, signal);
      if (signal.aborted) return false;
      this.#giveUp();
      this.#found = {query, total: 0, isMore: false, pages: new Map()};
      this.#isFound = true;
      this.#take(0, {...first, total_is_at_least: true});
      void this.#count(this.#found, signal);
      this.phase = 'loaded';
    } catch (failure) {
      if (signal.aborted) return false;
      this.failure = failure;
      this.phase = 'failed';
      this.#wanted = wanted;
      this.#loadWanted();
    }
    this.ports.onChange();
    return this.phase === 'loaded';
  }

  /** Loads the pages of these rows, and gives up those that nobody looks at any more. */
  want(first: number, last: number): void {
    if (this.phase === 'loading' && !this.#isFound) return;
    const wanted = pagesOf({first, last: Math.min(last, this.#found.total)});
    if (wanted.join() === this.#wanted.join()) return;
    this.#wanted = wanted;
    for (const [page, work] of this.#loading) {
      if (this.#wanted.includes(page)) continue;
      work.abort();
      this.#loading.delete(page);
    }
    for (const page of forgettable(this.#found.pages.keys(), this.#wanted)) this.#found.pages.delete(page);
    this.#stopped();
    this.#stopped = this.ports.later(STOP_MILLIS, () => {
      if (this.pageFailure === undefined) this.#loadWanted();
    });
  }

  /** Tries the pages again that could not be loaded. */
  again(): void {
    this.pageFailure = undefined;
    this.#loadWanted();
    this.ports.onChange();
  }

  stop(): void {
    this.#finding.abort();
    this.#giveUp();
  }

  #giveUp(): void {
    this.#stopped();
    this.#wanted = [];
    for (const work of this.#loading.values()) work.abort();
    this.#loading.clear();
    this.pageFailure = undefined;
  }

  #loadWanted(): void {
    for (const page of this.#wanted)
      if (!this.#found.pages.has(page) && !this.#loading.has(page)) void this.#load(page, this.#found);
  }

  async #load(page: number, found: Found): Promise<void> {
    const work = new AbortController();
    this.#loading.set(page, work);
    const after = found.pages.get(page - 1)?.next ?? undefined;
    const asked = {page: page + 1, size: PAGE_ROWS, query: found.query, after};
    try {
      const loaded = await this.ports.api.tasks(this.projectId, asked, work.signal);
      if (!work.signal.aborted) this.#take(page, loaded);
    } catch (failure) {
      if (work.signal.aborted) return;
      // Tasks were deleted meanwhile, so that the list ends before this page.
      if (failure instanceof Problem && failure.status === 404 && page > 0) this.#end(page * PAGE_ROWS);
      else this.pageFailure = failure;
    }
    if (work.signal.aborted) return;
    this.#loading.delete(page);
    this.ports.onChange();
  }

  /** Where that fails, the pages say what follows them. */
  async #count(found: Found, signal: AbortSignal): Promise<void> {
    if (!found.isMore) return;
    const total = await this.ports.api.total(this.projectId, found.query, signal).catch(() => undefined);
    if (total === undefined || found !== this.#found) return;
    this.#end(total);
    this.ports.onChange();
  }

  #take(page: number, loaded: TaskPage): void {
    const found = this.#found;
    found.pages.set(page, loaded);
    const end = page * PAGE_ROWS + loaded.tasks.length;
    const isEnd = loaded.next === null || loaded.tasks.length < PAGE_ROWS;
    found.isMore = isEnd ? false : (loaded.total_is_at_least ?? found.isMore);
    const known = Math.max(loaded.total ?? found.total, end);
    // Where nobody has counted to the end, there is a page behind each that says what follows it.
    const beyond = found.isMore && known === end ? PAGE_ROWS : 0;
    if (isEnd) this.#end(end);
    else found.total = Math.max(found.isMore ? found.total : 0, known + beyond);
  }

  #end(total: number): void {
    this.#found.total = total;
    this.#found.isMore = false;
  }
}
