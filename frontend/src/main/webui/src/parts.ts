/** A part of the page that comes after the first load. */
export class Part<T = unknown> {
  #loaded: T | undefined;
  #loading: Promise<T> | undefined;
  #failed = false;

  constructor(private readonly fetch: () => Promise<T>) {}

  /** undefined until it is there. */
  get loaded(): T | undefined {
    return this.#loaded;
  }

  /** Whether the last attempt failed. While the next one is under way, that stays so. */
  get failed(): boolean {
    return this.#failed;
  }

  /**
   * Loads it, unless that is done or under way; tries again after a failure. The server may be away, or have a newer version
   * of the page and this part no more. Some browsers remember the failure: there only another load of the page helps.
   */
  load(): Promise<T> {
    this.#loading ??= this.fetch().then(
      (loaded) => {
        this.#failed = false;
        return (this.#loaded = loaded);
      },
      (failure: unknown) => {
        this.#failed = true;
        this.#loading = undefined;
        throw failure;
      },
    );
    return this.#loading;
  }
}

/** What the first load leaves out: it has what a pair of answers in Markdown needs, and the log-in. */
export const parts = {
  /** The fields for what is asked besides the main pair. */
  fields: new Part(() => import('./field-parts.js')),
  /** The layout that the author of a configuration gave it. */
  authored: new Part(() => import('./elements/authored-layout.js')),
  /** The names of characters that are seldom written. */
  names: new Part(() => import('./names.js')),
  keys: new Part(() => import('./elements/keys-dialog.js')),
  guidelines: new Part(() => import('./elements/guidelines-dialog.js')),
  /** Offers a break to who became slow. */
  pace: new Part(() => import('./elements/pace-notice.js')),
  /** Asks why a task is skipped. */
  skipping: new Part(() => import('./elements/skip-dialog.js')),
  judgements: new Part(() => import('./elements/judgements-page.js')),
  projects: new Part(() => import('./elements/projects-page.js')),
  /** The pages that nobody needs who labels. */
  others: new Part(() => import('./elements/other-pages.js')),
  practice: new Part(() => import('./elements/practice-page.js')),
  /** What takes tasks along on a journey. */
  train: new Part(() => import('./train-parts.js')),
  /** What asks pairs again that were judged before. */
  rechecks: new Part(() => import('./recheck-parts.js')),
  difference: new Part(() => import('./model/difference.js')),
  /** Colours of code, formulas, and what makes HTML safe: large, and needed by few projects. */
  highlighting: new Part(() => import('./highlighting.js')),
  formulas: new Part(() => import('./formulas.js')),
  purifying: new Part(() => import('./purifying.js')),
};

/** Loads what may be needed soon, one part after the other, so that nobody waits for it then. */
export async function loadAhead(): Promise<void> {
  const {fields, authored, names, keys, pace, judgements, difference} = parts;
  // What cannot be had now is tried again when somebody needs it.
  for (const part of [fields, authored, names, keys, pace, judgements, difference])
    await part.load().catch(() => undefined);
}

/** Loads all that any task may need, and whatever else there is; throws if some of it cannot be had now. */
export async function loadAll(): Promise<void> {
  await Promise.all(Object.values(parts).map((part: Part) => part.load()));
}
