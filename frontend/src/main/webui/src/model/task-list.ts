import type {ListedTask, OwnerApi, TaskData} from '../owner-api.js';

const PAGE = 50;
const COLUMNS_MAX = 4;

export interface TaskListPorts {
  api: Pick<OwnerApi, 'tasks'>;
  onChange: () => void;
}

/** The tasks of a project, page by page, or those of them that contain a text. */
export class TaskList {
  tasks: readonly ListedTask[] = [];
  total = 0;
  phase: 'loading' | 'loaded' | 'failed' = 'loading';
  /** Why the last request failed. */
  failure: unknown;
  search = '';
  /** The keys of the data that are shown. */
  columns: readonly string[] = [];

  #work = new AbortController();

  constructor(
    private readonly projectId: number,
    private readonly ports: TaskListPorts,
  ) {}

  /** Shows the first page of the tasks that contain a text; of all if it is empty. */
  async find(search: string): Promise<void> {
    this.search = search;
    await this.#load([]);
  }

  async more(): Promise<void> {
    if (this.tasks.length < this.total) await this.#load(this.tasks);
  }

  stop(): void {
    this.#work.abort();
  }

  async #load(before: readonly ListedTask[]): Promise<void> {
    this.#work.abort();
    this.#work = new AbortController();
    const {signal} = this.#work;
    this.phase = 'loading';
    this.ports.onChange();
    try {
      const page = Math.floor(before.length / PAGE) + 1;
      const asked = {page, size: PAGE, query: queryOf(this.search.trim(), this.columns)};
      const {tasks, total} = await this.ports.api.tasks(this.projectId, asked, signal);
      if (signal.aborted) return;
      const known = new Set(before.map(({id}) => id));
      this.tasks = [...before, ...tasks.filter(({id}) => !known.has(id))];
      this.total = total;
      if (this.columns.length === 0) this.columns = columnsOf(tasks);
      this.phase = 'loaded';
    } catch (failure) {
      if (signal.aborted) return;
      this.failure = failure;
      this.phase = 'failed';
    }
    this.ports.onChange();
  }
}

/** The keys of the first tasks' data, those first that all have. */
function columnsOf(tasks: readonly {data: TaskData}[]): string[] {
  const counts = new Map<string, number>();
  for (const {data} of tasks) for (const key of Object.keys(data)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, COLUMNS_MAX)
    .map(([key]) => key);
}

/** A query of the data manager for a text in any of these columns. */
function queryOf(search: string, columns: readonly string[]): string | undefined {
  if (search === '' || columns.length === 0) return undefined;
  const items = columns.map((column) => ({
    filter: `filter:tasks:data.${column}`,
    operator: 'contains',
    value: search,
  }));
  return JSON.stringify({filters: {conjunction: 'or', items}});
}
