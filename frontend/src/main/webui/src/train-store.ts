import {type DBSchema, type IDBPDatabase, openDB} from 'idb';

import type {Lease} from './api.js';
import type {Journey, TrainStore} from './model/train.js';

/** What browsers keep of journeys: by person and project, and by lease. */
interface Journeys extends DBSchema {
  journeys: {key: [number, number]; value: Journey & {user: number; project: number}};
  tasks: {
    key: [number, number, string];
    value: {user: number; project: number; id: string; lease: Lease};
    indexes: {journey: [number, number]};
  };
}

/** Keeps one person's journey in one project in the browser's database, until it ends. */
export class LastingTrainStore implements TrainStore {
  #database: Promise<IDBPDatabase<Journeys>> | undefined;

  constructor(
    private readonly user: number,
    private readonly project: number,
  ) {}

  async load(): Promise<{journey: Journey; tasks: Lease[]} | undefined> {
    try {
      const database = await this.#open();
      const journey = await database.get('journeys', this.#key);
      if (!journey) return undefined;
      const tasks = await database.getAllFromIndex('tasks', 'journey', this.#key);
      // Leases are given in the order of their tokens.
      return {journey, tasks: tasks.map(({lease}) => lease).sort((one, other) => one.token - other.token)};
    } catch {
      return undefined;
    }
  }

  async save(journey: Journey): Promise<void> {
    const {user, project} = this;
    await (await this.#open()).put('journeys', {...journey, user, project});
  }

  async put(tasks: readonly Lease[]): Promise<void> {
    const {user, project} = this;
    const writing = (await this.#open()).transaction('tasks', 'readwrite');
    await Promise.all(tasks.map((lease) => writing.store.put({user, project, id: lease.id, lease})));
    await writing.done;
  }

  async drop(leaseIds: readonly string[]): Promise<void> {
    const writing = (await this.#open()).transaction('tasks', 'readwrite');
    await Promise.all(leaseIds.map((id) => writing.store.delete([...this.#key, id])));
    await writing.done;
  }

  async clear(): Promise<void> {
    const writing = (await this.#open()).transaction(['tasks', 'journeys'], 'readwrite');
    const tasks = writing.objectStore('tasks');
    const ids = await tasks.index('journey').getAllKeys(this.#key);
    await Promise.all([...ids.map((id) => tasks.delete(id)), writing.objectStore('journeys').delete(this.#key)]);
    await writing.done;
  }

  get #key(): [number, number] {
    return [this.user, this.project];
  }

  #open(): Promise<IDBPDatabase<Journeys>> {
    this.#database ??= openDB<Journeys>('prefstream-journeys', 1, {
      upgrade: (database) => {
        database.createObjectStore('journeys', {keyPath: ['user', 'project']});
        const tasks = database.createObjectStore('tasks', {keyPath: ['user', 'project', 'id']});
        tasks.createIndex('journey', ['user', 'project']);
      },
    });
    return this.#database;
  }
}
