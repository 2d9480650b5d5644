import type {ImportTerms} from '../import-api.js';
import type {OwnerApi, ProjectSettings} from '../owner-api.js';
import {Problem} from '../requests.js';

export interface MakerPorts {
  api: Pick<OwnerApi, 'createProject' | 'deleteProject' | 'importFiles'>;
  newKey: () => string;
}

/** A project that was made and whose tasks are not known to be stored. */
interface Made {
  id: number;
  settings: ProjectSettings;
  importKey: string;
}

/**
 * Makes a project and imports its files. Of a project whose files are refused, or whose import is cancelled, nothing remains if the
 * server can be reached. One whose import got no answer is made by the same requests again.
 */
export class ProjectMaker {
  #made: Made | undefined;
  #creation: {key: string; settings: ProjectSettings} | undefined;

  constructor(private readonly ports: MakerPorts) {}

  /** Returns the project's id. @param how who is told how far it is, and what stops it */
  async make(
    settings: ProjectSettings,
    files: readonly File[],
    how: Omit<ImportTerms, 'key'> & {onCreated: () => void},
  ): Promise<number> {
    const {onCreated, ...terms} = how;
    const {signal} = terms;
    try {
      const made = await this.#project(settings);
      signal.throwIfAborted();
      onCreated();
      await this.ports.api.importFiles(made.id, files, {...terms, key: made.importKey});
      return made.id;
    } catch (failure) {
      // Nobody knows what became of a request without an answer. The same one again tells.
      if (signal.aborted || isRefusal(failure)) await this.forget();
      throw failure;
    }
  }

  /** Deletes a project that has no tasks, or whose tasks nobody wants. */
  async forget(): Promise<void> {
    const made = this.#made;
    this.#made = undefined;
    if (!made) return;
    this.#creation = undefined;
    // An empty project does no harm, and its owner can see and delete it.
    await this.ports.api.deleteProject(made.id).catch(() => undefined);
  }

  /** The project with these settings: the one of a former attempt, or a new one. */
  async #project(settings: ProjectSettings): Promise<Made> {
    if (this.#made && isSame(this.#made.settings, settings)) return this.#made;
    await this.forget();
    const {newKey, api} = this.ports;
    if (!this.#creation || !isSame(this.#creation.settings, settings)) this.#creation = {key: newKey(), settings};
    const {id} = await api.createProject(settings, this.#creation.key);
    this.#made = {id, settings, importKey: newKey()};
    return this.#made;
  }
}

/** Whether the server said no, as against not answering. */
export function isRefusal(failure: unknown): boolean {
  return failure instanceof Problem && failure.status < 500;
}

function isSame(some: ProjectSettings, others: ProjectSettings): boolean {
  return JSON.stringify(some) === JSON.stringify(others);
}
