import {LitElement, html, nothing} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';

import {Keyboard} from '../keyboard.js';
import {liveSession} from '../live-session.js';
import {Judging} from '../model/judging.js';
import {type Command, isScrolling} from '../model/keys.js';
import type {Outbox} from '../model/outbox.js';
import {isReading, switched} from '../model/reading.js';
import type {LabelingSession, SessionPorts} from '../model/session.js';
import {navigate, paths} from '../navigation.js';
import {keepReading, storedReading} from '../reading.js';
import {PressGuard} from '../press-guard.js';
import {selectedWords} from '../selected-words.js';
import {buttons, shared} from '../styles/shared.js';
import type {AnswerEvent} from './answer-event.js';
import type {ChoiceEvent} from './choice-event.js';
import type {LabelingDialogsElement} from './labeling-dialogs.js';
import type {LastVerdictElement} from './last-verdict.js';
import type {CommandEvent} from './labeling-header.js';
import {styles} from './labeling-view.styles.js';
import {LoggedOutEvent} from './logged-out-event.js';
import type {SaidWordsElement} from './said-words.js';
import {dialogs, taskView, verdictBar} from './task-templates.js';
import type {TaskViewElement} from './task-view.js';
import type {SaveEvent} from './verdict-bar.js';
import './labeling-header.js';
import './last-verdict.js';
import './no-comparison.js';
import './refused-notice.js';
import './said-words.js';

/**
 * Lets an annotator judge one task after another, by key, mouse or touch.
 *
 * @fires logged-out
 */
@customElement('labeling-view')
export class LabelingViewElement extends LitElement {
  static override styles = [shared, buttons, styles];

  @property({attribute: false}) projectId = 0;
  @property({attribute: false}) outbox?: Outbox;
  @property() heading = '';
  /** undefined where the project has none. */
  @property() guidelines: string | undefined;
  /** Whether something lies over the page, so that no key is meant for it. */
  @property({attribute: false}) covered = false;

  /** What plays the server in a practice round, of which nothing is saved; undefined if it is none. */
  @property({attribute: false}) practice: SessionPorts['api'] | undefined;
  /** What stands above the task. */
  @property({attribute: false}) above: ((session: LabelingSession) => unknown) | undefined;

  @state() private reading = storedReading();

  @query('task-view') private readonly view!: TaskViewElement | null;
  @query('said-words') private readonly said!: SaidWordsElement | null;
  @query('last-verdict') private readonly last!: LastVerdictElement | null;
  @query('labeling-dialogs') private readonly dialogs!: LabelingDialogsElement | null;

