import type {ImportProgress} from '../import-api.js';

/** Before so much time has passed nobody can say how fast it goes. */
const FIRST_SECOND = 1000;

/** Tells how far an upload is, and how long it will take. */
export class UploadSpeed {
  sent = 0;
  total = 0;
  /** How far the server is; undefined while nobody has asked it. */
  rows: ImportProgress | undefined;

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

  /** Notes how far the server is with what was sent. */
  noteRows(progress: ImportProgress): void {
    this.rows = progress;
  }

  /** How many rows are stored in a second; undefined where nobody can tell yet. */
  get rowsPerSecond(): number | undefined {
    const {rows} = this;
    return rows && rows.seconds >= 1 && rows.rows_stored > 0 ? Math.round(rows.rows_stored / rows.seconds) : undefined;
  }

  /** The seconds until all rows are stored; undefined where nobody can tell yet. */
  get storingSecondsLeft(): number | undefined {
    const {rows} = this;
    if (!rows || rows.seconds < 1 || rows.bytes_read === 0) return undefined;
    return ((rows.bytes_total - rows.bytes_read) * rows.seconds) / rows.bytes_read;
  }
}
