/** Measures how long a comparison was looked at: only while it is on the page and the page is visible. */
export class LeadTimer {
  #elapsedMillis = 0;
  #runningSince: number | undefined;

  constructor(private readonly now: () => number = () => performance.now()) {}

  run(): void {
    this.#runningSince ??= this.now();
  }

  pause(): void {
    this.#elapsedMillis = this.#total();
    this.#runningSince = undefined;
  }

  /** To the millisecond. */
  get seconds(): number {
    return Math.round(this.#total()) / 1000;
  }

  #total(): number {
    return this.#elapsedMillis + (this.#runningSince === undefined ? 0 : this.now() - this.#runningSince);
  }
}
