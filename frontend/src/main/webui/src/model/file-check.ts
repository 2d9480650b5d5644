import type {OwnerApi, Preview, Proposal} from '../owner-api.js';
import type {TaskData} from '../task-api.js';
import {whyFailed} from './file-changed.js';
import {previewOf, proposalOf} from './first-tasks.js';
import {type Mapping, type Template, mappingFor} from './templates.js';

export interface CheckPorts {
  api: Pick<OwnerApi, 'propose' | 'preview'>;
  onChange: () => void;
}

/** What a project asks of the data of its tasks. */
export interface Needs {
  label_config: string;
  /** The keys that each task must have. */
  required_data_columns: readonly string[];
}

/** Looks at files before they are added to a project: which columns stand for what its configuration shows, and how the tasks look. */
export class FileCheck {
  files: readonly File[] = [];
  proposal: Proposal | undefined;
  preview: Preview | undefined;
  /** The columns that stand for the keys. */
  mapping: Mapping = new Map();
  failure: unknown;
  isReading = false;

  #needs: Needs = {label_config: '', required_data_columns: []};
  #work = new AbortController();

  constructor(private readonly ports: CheckPorts) {}

  /** What the project shows, in the form of a template. */
  get template(): Template {
    const {label_config: config, required_data_columns: keys} = this.#needs;
    const example = Object.fromEntries(keys.map((key) => [key, '']));
    return {title: '', group: '', details: '', config, example, settings: {}, sketch: []};
  }

  /** The columns, of which any may stand for a key: the configuration is there, and a row without a value can be left out. */
  get columns(): Proposal['columns'] {
    return this.proposal?.columns.map((column) => ({...column, hindrance: null})) ?? [];
  }

  /** The keys for which the file has no column. */
  get lacking(): readonly string[] {
    return this.#needs.required_data_columns.filter((key) => !this.mapping.has(key));
  }

  /** The columns that stand for a key and that not all of the first rows have. */
  get gaps(): readonly string[] {
    const {proposal} = this;
    const used = new Set(this.mapping.values());
    return (
      proposal?.columns
        .filter(({name, hindrance}) => used.has(name) && hindrance === 'missing')
        .map(({name}) => name) ?? []
    );
  }

  /** Whether its tasks can be added, as far as is known. */
  get isReady(): boolean {
    return !this.isReading && this.proposal !== undefined && this.lacking.length === 0;
  }

  /** The columns by the keys that have another name. */
  get renamed(): Mapping {
    return new Map([...this.mapping].filter(([key, column]) => key !== column));
  }

  /** Looks at files. The first one says what all hold. */
  async open(files: readonly File[], needs: Needs): Promise<void> {
    const [first] = files;
    if (!first) return;
    this.clear();
    this.files = files;
    this.#needs = needs;
    await this.#look(async (signal) => {
      const proposal = await proposalOf(this.ports.api, first, undefined, signal);
      if (signal.aborted) return;
      this.proposal = proposal;
      this.mapping = mappingFor(this.template, this.columns);
      await this.#show(signal);
    });
  }

  /** Says which column stands for a key; empty for none. */
  async map(key: string, column: string): Promise<void> {
    const mapping = new Map(this.mapping);
    if (column === '') mapping.delete(key);
    else mapping.set(key, column);
    this.mapping = mapping;
    await this.#look((signal) => this.#show(signal));
  }

  /** Forgets the files. */
  clear(): void {
    this.#work.abort();
    this.files = [];
    this.mapping = new Map();
    this.proposal = this.preview = this.failure = undefined;
    this.isReading = false;
    this.ports.onChange();
  }

  async #show(signal: AbortSignal): Promise<void> {
    this.preview = undefined;
    if (this.lacking.length > 0 || !this.proposal) return;
    const tasks = this.proposal.tasks.map((data) => named(data, this.renamed));
    const preview = await previewOf(this.ports.api, {label_config: this.#needs.label_config}, tasks, signal);
    if (!signal.aborted) this.preview = preview;
  }

  async #look(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    this.#work.abort();
    this.#work = new AbortController();
    const {signal} = this.#work;
    this.isReading = true;
    this.failure = undefined;
    this.ports.onChange();
    try {
      await work(signal);
    } catch (failure) {
      const explained = await whyFailed(failure, this.files);
      if (!signal.aborted) this.failure = explained;
    }
    if (signal.aborted) return;
    this.isReading = false;
    this.ports.onChange();
  }
}

/** The data as an import names it. */
function named(data: TaskData, renamed: Mapping): TaskData {
  const taken = new Set(renamed.values());
  const kept = Object.entries(data).filter(([name]) => !taken.has(name) && !renamed.has(name));
  return Object.fromEntries([...kept, ...[...renamed].map(([key, column]) => [key, data[column]] as const)]);
}
