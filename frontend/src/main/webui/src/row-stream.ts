/** A row of the dataset that came into being, or came again at a higher revision. */
export interface Row {
  annotationId: number;
  revision: number;
  /** Whether it came when it was written. If not, it was written before, while the page could not hear of it. */
  isFresh: boolean;
}

/** A stream of events, as the browser's `EventSource` is one. */
export interface Source extends EventTarget {
  readonly readyState: number;
  close: () => void;
}

export interface RowStreamPorts {
  /** Opens a stream; undefined where there are none. */
  open: () => Source | undefined;
  later: (millis: number, action: () => void) => () => void;
  onRow: (row: Row) => void;
}

/** What `EventSource.CLOSED` is. */
const CLOSED = 2;
const LONGEST_SECONDS = 60;
/** A page that nobody has seen for so long needs no stream. A person may have few of them. */
const HIDDEN_MILLIS = 60_000;

/**
 * Hears of the rows that the person's own judgements give. After a break of the connection the browser connects again by itself;
 * after a refusal it gives up, and this tries again, ever more rarely.
 */
export class RowStream {
  #source: Source | undefined;
  #wanted = false;
  #hears = false;
  #failures = 0;
  #cancelRetry: (() => void) | undefined;
  #cancelRest: (() => void) | undefined;

  constructor(private readonly ports: RowStreamPorts) {}

  /** Whether a row that is written now would be heard of. */
  get hears(): boolean {
    return this.#hears;
  }

  start(): void {
    if (this.#wanted) return;
    this.#wanted = true;
    this.#open();
  }

  stop(): void {
    this.#wanted = false;
    this.#cancelRest?.();
    this.#cancelRest = undefined;
    this.#close();
  }

  /** Is told that the page came into sight or went out of it. */
  setVisible(visible: boolean): void {
    this.#cancelRest?.();
    this.#cancelRest = undefined;
    if (!this.#wanted) return;
    if (!visible) this.#cancelRest = this.ports.later(HIDDEN_MILLIS, () => this.#close());
    else if (!this.#source && !this.#cancelRetry) this.#open();
  }

  #open(): void {
    const source = this.ports.open();
    this.#source = source;
    source?.addEventListener('caught-up', () => {
      this.#hears = true;
      this.#failures = 0;
    });
    source?.addEventListener('preference', (event) => this.#onPreference(event));
    source?.addEventListener('error', () => this.#onError(source));
  }

  #close(): void {
    this.#source?.close();
    this.#source = undefined;
    this.#hears = false;
    this.#cancelRetry?.();
    this.#cancelRetry = undefined;
  }

  #onPreference(event: Event): void {
    const row = event instanceof MessageEvent && rowOf(String(event.data));
    if (row) this.ports.onRow({...row, isFresh: this.#hears});
  }

  #onError(source: Source): void {
    if (source !== this.#source) return;
    this.#hears = false;
    if (source.readyState !== CLOSED) return;
    this.#close();
    const seconds = Math.min(LONGEST_SECONDS, 2 ** ++this.#failures);
    this.#cancelRetry = this.ports.later(seconds * 1000, () => {
      this.#cancelRetry = undefined;
      this.#open();
    });
  }
}

/** Reads what the page needs of a record; undefined if it is none. */
function rowOf(data: string): Omit<Row, 'isFresh'> | undefined {
  try {
    const record = JSON.parse(data) as Partial<Record<string, unknown>> | null;
    const annotationId = Number(record?.['annotation_id']);
    const revision = Number(record?.['revision']);
    return Number.isFinite(annotationId) && Number.isFinite(revision) ? {annotationId, revision} : undefined;
  } catch {
    return undefined;
  }
}
