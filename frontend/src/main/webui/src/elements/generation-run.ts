import {LitElement, html, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';

import type {Project} from '../api.js';
import {type Run, type RunKind, generationApi} from '../generation-api.js';
import {plainNumber, spokenNumber} from '../model/numbers.js';
import {spokenDuration} from '../model/sizes.js';
import {ownerTexts} from '../owner-texts.js';
import {later} from '../platform.js';
import {buttons, shared} from '../styles/shared.js';
import {ActionController} from './action-controller.js';
import {styles} from './generation-run.styles.js';
import {LoadController} from './load-controller.js';

const {kinds, run: words} = ownerTexts.generation;
const AGAIN_MILLIS = 2000;

/** Fired when a run has begun or ended. */
export class RunChangedEvent extends Event {
  static readonly type = 'run-changed';

  constructor() {
    super(RunChangedEvent.type);
  }
}

/**
 * Begins a run through the tasks that miss answers, or a verdict, and shows how far the last one is.
 *
 * @fires run-changed
 * @fires logged-out
 */
@customElement('generation-run')
export class GenerationRunElement extends LitElement {
  static override styles = [shared, buttons, styles];

  @property({attribute: false}) project!: Project;
  @property() kind: RunKind = 'answers';
  /** How many tasks miss what is asked for. */
  @property({type: Number}) awaiting = 0;
  /** Whether it is said which model is asked. */
  @property({type: Boolean}) ready = false;

  @state() private key = crypto.randomUUID();

  readonly #action = new ActionController(this);
  readonly #load = new LoadController<{run: Run | undefined}>(this, (signal) => this.#read(signal));
  #cancelWait: (() => void) | undefined;
  #wasRunning = false;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#cancelWait?.();
  }

  async #read(signal: AbortSignal): Promise<{run: Run | undefined}> {
    const [last] = await generationApi.runs(this.project.id, this.kind, signal);
    const run = last ? await generationApi.run(this.project.id, last.id, signal) : undefined;
    const isRunning = run?.state === 'RUNNING';
    this.#cancelWait?.();
    if (isRunning) this.#cancelWait = later(AGAIN_MILLIS, () => void this.#load.read());
    else if (this.#wasRunning) this.dispatchEvent(new RunChangedEvent());
    this.#wasRunning = isRunning;
    return {run};
  }

  override render() {
    const {loaded} = this.#load;
    if (!loaded) return this.#load.instead();
    const {run} = loaded;
    const {problem} = this.#action;
    return html`<h3>${words.title}</h3>
      <p>${kinds[this.kind].awaiting(this.awaiting)}</p>
      ${run ? this.#run(run) : nothing}
      <div class="actions">
        ${run?.state === 'RUNNING' ? this.#button(words.cancel, () => this.#cancel(run), true) : this.#begin()}
        ${run && this.#canGoOn(run) ? this.#button(words.resume, () => this.#resume(run), true) : nothing}
      </div>
      ${problem ? html`<p class="reason" role="alert" dir="auto">${problem}</p>` : nothing}`;
  }

  #begin() {
    const isPossible = this.ready && this.awaiting > 0;
    return this.#button(kinds[this.kind].begin, () => this.#start(), false, !isPossible);
  }

  #canGoOn(run: Run): boolean {
    return this.ready && run.state !== 'RUNNING' && (run.remaining > 0 || run.failed > 0);
  }

  #button(name: string, action: () => void, isQuiet: boolean, isDisabled = false) {
    return html`<button class=${isQuiet ? 'quiet edge' : 'button'} ?disabled=${isDisabled} @click=${action}>
      ${name}
    </button>`;
  }

  #run(run: Run) {
    const said = kinds[this.kind].state(run.state, run.done, run.tasks);
    return html`<p role="status">${said}</p>
      <div
        class="track"
        role="progressbar"
        aria-label=${words.progress}
        aria-valuemin="0"
        aria-valuemax=${run.tasks}
        aria-valuenow=${run.done}
        aria-valuetext=${said}
      >
        <div class="fill" .style=${`scale: ${run.tasks > 0 ? Math.min(1, run.done / run.tasks) : 0} 1`}></div>
      </div>
      ${run.reason ? html`<p class="reason" dir="auto">${run.reason}</p>` : nothing}
      <dl>
        ${this.#figure(words.rate, run.tasks_per_minute === null ? '–' : spokenNumber(run.tasks_per_minute))}
        ${this.#figure(words.left, run.seconds_left === null ? '–' : spokenDuration(run.seconds_left))}
        ${this.#figure(words.tokensIn, spokenNumber(run.tokens_in))}
        ${this.#figure(words.tokensOut, spokenNumber(run.tokens_out))}
        ${this.#figure(words.cost, run.cost === 0 ? '–' : spokenNumber(Number(run.cost.toPrecision(3))))}
        ${this.#oddities(run)} ${this.#figure(words.failed, spokenNumber(run.failed))}
      </dl>
      ${this.#putAside(run)}`;
  }

  #oddities(run: Run) {
    return this.kind === 'answers'
      ? html`${this.#figure(words.identical, spokenNumber(run.identical))}
        ${this.#figure(words.cutOff, spokenNumber(run.cut_off))}`
      : html`${this.#figure(words.contradicted, spokenNumber(run.contradicted))}
        ${this.#figure(words.refused, spokenNumber(run.refused))}`;
  }

  #figure(name: string, value: string) {
    return html`<div>
      <dt>${name}</dt>
      <dd>${value}</dd>
    </div>`;
  }

  #putAside({failed, put_aside: reasons = []}: Run) {
    if (reasons.length === 0) return nothing;
    return html`<details>
      <summary>${words.putAside(failed)}</summary>
      <ul>
        ${reasons.map(({task, reason}) => html`<li dir="auto">${words.reason(plainNumber(task), reason)}</li>`)}
      </ul>
    </details>`;
  }

  readonly #start = () =>
    void this.#change(async () => {
      await generationApi.begin(this.project.id, this.kind, this.key);
      this.key = crypto.randomUUID();
    });

  #cancel(run: Run): void {
    void this.#change(() => generationApi.cancel(this.project.id, run.id));
  }

  #resume(run: Run): void {
    void this.#change(() => generationApi.resume(this.project.id, run.id));
  }

  async #change(action: () => Promise<unknown>): Promise<void> {
    if (!(await this.#action.run(action))) return;
    await this.#load.read();
    this.dispatchEvent(new RunChangedEvent());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'generation-run': GenerationRunElement;
  }
}
