import {LitElement, css, html, nothing} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';

import {
  type Entered,
  type Foreseen,
  goesElsewhere,
  hasWork,
  isForeseen,
  termsOf,
  waitsForCount,
} from '../model/bulk-actions.js';
import {NOTHING_REFUSED, type Refusal, refusalOf} from '../model/field-problems.js';
import {ownerApi} from '../owner-api.js';
import {ownerTexts} from '../owner-texts.js';
import {newKey} from '../platform.js';
import {Problem} from '../requests.js';
import {dialogs} from '../styles/dialog.js';
import {fields} from '../styles/fields.js';
import {buttons, shared} from '../styles/shared.js';
import type {Action, ActionTerms, Done} from '../task-api.js';
import {ActionController} from './action-controller.js';
import {fieldProblem, problemId} from './field-problem.js';
import type {ProjectEvent} from './project-choice.js';
import './project-choice.js';

const words = ownerTexts.tasks.bulk;

/** Fired when it is done. */
export class BulkDoneEvent extends Event {
  static readonly type = 'bulk-done';

  constructor(
    readonly action: Action,
    readonly done: Done,
  ) {
    super(BulkDoneEvent.type);
  }
}

/** Fired when the question is closed, answered or not. */
export class BulkClosedEvent extends Event {
  static readonly type = 'bulk-closed';

  constructor() {
    super(BulkClosedEvent.type);
  }
}

/**
 * Asks whether something is to be done with chosen tasks, and says before what goes with them. The same answer given again after a
 * failure goes on with the same action.
 *
 * @fires bulk-done
 * @fires bulk-closed
 * @fires logged-out
 */
@customElement('bulk-question')
export class BulkQuestionElement extends LitElement {
  static override styles = [
    shared,
    buttons,
    fields,
    dialogs,
    css`
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
        margin-top: var(--space-4);
      }
      dialog > form > p {
        margin: 0 0 var(--space-3);
      }
      label {
        display: grid;
        gap: var(--space-1);
        width: 12rem;
      }
    `,
  ];

  @property({attribute: false}) projectId = 0;
  @property({attribute: false}) action: Action = 'set_overlap';
  /** The chosen tasks in words. */
  @property({attribute: false}) tasks = '';
  /** Which they are. */
  @property({attribute: false}) terms!: ActionTerms;

  @state() private entered: Entered = {overlap: '1', to: undefined};
  @state() private foreseen: Foreseen | undefined;
  /** Why it cannot be done. */
  @state() private hindrance = NOTHING_REFUSED;

  @query('dialog') private readonly dialog!: HTMLDialogElement;
  @query('dialog :is(input, project-choice, [type=button])') private readonly safe!: HTMLElement;

  readonly #doing = new ActionController(this, (name) => name === 'overlap' || name === 'to');
  readonly #key = newKey();
  #counting: AbortController | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#counting?.abort();
  }

  /** A press on Enter that was meant for something else does nothing. */
  protected override firstUpdated(): void {
    this.dialog.showModal();
    this.safe.focus();
    if (!goesElsewhere(this.action)) void this.#count();
  }

  override render() {
    const {action} = this;
    return html`<dialog aria-labelledby="title" @close=${() => this.dispatchEvent(new BulkClosedEvent())}>
      <form method="dialog" @submit=${this.#onSubmit}>
        <h2 id="title">${words.actions[action]}</h2>
        <p>${words.questions[action](this.tasks)}</p>
        ${action === 'set_overlap' ? this.#overlapField() : nothing}
        ${
          goesElsewhere(action)
            ? html`<project-choice
                .except=${this.projectId}
                .problem=${this.#doing.at('to') || (this.hindrance.fields['to'] ?? '')}
                @project-chosen=${({projectId}: ProjectEvent) => this.#enter({to: projectId})}
              ></project-choice>`
            : nothing
        }
        <p class="count" role="status">${this.#sayCount()}</p>
        ${this.#problem ? html`<p class="problem" role="alert">${this.#problem}</p>` : nothing}
        <div class="actions">
          <button class="button" ?disabled=${!this.#isSayable}>${words.confirm[action]}</button>
          <button class="quiet edge" type="button" @click=${() => this.dialog.close()}>${words.cancel}</button>
        </div>
      </form>
    </dialog>`;
  }

  #sayCount(): string {
    const {action, foreseen} = this;
    if (!isForeseen(action)) return '';
    if (foreseen) return words.foreseen[action](foreseen);
    return this.hindrance === NOTHING_REFUSED && this.#terms ? words.counting : '';
  }

  #overlapField() {
    const problem = this.#terms ? this.#doing.at('overlap') : ownerTexts.settings.flaws.overlap;
    return html`<label>
        <span class="title">${ownerTexts.settings.fields.maximum_annotations.name}</span>
        <input
          inputmode="numeric"
          autocomplete="off"
          aria-invalid=${problem !== ''}
          aria-describedby=${problem ? problemId('overlap') : nothing}
          .value=${this.entered.overlap}
          @input=${(event: Event) => this.#enter({overlap: (event.target as HTMLInputElement).value})}
        />
      </label>
      ${fieldProblem('overlap', problem)}`;
  }

  get #terms() {
    return termsOf(this.action, this.entered);
  }

  get #problem(): string {
    return this.#doing.problem || this.hindrance.rest;
  }

  get #isSayable(): boolean {
    const {action, foreseen} = this;
    if (this.#terms === undefined) return false;
    if (!waitsForCount(action)) return true;
    return foreseen !== undefined && hasWork(action, foreseen);
  }

  #enter(more: Partial<Entered>): void {
    this.entered = {...this.entered, ...more};
    this.#doing.changed('overlap');
    if ('to' in more) void this.#count();
  }

  async #count(): Promise<void> {
    this.#counting?.abort();
    this.#counting = new AbortController();
    const {signal} = this.#counting;
    this.foreseen = undefined;
    this.hindrance = NOTHING_REFUSED;
    this.#doing.problem = '';
    const more = this.#terms;
    if (!isForeseen(this.action) || !more) return;
    try {
      const foreseen = await ownerApi.foresee(this.projectId, this.action, {...this.terms, ...more}, signal);
      if (!signal.aborted) this.foreseen = foreseen;
    } catch (failure) {
      if (!signal.aborted) this.hindrance = refused(failure);
    }
  }

  readonly #onSubmit = async (event: Event) => {
    event.preventDefault();
    const more = this.#terms;
    if (!more || !this.#isSayable) return;
    const {action} = this;
    let done: Done | undefined;
    await this.#doing.run(async () => {
      done = await ownerApi.act(this.projectId, action, {...this.terms, ...more}, this.#keyFor(more));
    });
    if (!done) return;
    this.dialog.close();
    this.dispatchEvent(new BulkDoneEvent(action, done));
  };

  /** Another answer is another action. */
  #keyFor({overlap, to}: {overlap?: number; to?: number}): string {
    return `${this.#key}/${overlap ?? to ?? ''}`;
  }
}

function refused(failure: unknown): Refusal {
  if (failure instanceof Problem) return refusalOf(failure, (name) => name === 'to');
  return {fields: {}, rest: ownerTexts.people.failed};
}

declare global {
  interface HTMLElementTagNameMap {
    'bulk-question': BulkQuestionElement;
  }
  interface HTMLElementEventMap {
    'bulk-done': BulkDoneEvent;
    'bulk-closed': BulkClosedEvent;
  }
}
