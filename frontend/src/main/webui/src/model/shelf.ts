import type {Entry, Refused, Shelf} from './outbox.js';

interface Stored {
  unsent: Entry[];
  refused: Refused[];
}

/** Keeps one person's unsent verdicts in the tab's storage, which outlives reloads and crashes. */
export class StorageShelf implements Shelf {
  readonly #name: string;

  constructor(
    userId: number,
    private readonly storage: Storage = sessionStorage,
  ) {
    this.#name = `prefstream.outbox.${userId}`;
  }

  load(): Stored {
    try {
      const stored = JSON.parse(this.storage.getItem(this.#name) ?? 'null') as Partial<Stored> | null;
      return {unsent: stored?.unsent ?? [], refused: stored?.refused ?? []};
    } catch {
      return {unsent: [], refused: []};
    }
  }

  store(unsent: readonly Entry[], refused: readonly Refused[]): void {
    try {
      if (unsent.length + refused.length === 0) this.storage.removeItem(this.#name);
      else this.storage.setItem(this.#name, JSON.stringify({unsent, refused}));
    } catch {
      // Storage is full or switched off. The verdicts are still in memory and on their way.
    }
  }
}
