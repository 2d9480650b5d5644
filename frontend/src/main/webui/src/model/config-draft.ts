import type {OwnerApi, Preview} from '../owner-api.js';
import type {TaskData} from '../task-api.js';
import {Problem} from '../requests.js';

/** How long the text rests before it is checked. */
const REST_MILLIS = 400;
const TASKS_SHOWN = 3;

/** Something about a configuration. @property line from 1; undefined where it is about no line */
export interface Remark {
  line: number | undefined;
  words: string;
}

/** Which tasks are shown by a configuration: the first ones, the example in its comment, or the one of a number. */
export type Chosen = 'first' | 'example' | number;

export interface ConfigPorts {
  api: Pick<OwnerApi, 'validate' | 'preview' | 'firstTasks' | 'taskBeside' | 'task' | 'change'>;
  later: (millis: number, action: () => void) => () => void;
  onChange: () => void;
}

/** A labeling configuration that is being written: what is wrong with it, and how tasks look by it. Nothing is stored before it is saved. */
export class ConfigDraft {
  /** What the person has written. */
  text: string;
  /** Why it cannot be saved. */
  errors: readonly Remark[] = [];
  /** What is not understood of it. */
  warnings: readonly Remark[] = [];
  /** The last configuration that could be shown. */
  preview: Preview | undefined;
  phase: 'idle' | 'checking' | 'saving' | 'saved' = 'idle';
  /** Why the last request got no answer. */
  failure: unknown;

  /** Which tasks are shown. */
  chosen: Chosen = 'first';
  /** Whether there is nothing of that kind. */
  isMissing = false;

  #tasks: readonly TaskData[] | undefined;
  #numbered: TaskData | undefined;
  #columns: readonly string[] = [];
  #cancel: () => void = () => undefined;
  #work = new AbortController();

  constructor(
    private readonly projectId: number,
    private stored: string,
    private readonly ports: ConfigPorts,
  ) {
    this.text = stored;
  }

  get isChanged(): boolean {
    return this.text.trim() !== this.stored.trim();
  }

  /** Whether it can be saved as far as is known. */
  get isSavable(): boolean {
    return this.isChanged && this.errors.length === 0 && this.phase !== 'saving';
  }

  /** The keys of the first task's data; none while it is not known. */
  get columns(): readonly string[] {
    return this.#columns;
  }

  /** Looks at what is stored. */
  async start(): Promise<void> {
    await this.#check();
  }

  stop(): void {
    this.#cancel();
    this.#work.abort();
  }

  write(text: string): void {
    if (text === this.text) return;
    this.text = text;
    this.phase = 'checking';
    this.#cancel();
    this.#cancel = this.ports.later(REST_MILLIS, () => void this.#check());
    this.ports.onChange();
  }

  /** Shows other tasks. From a number on, a side leads to the next task there is, or to the one before. */
  async choose(chosen: Chosen, side: 'equal' | 'greater' | 'less' = 'equal'): Promise<void> {
    this.isMissing = false;
    if (typeof chosen === 'number') {
      try {
        const listed = await this.ports.api.taskBeside(this.projectId, chosen, side);
        this.isMissing = listed === undefined;
        if (!listed) return;
        this.#numbered = (await this.ports.api.task(listed.id)).data;
        this.chosen = listed.inner_id;
      } catch (failure) {
        this.failure = failure;
        return;
      } finally {
        this.ports.onChange();
      }
    } else {
      this.chosen = chosen;
    }
    await this.#check();
  }

  discard(): void {
    this.write(this.stored);
  }

  /** Stores it. @returns whether that was done */
  async save(): Promise<boolean> {
    if (!this.isSavable) return false;
    this.stop();
    const {text} = this;
    this.phase = 'saving';
    this.ports.onChange();
    try {
      await this.ports.api.change(this.projectId, {label_config: text});
      this.stored = text;
      this.phase = 'saved';
      this.failure = undefined;
      return true;
    } catch (failure) {
      this.phase = 'idle';
      this.#refuse(failure);
      return false;
    } finally {
      this.ports.onChange();
    }
  }

  async #check(): Promise<void> {
    this.stop();
    this.#work = new AbortController();
    const {signal} = this.#work;
    const {text} = this;
    try {
      this.#tasks ??= await this.#firstTasks(signal);
      const {label_config_warnings: warnings} = await this.ports.api.validate(this.projectId, text, signal);
      const tasks = this.#shown(this.#tasks, text);
      const preview = await this.ports.api.preview({label_config: text}, tasks, signal);
      this.errors = [];
      this.warnings = warnings.map(remark);
      this.preview = preview;
      this.failure = undefined;
    } catch (failure) {
      if (signal.aborted) return;
      this.#refuse(failure);
    }
    this.phase = 'idle';
    this.ports.onChange();
  }

  /** Where the chosen kind has none, what there is. */
  #shown(first: readonly TaskData[], text: string): readonly TaskData[] {
    const example = exampleIn(text);
    if (typeof this.chosen === 'number' && this.#numbered) return [this.#numbered];
    this.isMissing = this.chosen === 'example' && example.length === 0;
    const [wished, other] = this.chosen === 'example' ? [example, first] : [first, example];
    return wished.length > 0 ? wished : other;
  }

  async #firstTasks(signal: AbortSignal): Promise<readonly TaskData[]> {
    const tasks = await this.ports.api.firstTasks(this.projectId, TASKS_SHOWN, signal);
    // One and the same list, so that the editor is not set up anew each time.
    this.#columns = Object.keys(tasks[0] ?? {});
    return tasks;
  }

  #refuse(failure: unknown): void {
    const isRefusal = failure instanceof Problem && failure.status === 400;
    this.errors = isRefusal ? failure.message.split('\n').map(remark) : this.errors;
    this.warnings = isRefusal ? [] : this.warnings;
    this.failure = isRefusal ? undefined : failure;
  }
}

function remark(words: string): Remark {
  const line = /\bline (\d+)/i.exec(words)?.[1];
  return {line: line === undefined ? undefined : Number(line), words};
}

/** The task that stands as an example in a comment: `<!-- {"data": {…}} -->`; nothing if there is none. */
export function exampleIn(xml: string): TaskData[] {
  for (const [, comment = ''] of xml.matchAll(/<!--(.*?)-->/gs)) {
    try {
      const {data} = JSON.parse(comment) as {data?: unknown};
      if (typeof data === 'object' && data !== null && !Array.isArray(data)) return [data as TaskData];
    } catch {
      // A comment is for people, so whatever else it says is no error.
    }
  }
  return [];
}
