import {nothing} from 'lit';

import type {Judgement} from '../api.js';
import type {Command} from '../model/keys.js';
import type {Outbox} from '../model/outbox.js';
import type {Recheck} from '../model/recheck.js';
import type {Rechecking} from '../model/rechecking.js';
import type {LabelingSession} from '../model/session.js';
import {parts} from '../parts.js';

export interface RecheckControlPorts {
  /** Who judges, in which project, and where it goes. */
  whose: () => {userId: number; projectId: number; outbox?: Outbox};
  session: () => LabelingSession | undefined;
  /** Whether tasks are taken along. */
  isTravelling: () => boolean;
  /** Is told that a recheck is over. */
  onDone: () => void;
}

/** Lets an element ask pairs again that were judged before. What that needs is loaded once a task says that its project wants it. */
export class RecheckControl {
  #rechecking: Rechecking | undefined;

  constructor(private readonly ports: RecheckControlPorts) {}

  /** What is asked now in place of the next task; undefined if nothing is. */
  get now(): Recheck | undefined {
    return this.#rechecking?.now;
  }

  /** What a command means now: Esc leaves out what is asked again, as a skip does. */
  meaningOf(command: Command): Command {
    return this.now && command === 'keep' ? 'skip' : command;
  }

  /** Is told of a judgement while its task is still shown. */
  note(judgement: Judgement): void {
    this.#rechecking?.note(judgement);
  }

  /** Is told that another task may be shown. */
  look(): void {
    const session = this.ports.session();
    if (this.#rechecking) this.#rechecking.look();
    // What cannot be had now is tried again at the next change.
    else if (session?.shown?.task.shown.check_consistency) void this.#load(session).catch(() => undefined);
  }

  /** That something is asked again, or what came of it. @param leave leaves out what is asked */
  notice(leave: () => void) {
    return (this.#rechecking && parts.rechecks.loaded?.recheckNotice(this.#rechecking, leave)) ?? nothing;
  }

  async #load(session: LabelingSession): Promise<void> {
    const {liveRechecking} = await parts.rechecks.load();
    this.#rechecking ??= liveRechecking(session, this.ports);
  }
}
