import type {ChosenColumns, OwnerApi, Preview, ProjectSettings, Proposal} from '../owner-api.js';
import {Problem} from '../requests.js';
import {titleOfFile} from './file-names.js';
import type {UploadSpeed} from './upload-speed.js';

/** Enough for the first task, whose data may have 2 MiB. */
const BEGINNING = 4 * 1024 * 1024;

export interface NewProjectPorts {
  api: Pick<OwnerApi, 'propose' | 'preview' | 'createProject' | 'deleteProject' | 'importFiles'>;
  newKey: () => string;
  newSpeed: () => UploadSpeed;
  onChange: () => void;
}

/** Where it stands. */
export type Step =
  /** There is no file yet. */
  | 'choosing'
  /** The file is looked at. */
  | 'reading'
  /** It is known what the file holds. */
  | 'proposed'
  /** The project is made, and the files are sent. */
  | 'making';

/** A project that was made and whose tasks are not known to be stored. */
interface Made {
  id: number;
  settings: ProjectSettings;
  importKey: string;
}

/**
 * Makes a project of files: looks at them, proposes what to compare, and imports them. Of a project whose files are refused
 * nothing remains.
 */
export class NewProject {
  step: Step = 'choosing';
  files: readonly File[] = [];
  title = '';
  proposal: Proposal | undefined;
  preview: Preview | undefined;
  /** What went wrong last. */
  failure: unknown;
  /** How far the files are sent; undefined while none are. */
  speed: UploadSpeed | undefined;

  #made: Made | undefined;
  #creation: {key: string; settings: ProjectSettings} | undefined;
  #work = new AbortController();

  constructor(private readonly ports: NewProjectPorts) {}

  /** Looks at files. The first one says what all hold. */
  async open(files: readonly File[]): Promise<void> {
    const [first] = files;
    if (!first || this.step === 'making') return;
    await this.#forget();
    this.files = files;
    this.title = titleOfFile(first.name);
    await this.#propose(undefined);
  }

  /** Takes other columns than those that were recognised. */
  async choose(columns: ChosenColumns): Promise<void> {
    if (this.step !== 'making') await this.#propose(columns);
  }

  /** Makes the project and imports the files. Returns the project's id; undefined if that failed or was cancelled. */
  async make(): Promise<number | undefined> {
    const labelConfig = this.proposal?.label_config;
    if (!labelConfig || this.step !== 'proposed') return undefined;
    const {signal} = this.#begin('making');
    try {
      const made = await this.#project({title: this.title, label_config: labelConfig});
      signal.throwIfAborted();
      const speed = this.ports.newSpeed();
      this.speed = speed;
      await this.ports.api.importFiles(made.id, this.files, {
        key: made.importKey,
        onSent: (sent, total) => {
          speed.note(sent, total);
          this.ports.onChange();
        },
        signal,
      });
      return made.id;
    } catch (failure) {
      // Nobody knows what became of a request without an answer. The same one again tells.
      if (signal.aborted || isRefusal(failure)) await this.#forget();
      if (!signal.aborted) this.failure = failure;
      return undefined;
    } finally {
      this.speed = undefined;
      this.#end('proposed');
    }
  }

  /** Stops what is under way. */
  cancel(): void {
    this.#work.abort();
  }

  /** Waits for other files. */
  startAgain(): void {
    void this.#forget();
    this.#begin('choosing');
    this.files = [];
    this.proposal = this.preview = undefined;
  }

  async #propose(chosen: ChosenColumns | undefined): Promise<void> {
    const [first] = this.files;
    if (!first) return;
    const {signal} = this.#begin('reading');
    const isCut = first.size > BEGINNING;
    const {api} = this.ports;
    try {
      const beginning = {name: first.name, beginning: isCut ? first.slice(0, BEGINNING) : first, isCut};
      const proposal = await api.propose(beginning, chosen, signal);
      const config = proposal.label_config;
      const preview = config === null ? undefined : await api.preview(config, proposal.tasks, signal);
      if (signal.aborted) return;
      this.proposal = proposal;
      this.preview = preview;
    } catch (failure) {
      if (signal.aborted) return;
      this.failure = failure;
      if (!chosen) this.proposal = this.preview = undefined;
    }
    this.#end(this.proposal ? 'proposed' : 'choosing');
  }

  /** The project with these settings: the one of a former attempt, or a new one. */
  async #project(settings: ProjectSettings): Promise<Made> {
    if (this.#made && isSame(this.#made.settings, settings)) return this.#made;
    await this.#forget();
    const {newKey, api} = this.ports;
    if (!this.#creation || !isSame(this.#creation.settings, settings)) this.#creation = {key: newKey(), settings};
    const {id} = await api.createProject(settings, this.#creation.key);
    this.#made = {id, settings, importKey: newKey()};
    return this.#made;
  }

  /** Deletes a project that has no tasks, or whose tasks nobody wants. */
  async #forget(): Promise<void> {
    const made = this.#made;
    this.#made = undefined;
    if (!made) return;
    this.#creation = undefined;
    // An empty project does no harm, and its owner can see and delete it.
    await this.ports.api.deleteProject(made.id).catch(() => undefined);
  }

  #begin(step: Step): AbortController {
    this.#work.abort();
    this.#work = new AbortController();
    this.step = step;
    this.failure = undefined;
    this.ports.onChange();
    return this.#work;
  }

  #end(step: Step): void {
    this.step = step;
    this.ports.onChange();
  }
}

function isRefusal(failure: unknown): boolean {
  return failure instanceof Problem && failure.status < 500;
}

function isSame(some: ProjectSettings, others: ProjectSettings): boolean {
  return some.title === others.title && some.label_config === others.label_config;
}
