import {LitElement, html, nothing} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';

import {type Judgement, api} from '../api.js';
import {laterTexts} from '../later-texts.js';
import {Problem} from '../requests.js';
import {Keyboard} from '../keyboard.js';
import {Judging} from '../model/judging.js';
import type {Command} from '../model/keys.js';
import type {Outbox} from '../model/outbox.js';
import {Review} from '../model/review.js';
import {paths} from '../navigation.js';
import {later, newKey} from '../platform.js';
import {PressGuard} from '../press-guard.js';
import {partsOf} from '../task-parts.js';
import {buttons, shared} from '../styles/shared.js';
import {texts} from '../texts.js';
import type {AnswerEvent} from './answer-event.js';
import type {ChoiceEvent} from './choice-event.js';
import {JudgementDoneEvent} from './judgement-done-event.js';
import {styles} from './judgement-view.styles.js';
import type {LabelingDialogsElement} from './labeling-dialogs.js';
import {LoggedOutEvent} from './logged-out-event.js';
import {ReadingSwitch} from './reading-switch.js';
import type {SaidWordsElement} from './said-words.js';
import {obeyOnTask} from './task-commands.js';
import {dialogs, taskView, verdictBar} from './task-templates.js';
import type {TaskViewElement} from './task-view.js';
import './page-message.js';
import './said-words.js';

/**
 * One judgement with its task, to be read or to be changed.
 *
 * @fires judgement-done
 * @fires logged-out
 */
@customElement('judgement-view')
export class JudgementViewElement extends LitElement {
  static override styles = [shared, buttons, styles];

  @property({attribute: false}) projectId = 0;
  @property({attribute: false}) annotationId = 0;
  @property({attribute: false}) outbox?: Outbox;
  /** Whether something lies over the page, so that no key is meant for it. */
  @property({attribute: false}) covered = false;

  @state() private failure: 'none' | 'failed' | 'gone' = 'none';

  @query('h1') private readonly headline!: HTMLElement;
  @query('task-view') private readonly view!: TaskViewElement | null;
  @query('said-words') private readonly said!: SaidWordsElement | null;
  @query('labeling-dialogs') private readonly dialogs!: LabelingDialogsElement | null;

