import type {Judgement} from '../api.js';
import type {Row} from '../row-stream.js';
import type {Receipt} from './outbox.js';

/** A verdict on its way. */
export interface GivenVerdict {
  /** The idempotency key. */
  key: string;
  /** The task's number in its project. */
  taskNumber: number;
  judgement: Judgement;
  /** When the annotator pressed what gave it. */
  pressedAt: number;
  /** Whether it may give a row of the dataset. */
  mayGiveRow: boolean;
  /** Whether going back leads to it. */
  canUndo: boolean;
}

/** How far it has come. Without its milliseconds nobody knows how long it took. */
export type Fate = {kind: 'on-its-way'} | {kind: 'saved'} | {kind: 'landed'; millis: number | undefined};

export interface LastVerdictPorts {
  /** Whether rows are heard of. */
  hears: () => boolean;
  /** Whether the annotator is just using what is said about it, so that it has to stay. */
  isInUse: () => boolean;
  onChange: () => void;
  later: (millis: number, action: () => void) => () => void;
  now: () => number;
}

/** How long something is said about a verdict, from when it was saved. */
const SHOWN_MILLIS = 4000;
/** A row that takes longer is not waited for. */
const PATIENCE_MILLIS = 1000;

/** Follows the verdict that was given last until its row has come, and for a moment longer. */
export class LastVerdict {
  #given: GivenVerdict | undefined;
  #fate: Fate = {kind: 'on-its-way'};
  #receipt: Receipt | undefined;
  /** Rows may come before the answer that says to which annotation they belong. */
  #early: {row: Row; at: number}[] = [];
  #cancel: (() => void) | undefined;

  constructor(private readonly ports: LastVerdictPorts) {}

  /** undefined if there is nothing to say any more. */
  get shown(): (GivenVerdict & {fate: Fate}) | undefined {
    return this.#given && {...this.#given, fate: this.#fate};
  }

  /** Follows another verdict. */
  give(verdict: GivenVerdict): void {
    this.forget();
    this.#given = verdict;
  }

  /** Is told that a verdict was saved. */
  saved(key: string, receipt: Receipt): void {
    if (key !== this.#given?.key) return;
    this.#receipt = receipt;
    if (this.#early.some(({row, at}) => this.#land(row, at))) return;
    if (this.#given.mayGiveRow && this.ports.hears()) this.#wait(PATIENCE_MILLIS, () => this.#become({kind: 'saved'}));
    else this.#become({kind: 'saved'});
  }

  /** Is told that a row came. */
  arrived(row: Row): void {
    if (!this.#given?.mayGiveRow) return;
    if (!this.#receipt) this.#early.push({row, at: this.ports.now()});
    else if (this.#fate.kind !== 'landed') this.#land(row, this.ports.now());
  }

  /** Is told that a verdict was refused. */
  refused(key: string): void {
    if (key === this.#given?.key) this.forget();
  }

  forget(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#given = undefined;
    this.#receipt = undefined;
    this.#early = [];
    this.#fate = {kind: 'on-its-way'};
    this.ports.onChange();
  }

  #land({annotationId, revision, isFresh}: Row, at: number): boolean {
    const receipt = this.#receipt;
    if (!this.#given || annotationId !== receipt?.annotation_id || revision < (receipt.revision ?? 0)) return false;
    this.#become({kind: 'landed', millis: isFresh ? Math.round(at - this.#given.pressedAt) : undefined});
    return true;
  }

  #become(fate: Fate): void {
    this.#fate = fate;
    this.#early = [];
    this.#wait(SHOWN_MILLIS, () => this.#end());
    this.ports.onChange();
  }

  #end(): void {
    if (this.ports.isInUse()) this.#wait(PATIENCE_MILLIS, () => this.#end());
    else this.forget();
  }

  #wait(millis: number, action: () => void): void {
    this.#cancel?.();
    this.#cancel = this.ports.later(millis, action);
  }
}
