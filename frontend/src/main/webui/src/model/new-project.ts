import type {ColumnRole, OwnerApi, Preview, ProjectSettings, Proposal, TaskData} from '../owner-api.js';
import {Problem, Unreachable} from '../requests.js';
import {type Assigned, areRecognised, chosenOf, missingOf, recognised, withRole} from './column-roles.js';
import {titleOfFile} from './file-names.js';
import type {UploadSpeed} from './upload-speed.js';

/** Enough for the first tasks of nearly all files. Where the first task is longer, the most that the server looks at is sent. */
const BEGINNING = 4 * 1024 * 1024;
const BEGINNING_MAX = 9 * 1024 * 1024;

const TOO_LARGE = 413;

/** Thrown when a file cannot be read any more. */
export class FileChanged extends Error {}

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
 * Makes a project of files: looks at them, proposes what to compare, and imports them. Of a project whose files are refused, or whose
 * import is cancelled, nothing remains if the server can be reached.
 */
export class NewProject {
  step: Step = 'choosing';
  files: readonly File[] = [];
  title = '';
  proposal: Proposal | undefined;
  preview: Preview | undefined;
  /** The roles of the columns, as the person sees them. */
  roles: Assigned = new Map();
  /** What went wrong last. */
  failure: unknown;
  /** How far the files are sent; undefined while none are. */
  speed: UploadSpeed | undefined;

  #made: Made | undefined;
  #creation: {key: string; settings: ProjectSettings} | undefined;
  #work = new AbortController();

  constructor(private readonly ports: NewProjectPorts) {}

  /** Whether the project can be made as it is shown. */
  get isReady(): boolean {
    const {proposal, roles, step} = this;
    return step === 'proposed' && !!proposal?.label_config && areRecognised(proposal.columns, roles);
  }

  /** Looks at files. The first one says what all hold. */
  async open(files: readonly File[]): Promise<void> {
    const [first] = files;
    if (!first || this.step === 'making') return;
    void this.#forget();
    this.files = files;
    this.title = titleOfFile(first.name);
    this.proposal = this.preview = undefined;
    await this.#propose(first);
  }

  /** Gives a column another role. Once something can be compared, the tasks are shown so. */
  async choose(column: string, role: ColumnRole): Promise<void> {
    const {proposal} = this;
    const [first] = this.files;
    if (!proposal || !first || this.step === 'making') return;
    this.roles = withRole(proposal.columns, this.roles, column, role);
    if (missingOf(proposal.columns, this.roles)) {
      this.preview = undefined;
      this.#begin('proposed');
    } else {
      await this.#propose(first, proposal);
    }
  }

  /** Makes the project and imports the files. Returns the project's id; undefined if that failed or was cancelled. */
  async make(): Promise<number | undefined> {
    const labelConfig = this.proposal?.label_config;
    if (!labelConfig || !this.isReady) return undefined;
    const work = this.#begin('making');
    const {signal} = work;
    try {
      const made = await this.#project({title: this.title.trim(), label_config: labelConfig});
      signal.throwIfAborted();
      const speed = this.ports.newSpeed();
      this.speed = speed;
      this.ports.onChange();
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
      if (!signal.aborted) this.failure = await this.#explained(failure);
      return undefined;
    } finally {
      this.speed = undefined;
      this.#end(work, 'proposed');
    }
  }

  /** Stops what is under way. */
  cancel(): void {
    this.#work.abort();
  }

  /** Waits for other files. */
  startAgain(): void {
    void this.#forget();
    this.files = [];
    this.proposal = this.preview = undefined;
    this.#begin('choosing');
  }

  /** @param known what the file is known to hold, if the person has chosen columns of it */
  async #propose(first: File, known?: Proposal): Promise<void> {
    const work = this.#begin('reading');
    const {signal} = work;
    try {
      const proposal = await this.#read(first, known, signal);
      const config = proposal.label_config;
      const preview = config === null ? undefined : await this.#show(config, proposal.tasks, signal);
      if (signal.aborted) return;
      this.proposal = proposal;
      this.roles = recognised(proposal.columns);
      this.preview = preview;
    } catch (failure) {
      const explained = await this.#explained(failure);
      if (signal.aborted) return;
      this.failure = explained;
    }
    this.#end(work, this.proposal ? 'proposed' : 'choosing');
  }

  async #read(first: File, known: Proposal | undefined, signal: AbortSignal): Promise<Proposal> {
    const chosen = known && chosenOf(known.columns, this.roles);
    const send = (most: number) => {
      const isCut = first.size > most;
      const beginning = isCut ? first.slice(0, most) : first;
      return this.ports.api.propose({name: first.name, beginning, isCut}, chosen, signal);
    };
    try {
      return await send(BEGINNING);
    } catch (failure) {
      if (!isRefusal(failure) || first.size <= BEGINNING || signal.aborted) throw failure;
      return send(BEGINNING_MAX);
    }
  }

  /** Shows as many of the tasks as the server takes. */
  async #show(config: string, tasks: readonly TaskData[], signal: AbortSignal): Promise<Preview> {
    try {
      return await this.ports.api.preview(config, tasks, signal);
    } catch (failure) {
      const isLarge = failure instanceof Problem && failure.status === TOO_LARGE && tasks.length > 1;
      if (!isLarge) throw failure;
      return this.ports.api.preview(config, tasks.slice(0, 1), signal);
    }
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

  /** A browser that cannot read a file any more says only that the request failed. */
  async #explained(failure: unknown): Promise<unknown> {
    if (!(failure instanceof Unreachable)) return failure;
    const readings = this.files.map((file) => file.slice(0, 1).arrayBuffer());
    return Promise.all(readings).then(
      () => failure,
      () => new FileChanged(),
    );
  }

  #begin(step: Step): AbortController {
    this.#work.abort();
    this.#work = new AbortController();
    this.step = step;
    this.failure = undefined;
    this.ports.onChange();
    return this.#work;
  }

  #end(work: AbortController, step: Step): void {
    if (work !== this.#work) return;
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