  #review: Review | undefined;
  #listening: AbortController | undefined;
  readonly #guard = new PressGuard();
  readonly #reading = new ReadingSwitch(this);
  readonly #judging = new Judging({
    onChange: () => this.#onAnswered(),
    session: () => this.#review,
    later,
    onMoved: () => undefined,
    say: (words, isDemand) => this.said?.say(words, isDemand),
    askWhySkipped: () => this.dialogs?.askWhySkipped((words) => this.said?.say(words, true)),
    goTo: (control) => void this.updateComplete.then(() => this.view?.focusControl(control)),
  });
  readonly #keyboard = new Keyboard({
    use: this.#judging.keyUse,
    dialogTakes: (command) => this.covered || (this.dialogs?.takes(command) ?? false),
    obey: (command) => this.#obey(command),
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.#listening = new AbortController();
    const {signal} = this.#listening;
    document.addEventListener('visibilitychange', () => this.#review?.setVisible(!document.hidden), {signal});
    this.#keyboard.listen(signal);
    this.#guard.listen(signal);
    this.#guard.show(`${this.annotationId}`);
    void this.#load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#listening?.abort();
  }

  /** Goes on after the person has logged in again. */
  resume(): void {
    if (!this.#review) void this.#load();
  }

  override render() {
    const shown = this.#review?.shown;
    const {answers} = this.#judging;
    return html`
      <main
        @verdict-chosen=${this.#onChoice}
        @verdict-kept=${() => this.#judging.keep()}
        @answer-changed=${(event: AnswerEvent) => this.#judging.answer(event.control, event.answer, event.wrong)}
      >
        <h1 class="unseen" tabindex="-1">${shown ? titleOf(shown.task.inner_id) : laterTexts.judgement.title}</h1>
        ${shown ? taskView(answers, shown, this.#reading.now) : this.#lack()}
      </main>
      <div
        class="foot"
        @verdict-chosen=${this.#onChoice}
        @save-wanted=${(event: Event) => (event.stopPropagation(), this.#judging.save())}
      >
        <said-words></said-words>
        ${shown?.mayChange ? verdictBar(answers, {hidden: false, canUndo: undefined, saveLabel: laterTexts.judgement.save}) : nothing}
      </div>
      ${dialogs(this.#judging, this.#keyboard)}
    `;
  }

  #lack() {
    const list = html`<a class="quiet" href=${paths.judgements(this.projectId)}>${laterTexts.judgements.title}</a>`;
    switch (this.failure) {
      case 'none':
        return html`<p class="waiting" role="status">${laterTexts.judgement.loading}</p>`;
      case 'failed':
        return html`<page-message level="2" sign="…" headline=${laterTexts.judgement.failedHeadline}>
          ${laterTexts.judgement.failed}
          <div slot="actions">
            <button class="button" @click=${() => this.#load()}>${texts.actions.tryAgain}</button>
            ${list}
          </div>
        </page-message>`;
      case 'gone':
        return html`<page-message level="2" headline=${laterTexts.judgement.goneHeadline}>
          ${laterTexts.judgement.gone}
          <div slot="actions">${list}</div>
        </page-message>`;
    }
  }

  async #load(): Promise<void> {
    const outbox = this.outbox;
    if (!outbox) throw new Error('judgement-view needs an outbox');
    this.failure = 'none';
    const signal = this.#listening?.signal;
    try {
      const judged = await api.judgement(this.annotationId, signal);
      const {needed, wished} = partsOf(judged);
      await Promise.all(needed.map((part) => part.load()));
      // What else cannot be had now is done without.
      await Promise.allSettled(wished.map((part) => part.load()));
      if (signal?.aborted) return;
      const onDone = (said: Judgement | undefined, changed: boolean) =>
        this.dispatchEvent(new JudgementDoneEvent(said, changed));
      this.#review = new Review(judged, {outbox, newKey, now: () => performance.now(), onDone});
      const {task, previous, mayChange} = this.#review.shown;
      this.#judging.answers.show(task, previous, mayChange);
      document.title = texts.page.title(titleOf(task.inner_id));
      this.requestUpdate();
      await this.updateComplete;
      this.headline.focus({preventScroll: true});
    } catch (failure) {
      if (!signal?.aborted) this.#failed(failure);
    }
  }

  #failed(failure: unknown): void {
    const status = failure instanceof Problem ? failure.status : 0;
    if (status === 401) this.dispatchEvent(new LoggedOutEvent());
    this.failure = status === 404 || status === 403 ? 'gone' : 'failed';
  }

  #onAnswered(): void {
    this.said?.hush();
    this.requestUpdate();
  }

  #onChoice = (event: ChoiceEvent) => {
    event.stopPropagation();
    this.#judging.choose(event.choice.command, event.pair);
  };

  /** Carries out a command; false if there is nothing to do, so that the browser may. */
  #obey(command: Command): boolean {
    switch (command) {
      case 'undo':
      case 'redo':
      case 'guidelines':
        return false;
      case 'keep':
      case 'judgements':
        if (this.#judging.mayLeave()) this.dispatchEvent(new JudgementDoneEvent(undefined, false));
        return true;
      default:
        if (this.dialogs?.obey(command, (words) => this.said?.say(words, true))) return true;
        return obeyOnTask(command, {judging: this.#judging, reading: this.#reading, view: this.view});
    }
  }
}

function titleOf(number: number | null): string {
  return number === null ? laterTexts.judgement.titleOfDeleted : laterTexts.judgement.titleOf(number);
}

declare global {
  interface HTMLElementTagNameMap {
    'judgement-view': JudgementViewElement;
  }
}
