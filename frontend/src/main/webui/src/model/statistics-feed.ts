import type {Project} from '../api.js';
import type {Statistics} from './statistics.js';

export interface FeedPorts {
  ask: (signal: AbortSignal) => Promise<{statistics: Statistics; project: Project}>;
  later: (millis: number, action: () => void) => () => void;
  onChange: () => void;
}

const BUSY_MILLIS = 2_000;
const QUIET_MILLIS = 10_000;
/** Without a change for so many answers nobody is at work. */
const UNCHANGED_MAX = 15;

/** Keeps the statistics of a project at what they are: asks again and again while somebody looks, more seldom while nothing changes. */
export class StatisticsFeed {
  statistics: Statistics | undefined;
  project: Project | undefined;
  /** Why the last attempt failed. What was known before stays. */
  failure: unknown;

  #asking = new AbortController();
  #cancel: () => void = () => undefined;
  #unchanged = 0;

  constructor(private readonly ports: FeedPorts) {}

  start(): void {
    this.#unchanged = 0;
    void this.#ask();
  }

  stop(): void {
    this.#asking.abort();
    this.#cancel();
  }

  /** Is told that the page came into sight or went out of it. */
  setVisible(visible: boolean): void {
    if (visible) this.start();
    else this.stop();
  }

  async #ask(): Promise<void> {
    this.stop();
    this.#asking = new AbortController();
    const {signal} = this.#asking;
    try {
      const {statistics, project} = await this.ports.ask(signal);
      if (signal.aborted) return;
      const isSame = JSON.stringify(statistics) === JSON.stringify(this.statistics);
      this.#unchanged = isSame ? this.#unchanged + 1 : 0;
      this.statistics = statistics;
      this.project = project;
      this.failure = undefined;
    } catch (failure) {
      if (signal.aborted) return;
      this.failure = failure;
    }
    const isQuiet = this.failure !== undefined || this.#unchanged > UNCHANGED_MAX;
    this.#cancel = this.ports.later(isQuiet ? QUIET_MILLIS : BUSY_MILLIS, () => void this.#ask());
    this.ports.onChange();
  }
}
