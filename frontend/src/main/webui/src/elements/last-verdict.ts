import {LitElement, type PropertyValues, html, nothing} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';

import {type Judgement, rowsPath} from '../api.js';
import {lengthOf} from '../model/content.js';
import type {TaskForm} from '../model/form.js';
import {briefJudgement} from '../model/judgement.js';
import {type Fate, LastVerdict} from '../model/last-verdict.js';
import type {Entry, Outbox} from '../model/outbox.js';
import {mayGiveRow} from '../model/row-giving.js';
import {Tempo} from '../model/tempo.js';
import {later, whenIdle} from '../platform.js';
import {RowStream} from '../row-stream.js';
import {lineButtons} from '../styles/line-buttons.js';
import {buttons, shared} from '../styles/shared.js';
import {texts} from '../texts.js';
import {readSetting, writeSetting} from '../theme.js';
import {styles} from './last-verdict.styles.js';
import type {PaceEvent, PaceNoticeElement} from './pace-notice.js';
import type {UnseenEvent} from './unseen-notice.js';
import {UndoEvent} from './verdict-bar.js';
import './unseen-notice.js';

/** Whether this browser has asked about an answer that was not seen to its end. Once is enough to know of it. */
const ASKED = 'prefstream.asked-unseen';
/** Whether nobody wants to hear in this browser that their pace has halved. */
const NO_PACE = 'prefstream.no-pace';

/**
 * Says for a moment what the last verdict was, how far it has come, and how to take it back. What else is said about verdicts
 * stands inside of it. Sounds are for others: it is seen only. It also offers a break to whoever becomes slow.
 *
 * @fires undo-wanted
 */
@customElement('last-verdict')
export class LastVerdictElement extends LitElement {
  static override styles = [shared, buttons, lineButtons, styles];

  /** undefined in a practice round, of which nothing is saved. */
  @property({attribute: false}) projectId: number | undefined = 0;
  @property({attribute: false}) outbox?: Outbox;
  /** The task that is shown, if there is one, and what was said about it before. */
  @property({attribute: false}) shown: {previous: Judgement | undefined} | undefined;

  /** The numbers from 1 of answers that were judged before their end was seen. */
  @state() private unseen: readonly number[] = [];
  /** Whether a break is offered. */
  @state() private isSlow = false;

  @query('.chip') private readonly chip!: HTMLElement | null;
  /** It does nothing before its part of the page is there. */
  @query('pace-notice') private readonly offer!: PaceNoticeElement | null;

