import type {Judgement, PairVerdict} from '../api.js';
import type {Consistency} from './consistency.js';
import {type Echo, type JudgedPair, echoOf} from './judged-pair.js';
import {Recheck} from './recheck.js';
import type {Rechecks} from './rechecks.js';
import type {LabelingSession} from './session.js';

export interface RecheckingPorts {
  rechecks: Pick<Rechecks, 'note' | 'take' | 'count' | 'consistency'>;
  session: Pick<LabelingSession, 'shown' | 'undo' | 'canUndo' | 'isGoingBack' | 'setAside'>;
  /** Whether there is time for more than tasks: not while the person is offline, or takes tasks along. */
  mayAsk: () => boolean;
  /** Is told that a recheck is over. */
  onDone: () => void;
}

/** Asks pairs again between two tasks of a session, while the next task waits. */
export class Rechecking {
  #now: Recheck | undefined;
  #result: {echo: Echo; consistency: Consistency} | undefined;
  /** Whether a task was judged and the next one is not shown yet: what is on the screen is not taken away. */
  #isBetween = false;

  constructor(private readonly ports: RecheckingPorts) {}

  /** What is asked now in place of the next task. */
  get now(): Recheck | undefined {
    return this.#now;
  }

  /** What came of the last recheck, until the next task is judged. */
  get result(): {echo: Echo; consistency: Consistency} | undefined {
    return this.#result;
  }

  /** Is told of a judgement while its task is still shown. */
  note(judgement: Judgement): void {
    const {shown} = this.ports.session;
    if (!shown || this.#now) return;
    this.#result = undefined;
    this.#isBetween = shown.previous === undefined;
    this.ports.rechecks.note(shown, judgement);
  }

  /** Is told that another task may be shown. */
  look(): void {
    const {session} = this.ports;
    const {shown} = session;
    if (!this.#isBetween || !shown) return;
    this.#isBetween = false;
    const isNext = shown.previous === undefined && !session.isGoingBack;
    // The project may not want it any more.
    if (!isNext || !shown.task.shown.check_consistency || !this.ports.mayAsk()) return;
    const pair = this.ports.rechecks.take();
    if (pair) this.#ask(pair);
  }

  #ask(pair: JudgedPair): void {
    const {session} = this.ports;
    this.#now = new Recheck(pair, {session, onDone: (said) => this.#done(pair, said)});
    session.setAside(true);
  }

  #done(pair: JudgedPair, said: PairVerdict | undefined): void {
    this.#now = undefined;
    if (said) {
      const echo = echoOf(pair, said);
      this.ports.rechecks.count(echo === 'same');
      this.#result = {echo, consistency: this.ports.rechecks.consistency};
    }
    this.ports.onDone();
    this.ports.session.setAside(false);
  }
}
