import {type DBSchema, type IDBPDatabase, openDB} from 'idb';

import type {Entry, Kept, Refused, Shelf} from './model/outbox.js';
import {locks, newKey} from './platform.js';

/** What one page has yet to bring to the server for one person. */
interface Outboxes extends DBSchema {
  outboxes: {
    key: [number, string];
    value: Kept & {user: number; page: string};
    indexes: {user: number};
  };
}

const PAGE = newKey();
const LOCK = 'prefstream.page.';
const PATIENCE_MILLIS = 2000;

/**
 * Keeps one person's unsent verdicts in the browser's database, where they outlive the tab, the browser and a log-out. Each
 * page has a record of its own, so that two tabs never write over each other. What a page left behind that is gone is
 * collected by the next one.
 */
export class LastingShelf implements Shelf {
  #first = true;

  private constructor(
    private readonly user: number,
    private readonly database: IDBPDatabase<Outboxes>,
  ) {}

  /** @returns the shelf of a person; undefined where the browser keeps no data, or does not answer */
  static async open(user: number): Promise<LastingShelf | undefined> {
    try {
      const late = new Promise<never>((_, reject) => setTimeout(() => reject(new Error('late')), PATIENCE_MILLIS));
      const database = await Promise.race([connect(), late]);
      holdPage();
      return new LastingShelf(user, database);
    } catch {
      return undefined;
    }
  }

  store(unsent: readonly Entry[], refused: readonly Refused[]): void {
    const {user} = this;
    const written =
      unsent.length + refused.length === 0
        ? this.database.delete('outboxes', [user, PAGE])
        : this.database.put('outboxes', {user, page: PAGE, unsent: [...unsent], refused: [...refused]});
    // The verdicts are in memory and on their way, also if the disk is full.
    void written.catch(() => undefined);
  }

  /** Hands over what pages left behind that are gone, and forgets it once the taker has stored it as its own. */
  async collect(take: (kept: Kept) => void): Promise<void> {
    try {
      const alive = await alivePages();
      const records = await this.database.getAllFromIndex('outboxes', 'user', this.user);
      const own = this.#first;
      this.#first = false;
      const left = records.filter(({page}) => (page === PAGE ? own : !alive.has(page) && (own || locks())));
      if (left.length === 0) return;
      take({unsent: left.flatMap(({unsent}) => unsent), refused: left.flatMap(({refused}) => refused)});
      const others = left.filter(({page}) => page !== PAGE);
      await Promise.all(others.map(({page}) => this.database.delete('outboxes', [this.user, page])));
    } catch {
      // The next page tries again.
    }
  }
}

/** Fails later, and not at once, where there is no database at all. */
async function connect(): Promise<IDBPDatabase<Outboxes>> {
  return await openDB<Outboxes>('prefstream', 1, {
    upgrade: (database) => {
      database.createObjectStore('outboxes', {keyPath: ['user', 'page']}).createIndex('user', 'user');
    },
    // A newer version of this page waits for it.
    blocking: (_, __, event) => (event.target as IDBDatabase).close(),
  });
}

/** Shows other pages that this one is there, for as long as it is. */
function holdPage(): void {
  void locks()?.request(LOCK + PAGE, {ifAvailable: true}, () => new Promise(() => undefined));
}

async function alivePages(): Promise<Set<string>> {
  const held = (await locks()?.query())?.held ?? [];
  return new Set(held.map(({name = ''}) => name.slice(LOCK.length)));
}
