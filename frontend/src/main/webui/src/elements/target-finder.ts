import type {ReactiveController, ReactiveControllerHost} from 'lit';

import {type Project, type User, api} from '../api.js';
import {laterApi} from '../later-api.js';
import {type Target, foundIn, taskNumberIn} from '../model/command-search.js';
import {targetsFor, taskTarget} from '../model/targets.js';
import {ownerApi} from '../owner-api.js';
import {later} from '../platform.js';

const SHOWN_MAX = 50;
/** The server is asked once nothing is written for a moment. */
const CALM_MILLIS = 200;

/** Finds what somebody may go to or do by what they write: at once in what is known, and a moment later at the server. */
export class TargetFinder implements ReactiveController {
  phase: 'loading' | 'loaded' | 'failed' = 'loading';
  found: readonly Target[] = [];

  #user: User | undefined;
  #projects: readonly Project[] = [];
  /** Whether these are all that the person may see. */
  #areAll = false;
  #here: number | undefined;
  #written = '';
  #task: Target | undefined;
  #work = new AbortController();
  #cancel: () => void = () => undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.stop();
  }

  /** Begins anew. @param here the project of the page; undefined if it has none */
  async start(here: number | undefined): Promise<void> {
    this.stop();
    this.#work = new AbortController();
    const {signal} = this.#work;
    this.#here = here;
    this.#written = '';
    this.#task = undefined;
    this.phase = 'loading';
    this.#show();
    try {
      const [user, page] = await Promise.all([api.whoAmI(signal), laterApi.projects(1, false, signal)]);
      const missing = here !== undefined && !page.results.some(({id}) => id === here);
      const own = missing ? [await api.project(here, signal).catch(() => undefined)] : [];
      if (signal.aborted) return;
      this.#user = user;
      this.#projects = [...own, ...page.results].filter((project) => project !== undefined);
      this.#areAll = page.results.length >= page.count;
      this.phase = 'loaded';
    } catch {
      if (signal.aborted) return;
      this.phase = 'failed';
    }
    this.#show();
  }

  stop(): void {
    this.#work.abort();
    this.#cancel();
  }

  find(written: string): void {
    this.#written = written;
    this.#task = undefined;
    this.#cancel();
    this.#cancel = later(CALM_MILLIS, () => void this.#ask(written.trim()));
    this.#show();
  }

  #show(): void {
    const all = this.#user ? targetsFor(this.#user, this.#projects, this.#here, this.#written) : [];
    const found = foundIn(all, this.#written, SHOWN_MAX);
    this.found = this.#task ? [this.#task, ...found] : found;
    this.host.requestUpdate();
  }

  /** What the server does not answer is not found; what is known is shown all the same. */
  async #ask(written: string): Promise<void> {
    const {signal} = this.#work;
    const number = taskNumberIn(written);
    const atHand = this.#projects.find(({id}) => id === this.#here);
    if (number !== undefined && atHand && this.#user?.role !== 'annotator') {
      const taskId = await ownerApi.taskNumbered(atHand.id, number, signal).catch(() => undefined);
      if (taskId !== undefined && !this.#isPast(written, signal)) this.#task = taskTarget(atHand, number, taskId);
    }
    if (written !== '' && !this.#areAll) {
      const page = await laterApi.projectsTitled(written, signal).catch(() => undefined);
      const known = new Set(this.#projects.map(({id}) => id));
      this.#projects = [...this.#projects, ...(page?.results ?? []).filter(({id}) => !known.has(id))];
    }
    if (!this.#isPast(written, signal)) this.#show();
  }

  #isPast(written: string, signal: AbortSignal): boolean {
    return signal.aborted || this.#written.trim() !== written;
  }
}
