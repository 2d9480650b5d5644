import type {Api, Lease} from '../api.js';
import type {Hand} from './hand.js';
import type {Held} from './lease-keeper.js';
import type {LeaseSupply} from './lease-supply.js';

/** How much is taken along for a journey offline. */
export interface Luggage {
  /** How many tasks. */
  count: number;
  /** For how long the server keeps them for this person. */
  keepSeconds: number;
}

export interface LoadPorts {
  hand: Hand;
  supply: Pick<LeaseSupply, 'fill' | 'isFull' | 'refill'>;
  api: Pick<Api, 'handBack'>;
  /** Whether the page has this lease, or had it. */
  isKnown: (leaseId: string) => boolean;
  /** Is told that there may be another task to show. */
  onLoaded: () => void;
}

/** The tasks of a session that are taken along for a journey offline, if any are. */
export class Load {
  #luggage: Luggage | undefined;

  constructor(private readonly ports: LoadPorts) {}

  /** undefined while nothing is taken along. */
  get luggage(): Luggage | undefined {
    return this.#luggage;
  }

  /** The leases that nobody has judged, the one that is shown first. */
  get held(): readonly Held[] {
    return this.ports.hand.all;
  }

  /** Those that end unless the server hears from the page. What it keeps for hours does not, but what is shown may be lost. */
  get needingSigns(): readonly Held[] {
    return this.#luggage ? this.held.slice(0, 1) : this.held;
  }

  /** Whether it is all that the server keeps for this person. */
  get isFull(): boolean {
    return this.ports.supply.isFull;
  }

  /** Takes tasks along, those first that an earlier page had. */
  carry(luggage: Luggage, leases: readonly Lease[] = []): void {
    this.#luggage = luggage;
    this.ports.hand.add(leases.filter(({id}) => !this.ports.isKnown(id)));
    this.ports.onLoaded();
    this.ports.supply.fill();
  }

  /** Hands back what is not shown, and goes on as usual. */
  async unload(): Promise<void> {
    this.#luggage = undefined;
    const left = this.ports.hand.putDown();
    // What comes with the next leases must not be on its way to others.
    await Promise.allSettled(left.map(({lease}) => this.ports.api.handBack(lease)));
    this.ports.supply.refill();
  }
}
