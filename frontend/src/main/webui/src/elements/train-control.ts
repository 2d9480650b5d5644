import {type ReactiveController, type ReactiveControllerHost, html, nothing} from 'lit';

import type {Judgement} from '../api.js';
import {forgetJourney, journeyOf} from '../journeys.js';
import type {Outbox} from '../model/outbox.js';
import type {LabelingSession} from '../model/session.js';
import type {Train} from '../model/train.js';
import {parts} from '../parts.js';
import {texts} from '../texts.js';

export interface TrainControlPorts {
  /** Whose tasks are taken along, and of which project. */
  whose: () => {userId: number; projectId: number};
  outbox: () => Outbox | undefined;
  /** Says something that nobody can do right now. */
  say: (words: string) => void;
}

/** Lets an element take tasks along. What that needs is loaded once somebody does. */
export class TrainControl implements ReactiveController {
  #train: Train | undefined;
  #session: LabelingSession | undefined;
  #listening: AbortController | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly ports: TrainControlPorts,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#listening = new AbortController();
    const {signal} = this.#listening;
    window.addEventListener('online', () => this.#train?.setOnline(true), {signal});
    window.addEventListener('offline', () => this.#train?.setOnline(false), {signal});
  }

  hostDisconnected(): void {
    this.#listening?.abort();
    this.#train = undefined;
  }

  get isOn(): boolean {
    return this.#train?.isOn ?? false;
  }

  /** Starts a session, with what an earlier page has taken along. */
  async begin(session: LabelingSession): Promise<void> {
    this.#session = session;
    const {userId, projectId} = this.ports.whose();
    if (journeyOf(userId, projectId)) {
      const train = await this.#load().catch(() => undefined);
      // Where the browser has thrown the tasks away, there is no journey any more.
      if (train && !(await train.resume())) forgetJourney(userId, projectId);
    }
    session.start();
  }

  async toggle(): Promise<void> {
    try {
      const train = await this.#load();
      if (train.isOn) await this.#stop(train);
      else await this.#start(train);
    } catch {
      this.ports.say(texts.train.notLoaded);
    }
  }

  /** Looks at what has become of tasks and judgements. */
  look(): void {
    this.#train?.look();
  }

  /** Is told what is answered on the task that is shown. */
  note(answered: Judgement | undefined): void {
    const shown = this.#session?.shown;
    if (answered && shown && shown.previous === undefined) this.#train?.begin(shown.task.id, answered);
  }

  /** How the journey goes, for people; nothing where there is none. */
  bar() {
    const train = this.#train;
    if (!train || (!train.isOn && !train.receipt)) return nothing;
    return html`<train-bar
      .state=${train.state}
      .receipt=${train.receipt}
      @receipt-dismissed=${() => train.dismissReceipt()}
    ></train-bar>`;
  }

  async #load(): Promise<Train> {
    const {liveTrain} = await parts.train.load();
    const outbox = this.ports.outbox();
    const session = this.#session;
    if (!outbox || !session) throw new Error('train mode needs a session');
    const {userId, projectId} = this.ports.whose();
    this.#train ??= liveTrain(userId, projectId, {
      load: session.load,
      outbox,
      onChange: () => this.host.requestUpdate(),
    });
    return this.#train;
  }

  async #start(train: Train): Promise<void> {
    await parts.train.loaded?.noteJourney(this.ports.whose().projectId);
    train.start();
  }

  async #stop(train: Train): Promise<void> {
    const {userId, projectId} = this.ports.whose();
    if (await train.stop()) await parts.train.loaded?.closeJourney(userId, projectId);
    else this.ports.say(texts.train.notNow);
  }
}
