import {type ReactiveController, type ReactiveControllerHost, html} from 'lit';

import type {Task} from '../api.js';
import type {LabelingSession} from '../model/session.js';
import {loadAhead} from '../parts.js';
import {whenIdle} from '../platform.js';
import {readAhead} from '../read-ahead.js';
import {partsOf} from '../task-parts.js';
import {PartsController, type PartsState} from './parts-controller.js';
import './no-comparison.js';
import './page-message.js';

type Shown = LabelingSession['shown'];

/**
 * Holds a task back until all parts of the page are there that it needs: nobody judges what could not be shown. Once the first
 * task is on the screen it loads the parts that others may need, and reads each next task while the one before it is judged.
 */
export class ReadyTask implements ReactiveController {
  readonly #parts: PartsController;
  #loadsAhead = false;
  #readAhead: Task | undefined;

  constructor(
    host: ReactiveControllerHost,
    private readonly ports: {shown: () => Shown; next: () => Task | undefined; onChange: () => void},
  ) {
    this.#parts = new PartsController(host, ports.onChange);
    host.addController(this);
  }

  hostUpdated(): void {
    const next = this.ports.next();
    if (next && next !== this.#readAhead) whenIdle(() => readAhead(next));
    this.#readAhead = next;
    if (this.#loadsAhead || !this.shown) return;
    this.#loadsAhead = true;
    whenIdle(() => void loadAhead());
  }

  /** The task that the annotator sees; undefined if there is none, or not yet. */
  get shown(): Shown {
    const shown = this.ports.shown();
    return shown && this.#stateOf(shown) === 'there' ? shown : undefined;
  }

  /** What stands in its place; undefined if it is there, or if there is none. */
  get lack() {
    const shown = this.ports.shown();
    const state = shown ? this.#stateOf(shown) : 'there';
    if (state === 'there') return undefined;
    return state === 'failed' ? this.#parts.notice(2) : html`<no-comparison></no-comparison>`;
  }

  #stateOf({task}: NonNullable<Shown>): PartsState {
    const {needed, wished} = partsOf(task);
    return this.#parts.state(needed, wished);
  }
}
