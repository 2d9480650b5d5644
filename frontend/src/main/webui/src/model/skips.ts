import type {Judgement, Progress} from '../api.js';
import type {Entry} from './entry.js';
import type {Past} from './history.js';

/**
 * Keeps count of skips when a judgement of before is changed: the server's answer to that has no progress. Its next answer
 * with one counts anew.
 */
export class Skips {
  /** Whether the server has a skip, by the number of a changed judgement. */
  readonly #skipped = new Map<number, boolean>();

  /** Changes a judgement, and notes what it was. */
  change(past: Past, judgement: Judgement): void {
    const id = past.target.annotationId;
    if (id !== undefined && !this.#skipped.has(id)) this.#skipped.set(id, isSkip(past.judgement));
    past.judgement = judgement;
  }

  /** The progress after a change is saved. */
  after(entry: Entry, progress: Progress | undefined): Progress | undefined {
    const {annotationId: id} = entry;
    const before = id === undefined ? undefined : this.#skipped.get(id);
    if (id === undefined || before === undefined || !progress) return progress;
    this.#skipped.set(id, isSkip(entry));
    return {...progress, skipped: progress.skipped + Number(isSkip(entry)) - Number(before)};
  }
}

function isSkip({verdict}: Judgement): boolean {
  return verdict?.outcome === 'skip';
}
