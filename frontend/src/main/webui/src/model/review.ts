import type {Judgement} from '../api.js';
import type {Judged} from '../judged.js';
import {entryOf} from './entry.js';
import {type Past, pastOf} from './history.js';
import {sameJudgement} from './judgement.js';
import type {JudgingSession} from './judging.js';
import type {Outbox} from './outbox.js';
import {type Undone, phaseOf} from './phase.js';

export interface ReviewPorts {
  outbox: Pick<Outbox, 'add' | 'changeOf'>;
  now: () => number;
  newKey: () => string;
  /** Is told that the person is done with it, what was said now if anything was, and whether that differs from before. */
  onDone: (said: Judgement | undefined, changed: boolean) => void;
}

/** One judgement that is looked at again by itself. There is nothing before it and nothing after it. */
export class Review implements JudgingSession {
  readonly canUndo = false;
  readonly isGoingBack = false;
  readonly #past: Past;

  constructor(
    judged: Judged,
    private readonly ports: ReviewPorts,
  ) {
    this.#past = pastOf(judged, ports.now);
    this.#past.timer.run();
    // What has yet to reach the server is what the person said last.
    const unsent = ports.outbox.changeOf(judged.judgement.annotation_id);
    if (unsent) this.#past.judgement = said(unsent);
  }

  get shown() {
    return phaseOf(this.#past);
  }

  judge(judgement: Judgement): void {
    if (!this.#past.mayChange) return;
    const unchanged = sameJudgement(this.#past.judgement, judgement);
    this.#past.judgement = judgement;
    if (!unchanged) this.ports.outbox.add(entryOf(this.#past, this.ports.newKey()));
    this.ports.onDone(judgement, !unchanged);
  }

  keep(): void {
    this.ports.onDone(undefined, false);
  }

  undo(): Promise<Undone> {
    return Promise.resolve('nothing');
  }

  redo(): boolean {
    return false;
  }

  setVisible(visible: boolean): void {
    if (visible) this.#past.timer.run();
    else this.#past.timer.pause();
  }
}

function said({verdict, answers}: Judgement): Judgement {
  return {...(verdict && {verdict}), ...(answers && {answers})};
}
