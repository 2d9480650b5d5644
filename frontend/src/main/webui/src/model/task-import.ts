import type {OnDuplicate} from '../import-api.js';
import type {OwnerApi} from '../owner-api.js';
import {Problem} from '../requests.js';
import {whyFailed} from './file-changed.js';
import {type Cancelled, type ImportOutcome, outcomeOf} from './import-outcome.js';
import {isRefusal} from './project-maker.js';
import type {UploadSpeed} from './upload-speed.js';

export interface ImportPorts {
  api: Pick<OwnerApi, 'importFiles' | 'cancelImport'>;
  newKey: () => string;
  newSpeed: () => UploadSpeed;
  onChange: () => void;
}

const NOT_FOUND = 404;

/** Adds the tasks of files to a project: all of them, or none, but for what the person leaves out. */
export class TaskImport {
  /** What becomes of tasks that are there already. */
  onDuplicate: OnDuplicate = 'keep';
  /** What is sent, or was sent and can be sent again. */
  files: readonly File[] = [];
  /** How far it is; undefined while nothing is imported. */
  speed: UploadSpeed | undefined;
  /** What the last import came to; undefined if it came to nothing. */
  outcome: ImportOutcome | undefined;
  /** How the last import ended, if the person has cancelled it. */
  cancelled: Cancelled | undefined;
  isCancelling = false;
  failure: unknown;

  #key = '';
  #leaveOut = false;
  #columns: ReadonlyMap<string, string> = new Map();
  #work = new AbortController();

  constructor(
    private readonly projectId: number,
    private readonly ports: ImportPorts,
  ) {}

  get isRunning(): boolean {
    return this.speed !== undefined;
  }

  /** Whether the last import was refused for something that stands in its files, so that the rest of them may do. */
  get mayLeaveOut(): boolean {
    return !this.#leaveOut && this.failure instanceof Problem && this.failure.status === 400 && this.files.length > 0;
  }

  /**
   * Imports files.
   *
   * @param columns those that stand for keys of other names, by these keys
   * @param leaveOut whether rows that cannot be imported are left out
   * @returns whether their tasks were added
   */
  async start(
    files: readonly File[],
    columns: ReadonlyMap<string, string> = new Map(),
    leaveOut = false,
  ): Promise<boolean> {
    if (this.isRunning || files.length === 0) return false;
    this.files = files;
    this.#columns = columns;
    this.#key = this.ports.newKey();
    this.#leaveOut = leaveOut;
    return this.#send();
  }

  /** Sends the same files again after an attempt without an answer. What was added by that one is not added again. */
  async again(): Promise<boolean> {
    return !this.isRunning && this.failure !== undefined && this.files.length > 0 ? this.#send() : false;
  }

  /** Forgets what the last import came to. */
  forget(): void {
    if (this.isRunning) return;
    this.files = [];
    this.outcome = this.cancelled = this.failure = undefined;
  }

  /** Imports the files without the rows that cannot be imported. */
  async leaveOut(): Promise<boolean> {
    if (this.isRunning || !this.mayLeaveOut) return false;
    this.#key = this.ports.newKey();
    this.#leaveOut = true;
    return this.#send();
  }

  /** Ends the import if it has not gone too far. Then its answer says what was added. */
  async cancel(): Promise<void> {
    if (!this.isRunning || this.isCancelling) return;
    const {signal} = this.#work;
    this.isCancelling = true;
    this.ports.onChange();
    const state = (await this.#cancelled()) ?? (await this.#abort().#cancelled());
    if (state === 'stored' && !signal.aborted) return;
    this.cancelled = state === 'unknown' || state === 'stored' ? 'unknown' : 'nothing';
    this.#abort();
  }

  #abort(): this {
    this.#work.abort();
    return this;
  }

  /** How the import has ended; undefined if the server does not know it, which it does as soon as the first byte is there. */
  async #cancelled(): Promise<string | undefined> {
    try {
      return (await this.ports.api.cancelImport(this.projectId, this.#key)).state;
    } catch (failure) {
      return failure instanceof Problem && failure.status === NOT_FOUND ? undefined : 'unknown';
    }
  }

  async #send(): Promise<boolean> {
    this.#work = new AbortController();
    const {signal} = this.#work;
    const speed = this.ports.newSpeed();
    const {onDuplicate} = this;
    Object.assign(this, {speed, outcome: undefined, cancelled: undefined, failure: undefined});
    this.ports.onChange();
    try {
      const answer = await this.ports.api.importFiles(this.projectId, this.files, {
        key: this.#key,
        onSent: (sent, total) => {
          speed.note(sent, total);
          this.ports.onChange();
        },
        onRows: (progress) => {
          speed.noteRows(progress);
          this.ports.onChange();
        },
        signal,
        onDuplicate,
        leaveOut: this.#leaveOut,
        columns: this.#columns,
      });
      this.outcome = outcomeOf(answer);
      this.files = [];
      return true;
    } catch (failure) {
      if (this.isCancelling) this.cancelled ??= 'nothing';
      else this.failure = await whyFailed(failure, this.files);
      if (this.isCancelling || (isRefusal(failure) && !this.mayLeaveOut)) this.files = [];
      return false;
    } finally {
      this.speed = undefined;
      this.isCancelling = false;
      this.ports.onChange();
    }
  }
}
