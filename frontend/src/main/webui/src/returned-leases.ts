import type {Api, Leased} from './api.js';

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

/** When a lease was handed back, and its task. */
type Returned = [at: number, taskId: number];

/**
 * Hands leases back, and takes none that are on their way back. A page that goes away hands back what it holds; the page that
 * comes after it may ask before the server has heard of that. It would be given the same leases, and lose them at once. Or the
 * server has heard of some: whoever reloads the page would be shown another task than before. So tasks come in their former order.
 */
export function mindingReturns({api, storage, now, later}: ReturnedPorts): ReturnedPorts['api'] {
  let returned = read(storage);
  const isOnItsWay = (id: string) => now() - (returned.get(id)?.[0] ?? -Infinity) < ON_ITS_WAY_MILLIS;
  const write = () => {
    returned = new Map([...returned].filter(([id]) => isOnItsWay(id)));
    storage?.setItem(KEY, JSON.stringify([...returned]));
  };
  /** What was not handed back keeps its place: what was begun comes first. */
  const inFormerOrder = (leases: Leased['leases']) => {
    const former = [...new Set([...returned].filter(([id]) => isOnItsWay(id)).map(([, [, taskId]]) => taskId))];
    const again = former.flatMap((taskId) => leases.filter(({task_id: id}) => id === taskId));
    const inOrder = again.values();
    return leases.map((lease) => (again.includes(lease) ? (inOrder.next().value ?? lease) : lease));
  };
  return {
    handBack: (lease) => {
      returned.set(lease.id, [now(), lease.task_id]);
      write();
      return api.handBack(lease);
    },
    leases: async (...asked) => {
      for (;;) {
        const answer = await api.leases(...asked);
        if (!answer.leases.some(({id}) => isOnItsWay(id))) return {...answer, leases: inFormerOrder(answer.leases)};
        await new Promise<void>((resolve) => later(ASK_AGAIN_MILLIS, resolve));
      }
    },
  };
}

function read(storage: ReturnedPorts['storage']): Map<string, Returned> {
  try {
    return new Map(JSON.parse(storage?.getItem(KEY) ?? '[]') as [string, Returned][]);
  } catch {
    return new Map();
  }
}
