/** Measures how long a comparison was looked at. The time counts while it is shown and the page is visible. */
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

  /** The time so far, rounded to the millisecond. */
  get seconds(): number {
    return Math.round(this.#total()) / 1000;
  }

  #total(): number {
    return this.#elapsedMillis + (this.#runningSince === undefined ? 0 : this.now() - this.#runningSince);
  }
}