  #session: LabelingSession | undefined;
  #listening: AbortController | undefined;
  readonly #guard = new PressGuard();
  readonly #judging = new Judging({
    onJudging: (judgement, form) => this.last?.judging(judgement, form, this.view?.unseenEnds ?? []),
    onChange: () => this.#onAnswered(),
    session: () => this.#session,
    now: () => performance.now(),
    onMoved: () => this.#onMoved(),
    say: (words, isDemand) => this.said?.say(words, isDemand),
    goTo: (control) => void this.updateComplete.then(() => this.view?.focusControl(control)),
  });
  readonly #keyboard = new Keyboard({
    use: this.#judging.keyUse,
    dialogTakes: (command) => this.covered || (this.dialogs?.takes(command) ?? false),
    obey: (command) => this.#obey(command),
  });

  override connectedCallback(): void {
    super.connectedCallback();
    const outbox = this.outbox;
    if (!outbox) throw new Error('labeling-view needs an outbox');
    this.#listening = new AbortController();
    const {signal} = this.#listening;
    this.#session = liveSession({
      outbox,
      practice: this.practice,
      projectId: this.projectId,
      onChange: () => this.#onChange(),
      onLoggedOut: () => this.dispatchEvent(new LoggedOutEvent()),
      signal,
    });
    this.#keyboard.listen(signal);
    this.#guard.listen(signal);
    this.#session.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.leave(true);
  }

  /** Ends the session. Hands back the tasks that were not judged, so that others can have them at once, unless told otherwise. */
  leave(handBack: boolean): void {
    this.#listening?.abort();
    this.#session?.end(handBack);
  }

  /** Goes on after the person has logged in again. */
  resume(): void {
    this.#session?.lookAgain();
  }

  override updated(): void {
    this.#guard.show(this.#session?.shown?.task.id);
  }

  override render() {
    const session = this.#session;
    const outbox = this.outbox;
    if (!session || !outbox) return nothing;
    const phase = session.phase;
    const {answers} = this.#judging;
    return html`
      <labeling-header
        .heading=${this.heading}
        .saving=${this.practice ? undefined : outbox.state}
        .progress=${session.progress}
        .hasGuidelines=${Boolean(this.guidelines)}
        .reading=${this.reading}
        @command-wanted=${(event: CommandEvent) => this.#obey(event.command)}
      ></labeling-header>
      <refused-notice .refused=${outbox.refused} @refused-dismissed=${() => outbox.dismissRefused()}></refused-notice>
      ${this.above?.(session)}
      <main
        @verdict-chosen=${this.#onChoice}
        @verdict-kept=${() => this.#judging.keep()}
        @answer-changed=${(event: AnswerEvent) => this.#judging.answer(event.control, event.answer, event.wrong)}
      >
        ${this.#body(session)}
      </main>
      <div
        class="foot"
        @verdict-chosen=${this.#onChoice}
        @save-wanted=${(event: SaveEvent) => this.#judging.save(event.byKeyboard)}
        @undo-wanted=${() => this.#judging.undo()}
      >
        <last-verdict
          .projectId=${this.practice ? undefined : this.projectId}
          .outbox=${outbox}
          .shown=${session.shown}
        >
          <said-words></said-words>
        </last-verdict>
        ${verdictBar(answers, {
          hidden: phase.kind !== 'judging' && phase.kind !== 'loading' && !session.canUndo,
          canUndo: session.canUndo,
          saveLabel: 'Save and next',
        })}
      </div>
      ${dialogs(this.#judging, this.#keyboard, this.guidelines)}
    `;
  }

  #body({phase, progress}: LabelingSession) {
    if (phase.kind !== 'judging') {
      return html`<no-comparison
        .lack=${phase}
        .empty=${progress?.total === 0}
        @look-wanted=${() => this.#session?.lookAgain()}
      ></no-comparison>`;
    }
    return taskView(this.#judging.answers, phase, this.reading);
  }

  /** Another task may be shown. Keys that come before it is drawn are meant for it already. */
  #onChange(): void {
    this.#judging.show(this.#session?.shown);
    this.requestUpdate();
  }

  #onAnswered(): void {
    const {begun} = this.#judging.answers;
    if (begun) this.#session?.begin(begun.answered, begun.initial);
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
        return this.#judging.undo();
      case 'redo':
        return this.#judging.redo();
      case 'keep':
        return this.#judging.keep();
      case 'save':
        return this.#judging.save();
      case 'quote':
        return this.#judging.quote(selectedWords(this.view));
      case 'help':
        this.dialogs?.toggleKeys();
        return true;
      case 'guidelines':
        this.dialogs?.showGuidelines();
        return true;
      case 'judgements':
        if (this.practice) return false;
        if (this.#judging.mayLeave()) navigate(paths.judgements(this.projectId));
        return true;
      default:
        if (isScrolling(command)) return this.view?.scrollAnswers(command) ?? false;
        if (!isReading(command)) return this.#judging.choose(command);
        this.reading = switched(this.reading, command);
        keepReading(this.reading);
        return true;
    }
  }

  #onMoved(): void {
    document.getSelection()?.removeAllRanges();
    window.scrollTo({top: 0, behavior: 'instant'});
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'labeling-view': LabelingViewElement;
  }
}
