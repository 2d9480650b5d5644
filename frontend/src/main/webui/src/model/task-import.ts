import type {OwnerApi} from '../owner-api.js';
import {whyFailed} from './file-changed.js';
import {isRefusal} from './project-maker.js';
import type {UploadSpeed} from './upload-speed.js';

export interface ImportPorts {
  api: Pick<OwnerApi, 'importFiles'>;
  newKey: () => string;
  newSpeed: () => UploadSpeed;
  onChange: () => void;
}

/** Adds the tasks of files to a project: all of them, or none. */
export class TaskImport {
  /** What is sent, or was sent and got no answer. */
  files: readonly File[] = [];
  /** How far it is; undefined while nothing is imported. */
  speed: UploadSpeed | undefined;
  /** How many tasks the last import has added. */
  added: number | undefined;
  failure: unknown;

  #key = '';
  #work = new AbortController();

  constructor(
    private readonly projectId: number,
    private readonly ports: ImportPorts,
  ) {}

  get isRunning(): boolean {
    return this.speed !== undefined;
  }

  /** Imports files. @returns whether their tasks were added */
  async start(files: readonly File[]): Promise<boolean> {
    if (this.isRunning || files.length === 0) return false;
    this.files = files;
    this.#key = this.ports.newKey();
    return this.#send();
  }

  /** Sends the same files again after an attempt without an answer. What was added by that one is not added again. */
  async again(): Promise<boolean> {
    return !this.isRunning && this.failure !== undefined && this.files.length > 0 ? this.#send() : false;
  }

  cancel(): void {
    this.#work.abort();
  }

  async #send(): Promise<boolean> {
    this.#work = new AbortController();
    const {signal} = this.#work;
    const speed = this.ports.newSpeed();
    Object.assign(this, {speed, added: undefined, failure: undefined});
    this.ports.onChange();
    try {
      const onSent = (sent: number, total: number) => {
        speed.note(sent, total);
        this.ports.onChange();
      };
      const {task_count: added} = await this.ports.api.importFiles(this.projectId, this.files, {
        key: this.#key,
        onSent,
        signal,
      });
      this.added = added;
      this.files = [];
      return true;
    } catch (failure) {
      if (!signal.aborted) this.failure = await whyFailed(failure, this.files);
      if (signal.aborted || isRefusal(failure)) this.files = [];
      return false;
    } finally {
      this.speed = undefined;
      this.ports.onChange();
    }
  }
}
