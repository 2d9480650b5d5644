import type {Consistency} from './model/consistency.js';
import type {KeptRechecks, RecheckStore} from './model/rechecks.js';
import {readSetting, writeSetting} from './theme.js';

/** Keeps in this browser, and nowhere else, how often one person said the same again in one project. */
export function consistencyStore(userId: number, projectId: number): RecheckStore {
  const name = `prefstream.consistency.${userId}.${projectId}`;
  return {
    load: () => keptIn(readSetting(name)),
    save: (kept) => writeSetting(name, JSON.stringify(kept)),
  };
}

/** How often a person said the same again in a project, as far as this browser knows. */
export function consistencyOf(userId: number, projectId: number): Consistency {
  return consistencyStore(userId, projectId).load() ?? {same: 0, of: 0};
}

/** @returns undefined also if something else stands there */
function keptIn(stored: string | null): KeptRechecks | undefined {
  try {
    const {same, of, since} = JSON.parse(stored ?? '{}') as Partial<KeptRechecks>;
    const isCount = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0;
    return isCount(same) && isCount(of) && isCount(since) && same <= of ? {same, of, since} : undefined;
  } catch {
    return undefined;
  }
}
