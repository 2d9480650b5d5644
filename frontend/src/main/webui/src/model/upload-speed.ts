/** Before so much time has passed nobody can say how fast it goes. */
const FIRST_SECOND = 1000;

/** Tells how far an upload is, and how long it will take. */
export class UploadSpeed {
  sent = 0;
  total = 0;

  readonly #begin: number;

  /** @param now a clock in milliseconds */
  constructor(private readonly now: () => number) {
    this.#begin = now();
  }

  /** Notes that so many bytes of so many were sent. */
  note(sent: number, total: number): void {
    this.sent = sent;
    this.total = total;
  }

  /** Whether all was sent, so that only the server has work. */
  get isSent(): boolean {
    return this.total > 0 && this.sent >= this.total;
  }

  /** The seconds until all is sent; undefined where nobody can tell yet. */
  get secondsLeft(): number | undefined {
    const millis = this.now() - this.#begin;
    if (millis < FIRST_SECOND || this.sent === 0) return undefined;
    return ((this.total - this.sent) * millis) / this.sent / 1000;
  }
}
