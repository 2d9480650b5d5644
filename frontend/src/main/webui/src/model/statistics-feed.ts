import type {Project} from '../api.js';
import type {Source} from '../row-stream.js';
import {waitMillis} from './backoff.js';
import type {Statistics} from './statistics.js';

export interface FeedPorts {
  ask: (signal: AbortSignal) => Promise<{statistics: Statistics; project: Project}>;
  /** Opens the stream that says when statistics change; undefined where there are none. */
  open: () => Source | undefined;
  later: (millis: number, action: () => void) => () => void;
  now: () => number;
  onChange: () => void;
}

/** Statistics are asked for once in so long at most, however often they change. */
const PACE_MILLIS = 1_000;
const BUSY_MILLIS = 2_000;
const QUIET_MILLIS = 10_000;
/** Without a change for so many answers nobody is at work. */
const UNCHANGED_MAX = 15;
/** What `EventSource.CLOSED` is. */
const CLOSED = 2;
const LONGEST_SECONDS = 60;

/**
 * Keeps the statistics of a project at what they are while somebody looks: asks for them when a stream says that they have changed. While
 * there is no stream it asks again and again, more seldom while nothing changes.
 */
export class StatisticsFeed {
  statistics: Statistics | undefined;
  project: Project | undefined;
  /** Why the last attempt failed. What was known before stays. */
  failure: unknown;

  #asking: AbortController | undefined;
  #askedAt = -PACE_MILLIS;
  /** Whether there was a change since the present question was asked. */
  #isStale = false;
  #cancel: () => void = () => undefined;
  #unchanged = 0;
  #failures = 0;

  #source: Source | undefined;
  #hears = false;
  #refusals = 0;
  #cancelOpening: () => void = () => undefined;

  constructor(private readonly ports: FeedPorts) {}

  start(): void {
    this.stop();
    this.#unchanged = 0;
    this.#refusals = 0;
    this.#failures = 0;
    this.#open();
    void this.#ask();
  }

  stop(): void {
    this.#asking?.abort();
    this.#asking = undefined;
    this.#cancel();
    this.#cancelOpening();
    this.#close();
  }

  /** Is told that the page came into sight or went out of it. */
  setVisible(visible: boolean): void {
    if (visible) this.start();
    else this.stop();
  }

  #open(): void {
    const source = this.ports.open();
    this.#source = source;
    source?.addEventListener('statistics', () => this.#onStatistics(source));
    source?.addEventListener('error', () => this.#onError(source));
  }

  #close(): void {
    this.#source?.close();
    this.#source = undefined;
    this.#hears = false;
  }

  #onStatistics(source: Source): void {
    if (source !== this.#source) return;
    this.#hears = true;
    this.#refusals = 0;
    if (this.#asking) this.#isStale = true;
    else if (this.#failures === 0) this.#askSoon();
  }

  /** The browser opens a stream again that broke off, but not one that was refused. */
  #onError(source: Source): void {
    if (source !== this.#source) return;
    const heard = this.#hears;
    this.#hears = false;
    if (heard && !this.#asking) this.#plan();
    if (source.readyState !== CLOSED) return;
    this.#close();
    const seconds = Math.min(LONGEST_SECONDS, 2 ** ++this.#refusals);
    this.#cancelOpening = this.ports.later(seconds * 1000, () => this.#open());
  }

  #askSoon(): void {
    this.#cancel();
    const rest = this.#askedAt + PACE_MILLIS - this.ports.now();
    this.#cancel = this.ports.later(Math.max(0, rest), () => void this.#ask());
  }

  async #ask(): Promise<void> {
    const asking = new AbortController();
    this.#asking = asking;
    this.#askedAt = this.ports.now();
    this.#isStale = false;
    try {
      const {statistics, project} = await this.ports.ask(asking.signal);
      if (asking.signal.aborted) return;
      const isSame = JSON.stringify(statistics) === JSON.stringify(this.statistics);
      this.#unchanged = isSame ? this.#unchanged + 1 : 0;
      this.statistics = statistics;
      this.project = project;
      this.failure = undefined;
      this.#failures = 0;
    } catch (failure) {
      if (asking.signal.aborted) return;
      this.failure = failure;
      this.#failures++;
    }
    this.#asking = undefined;
    this.#plan();
    this.ports.onChange();
  }

  /** Decides when to ask next. */
  #plan(): void {
    if (this.#failures > 0) {
      this.#cancel = this.ports.later(PACE_MILLIS + waitMillis(this.#failures), () => void this.#ask());
    } else if (this.#isStale) {
      this.#askSoon();
    } else if (!this.#hears) {
      const wait = this.#unchanged > UNCHANGED_MAX ? QUIET_MILLIS : BUSY_MILLIS;
      this.#cancel = this.ports.later(wait, () => void this.#ask());
    }
  }
}
