import type {Judgement} from '../api.js';
import type {Consistency} from './consistency.js';
import {type JudgedPair, pairOf} from './judged-pair.js';
import type {Phase} from './phase.js';

/** What a browser keeps of rechecks. */
export interface KeptRechecks extends Consistency {
  /** How much was judged since the last recheck. */
  since: number;
}

/** Where a browser keeps it, by person and project. */
export interface RecheckStore {
  /** @returns undefined if nothing is kept */
  load: () => KeptRechecks | undefined;
  save: (kept: KeptRechecks) => void;
}

export interface RechecksPorts {
  store: RecheckStore;
  /** A number from 0 to 1, without 1. */
  random: () => number;
}

/** So much else is judged before a pair comes back: nobody still has the answers before their eyes. */
const OTHERS_MIN = 10;
/** So much is judged from one recheck to the next, so that the work stays the work. */
const APART_MIN = 20;
/** The newest pairs; the page has these tasks anyway, to go back to them. */
const PAIRS_MAX = 50;

/**
 * Decides which pair is asked again and when, and counts how often a person said the same. Pairs are remembered for as long as
 * the page: texts of tasks do not stay in a browser, and what is days old may be deleted. Each comes back once.
 */
export class Rechecks {
  /** By the ids of tasks, the oldest first, with how much was judged when each was. */
  readonly #pairs = new Map<string, {pair: JudgedPair; at: number}>();
  #judged = 0;
  #kept: KeptRechecks;

  constructor(private readonly ports: RechecksPorts) {
    this.#kept = ports.store.load() ?? {same: 0, of: 0, since: APART_MIN};
  }

  get consistency(): Consistency {
    const {same, of} = this.#kept;
    return {same, of};
  }

  /** Is told of a judgement on the task that is shown. A skip judges nothing, and a change is no further judgement. */
  note({task, previous}: Extract<Phase, {kind: 'judging'}>, judgement: Judgement): void {
    if (previous === undefined && judgement.verdict?.outcome !== 'skip') {
      this.#judged++;
      this.#keep({since: this.#kept.since + 1});
    }
    this.#pairs.delete(task.id);
    const pair = pairOf(task, judgement);
    if (!pair) return;
    this.#pairs.set(task.id, {pair, at: this.#judged});
    const [oldest = ''] = this.#pairs.keys();
    if (this.#pairs.size > PAIRS_MAX) this.#pairs.delete(oldest);
  }

  /** The pair to ask again now; undefined if it is too early. Whoever takes it asks it. */
  take(): JudgedPair | undefined {
    if (this.#kept.since < APART_MIN) return undefined;
    const ripe = [...this.#pairs].filter(([, {at}]) => this.#judged - at >= OTHERS_MIN);
    const taken = ripe[Math.floor(this.ports.random() * ripe.length)];
    if (!taken) return undefined;
    const [id, {pair}] = taken;
    this.#pairs.delete(id);
    this.#keep({since: 0});
    return pair;
  }

  /** Counts what was said again. */
  count(isSame: boolean): void {
    this.#keep({same: this.#kept.same + Number(isSame), of: this.#kept.of + 1});
  }

  #keep(changed: Partial<KeptRechecks>): void {
    this.#kept = {...this.#kept, ...changed};
    this.ports.store.save(this.#kept);
  }
}