  #judging: {unseen: readonly number[]; mayGiveRow: boolean; isChange: boolean} | undefined;
  /** The number of the task that was judged last for the first time. Going back leads to it. */
  #newest: number | null = null;
  #pressedAt: number | undefined;
  #connected: AbortController | undefined;
  readonly #tempo = new Tempo();
  readonly #verdict = new LastVerdict({
    hears: () => this.#rows.hears,
    isInUse: () => this.chip?.matches(':focus-within, :hover') ?? false,
    onChange: () => this.requestUpdate(),
    later,
    now: () => performance.now(),
  });
  readonly #rows = new RowStream({
    open: () => {
      const {projectId} = this;
      return typeof EventSource === 'function' && projectId !== undefined
        ? new EventSource(rowsPath(projectId))
        : undefined;
    },
    later,
    onRow: (row) => this.#verdict.arrived(row),
  });

  /** Is told of a judgement while its task is still shown, with the numbers of the answers whose end was not seen. */
  judging(judgement: Judgement, form: TaskForm, unseen: readonly number[]): void {
    const isChange = this.shown?.previous !== undefined;
    // Who skips a task need not have read it.
    const asks = !isChange && judgement.verdict?.outcome !== 'skip' && readSetting(ASKED) === null;
    if (!isChange) this.#notePace(form);
    this.#judging = {unseen: asks ? unseen : [], mayGiveRow: mayGiveRow(judgement, form), isChange};
    this.#leave();
  }

  #notePace({shown}: TaskForm): void {
    const contents = [...shown.parts, ...shown.comparisons.flatMap(({slots}) => slots)];
    const characters = contents.reduce((sum, content) => sum + lengthOf(content), 0);
    this.isSlow = this.#tempo.note(performance.now(), characters) && readSetting(NO_PACE) === null;
  }

  /** Is told that the time since the last verdict went to something else. */
  rest(): void {
    this.#tempo.rest(performance.now());
  }

  /** Takes the break that is offered; false if none is. */
  takeBreak(): boolean {
    const {offer} = this;
    if (!offer?.hasUpdated || !offer.shown) return false;
    offer.takeBreak();
    return true;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#connected = new AbortController();
    const {signal} = this.#connected;
    // A click on words counts from when it is a verdict.
    for (const type of ['keydown', 'click', 'verdict-chosen', 'answer-changed']) {
      document.addEventListener(type, (event) => (this.#pressedAt = event.timeStamp), {signal, capture: true});
    }
    document.addEventListener('visibilitychange', () => this.#rows.setVisible(!document.hidden), {signal});
    window.addEventListener('pagehide', () => this.#rows.stop(), {signal});
    const stopListening = this.outbox?.listen({
      onAdded: (entry) => this.#onAdded(entry),
      onSaved: ({key}, receipt) => this.#verdict.saved(key, receipt),
      onRefused: ({entry}) => this.#verdict.refused(entry.key),
    });
    signal.addEventListener('abort', () => stopListening?.());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#connected?.abort();
    this.#rows.stop();
    this.#verdict.forget();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    // Whoever went back knows what was said, and is to be asked nothing else.
    if (changed.has('shown') && this.shown?.previous) this.#leave();
  }

  override updated(changed: PropertyValues<this>): void {
    // Rows are no help before there is a task, and nothing may delay the first.
    if (this.shown && !changed.get('shown') && changed.has('shown'))
      whenIdle(() => this.isConnected && this.#rows.start());
  }

  override render() {
    return html`<slot></slot>
      ${this.unseen.length > 0 || this.isSlow ? nothing : this.#verdictChip()}
      <unseen-notice .answers=${this.unseen} @unseen-settled=${this.#onSettled}></unseen-notice>
      <pace-notice .shown=${this.isSlow && this.unseen.length === 0} @pace-settled=${this.#onPace}></pace-notice>`;
  }

  #verdictChip() {
    const verdict = this.#verdict.shown;
    if (!verdict) return nothing;
    const {taskNumber, fate, canUndo} = verdict;
    const isLong = verdict.mayGiveRow && this.#rows.hears;
    const brief = briefJudgement(verdict.judgement);
    return html`<div class="chip" role="region" aria-label=${texts.lastVerdict.region}>
      <span
        >#${taskNumber} <span aria-hidden="true">→</span> <b>${brief}</b>
        <span class="fate ${isLong ? 'long' : ''}"
          >${this.projectId === undefined ? nothing : wordsOf(fate)}</span
        ></span
      >
      ${
        canUndo
          ? html`<button class="quiet" aria-label=${texts.lastVerdict.undo(taskNumber, brief)} @click=${this.#undo}>
              ${texts.actions.undo}
            </button>`
          : nothing
      }
    </div>`;
  }

  #onAdded(entry: Entry): void {
    const judging = this.#judging;
    this.#judging = undefined;
    const {key, taskNumber} = entry;
    // A task that was deleted since has no number by which anybody would know it.
    if (!judging || taskNumber === null) return;
    if (!judging.isChange) this.#newest = taskNumber;
    this.#verdict.give({
      key,
      taskNumber,
      judgement: entry,
      pressedAt: this.#pressedAt ?? performance.now(),
      mayGiveRow: judging.mayGiveRow,
      canUndo: taskNumber === this.#newest,
    });
    if (judging.unseen.length > 0) writeSetting(ASKED, 'yes');
    this.unseen = judging.unseen;
  }

  #onSettled = ({wants}: UnseenEvent) => {
    this.unseen = [];
    if (wants === 'look-again') this.#undo();
  };

  #onPace = ({wants}: PaceEvent) => {
    this.isSlow = false;
    if (wants === 'never-again') writeSetting(NO_PACE, 'yes');
  };

  #undo = () => {
    this.dispatchEvent(new UndoEvent());
  };

  #leave(): void {
    this.#verdict.forget();
    this.unseen = [];
  }
}

function wordsOf(fate: Fate) {
  switch (fate.kind) {
    case 'on-its-way':
      return nothing;
    case 'saved':
      return html`· ${texts.lastVerdict.saved}`;
    case 'landed':
      return html`· <span class="landed">${landed(fate.millis)}</span>`;
  }
}

function landed(millis: number | undefined): string {
  const {landed, landedIn, millis: inMillis, seconds} = texts.lastVerdict;
  if (millis === undefined) return landed;
  return landedIn(millis < 10_000 ? inMillis(millis) : seconds(Math.round(millis / 1000)));
}

declare global {
  interface HTMLElementTagNameMap {
    'last-verdict': LastVerdictElement;
  }
}
