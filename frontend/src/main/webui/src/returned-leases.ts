import type {Api} from './api.js';

/** For so long after a lease was handed back, the server may not know of it yet. */
const ON_ITS_WAY_MILLIS = 5000;
const ASK_AGAIN_MILLIS = 250;
const KEY = 'prefstream.returned-leases';

export interface ReturnedPorts {
  api: Pick<Api, 'leases' | 'handBack'>;
  /** What outlives the page in its tab; undefined if the browser keeps nothing. */
  storage: Pick<Storage, 'getItem' | 'setItem'> | undefined;
  /** Milliseconds since some moment that is the same for all pages of the tab. */
  now: () => number;
  later: (millis: number, action: () => void) => unknown;
}

/**
 * Hands leases back, and takes none that are on their way back. A page that goes away hands back what it holds; the page that
 * comes after it may ask before the server has heard of that. It would be given the same leases, and lose them at once.
 */
export function mindingReturns({api, storage, now, later}: ReturnedPorts): ReturnedPorts['api'] {
  let returned = read(storage);
  const isOnItsWay = (id: string) => now() - (returned.get(id) ?? -Infinity) < ON_ITS_WAY_MILLIS;
  const write = () => {
    returned = new Map([...returned].filter(([id]) => isOnItsWay(id)));
    storage?.setItem(KEY, JSON.stringify([...returned]));
  };
  return {
    handBack: (lease) => {
      returned.set(lease.id, now());
      write();
      return api.handBack(lease);
    },
    leases: async (...asked) => {
      for (;;) {
        const answer = await api.leases(...asked);
        if (!answer.leases.some(({id}) => isOnItsWay(id))) return answer;
        await new Promise<void>((resolve) => later(ASK_AGAIN_MILLIS, resolve));
      }
    },
  };
}

function read(storage: ReturnedPorts['storage']): Map<string, number> {
  try {
    return new Map(JSON.parse(storage?.getItem(KEY) ?? '[]') as [string, number][]);
  } catch {
    return new Map();
  }
}
