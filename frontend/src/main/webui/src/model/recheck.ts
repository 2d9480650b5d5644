import type {Judgement, PairVerdict} from '../api.js';
import {type JudgedPair, swapped} from './judged-pair.js';
import type {JudgingSession} from './judging.js';
import type {Phase, Undone} from './phase.js';

export interface RecheckPorts {
  /** What leads from task to task, and waits meanwhile. */
  session: Pick<JudgingSession, 'undo' | 'canUndo'>;
  /** Is told that it is over, and what was said if anything was. */
  onDone: (said: PairVerdict | undefined) => void;
}

/** A pair that its annotator has judged before, asked again in place of no task. Nothing of it is sent. */
export class Recheck implements JudgingSession {
  readonly isGoingBack = false;
  readonly shown: Extract<Phase, {kind: 'judging'}>;

  constructor(
    pair: JudgedPair,
    private readonly ports: RecheckPorts,
  ) {
    this.shown = {kind: 'judging', task: swapped(pair), expired: false, previous: undefined, mayChange: true};
  }

  get canUndo(): boolean {
    return this.ports.session.canUndo;
  }

  judge({verdict}: Judgement): void {
    this.ports.onDone(verdict?.outcome === 'skip' ? undefined : verdict);
  }

  keep(): void {
    this.ports.onDone(undefined);
  }

  /** Goes back to the last real judgement: whoever regrets it must not have to judge something else first. */
  undo(): Promise<Undone> {
    this.ports.onDone(undefined);
    return this.ports.session.undo();
  }

  redo(): boolean {
    return false;
  }
}
