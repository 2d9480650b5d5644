import {LitElement, type PropertyValues, html, nothing} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';

import type {Judgement, Project} from '../api.js';
import {Keyboard} from '../keyboard.js';
import {liveSession} from '../live-session.js';
import type {TaskForm} from '../model/form.js';
import {Judging} from '../model/judging.js';
import type {Command} from '../model/keys.js';
import type {Outbox} from '../model/outbox.js';
import type {LabelingSession} from '../model/session.js';
import type {SessionPorts} from '../model/session-ports.js';
import {navigate, paths} from '../navigation.js';
import {later} from '../platform.js';
import {PressGuard} from '../press-guard.js';
import {buttons, shared} from '../styles/shared.js';
import {texts} from '../texts.js';
import type {AnswerEvent} from './answer-event.js';
import type {ChoiceEvent} from './choice-event.js';
import type {LabelingDialogsElement} from './labeling-dialogs.js';
import type {LastVerdictElement} from './last-verdict.js';
import type {CommandEvent} from './labeling-header.js';
import {styles} from './labeling-view.styles.js';
import {LoggedOutEvent} from './logged-out-event.js';
import {ReadingSwitch} from './reading-switch.js';
import {ReadyTask} from './ready-task.js';
import {RecheckControl} from './recheck-control.js';
import type {SaidWordsElement} from './said-words.js';
import {toTop} from './scroll-by.js';
import {obeyOnTask} from './task-commands.js';
import {dialogs, lackView, taskView, verdictBar} from './task-templates.js';
import type {TaskViewElement} from './task-view.js';
import {TrainControl} from './train-control.js';
import type {SaveEvent} from './verdict-bar.js';
import './labeling-header.js';
import './last-verdict.js';
import './refused-notice.js';
import './said-words.js';

/**
 * Lets an annotator judge one task after another, by key, mouse or touch.
 *
 * @fires logged-out
 * @fires guidelines-outdated
 */
@customElement('labeling-view')
export class LabelingViewElement extends LitElement {
  static override styles = [shared, buttons, styles];

  @property({attribute: false}) userId = 0;
  @property({attribute: false}) projectId = 0;
  @property({attribute: false}) outbox?: Outbox;
  @property() heading = '';
  /** What the annotator follows; undefined while it is not known, and in a practice round. */
  @property({attribute: false}) project: Project | undefined;
  @state() private news = '';
  /** Whether something lies over the page, so that no key is meant for it. */
  @property({attribute: false}) covered = false;
  /** What plays the server in a practice round, of which nothing is saved; undefined if it is none. */
  @property({attribute: false}) practice: SessionPorts['api'] | undefined;
  @property({attribute: false}) above: ((session: LabelingSession) => unknown) | undefined;

  @query('task-view') private readonly view!: TaskViewElement | null;
  @query('said-words') private readonly said!: SaidWordsElement | null;
  @query('last-verdict') private readonly last!: LastVerdictElement | null;
  @query('labeling-dialogs') private readonly dialogs!: LabelingDialogsElement | null;

  #session: LabelingSession | undefined;
  #listening: AbortController | undefined;
  readonly #guard = new PressGuard();
  readonly #reading = new ReadingSwitch(this);
  readonly #ready = new ReadyTask(this, {
    shown: () => this.#recheck.now?.shown ?? this.#session?.shown,
    next: () => this.#session?.load.held[1]?.lease,
    onChange: () => this.#judging.show(this.#ready.shown),
  });
  readonly #train = new TrainControl(this, {
    whose: () => this,
    outbox: () => this.outbox,
    say: (words) => this.said?.say(words, true),
  });
  readonly #recheck = new RecheckControl({
    whose: () => this,
    session: () => this.#session,
    isTravelling: () => this.#train.isOn,
    onDone: () => this.last?.rest(),
  });
  readonly #judging = new Judging({
    onJudging: (judgement, form) => this.#onJudging(judgement, form),
    onChange: () => this.#onAnswered(),
    session: () => this.#recheck.now ?? this.#session,
    later,
    onSettled: () => this.requestUpdate(),
    onMoved: toTop,
    say: (words, isDemand) => this.said?.say(words, isDemand),
    askWhySkipped: () => this.dialogs?.askWhySkipped((words) => this.said?.say(words, true)),
    goTo: (control) => void this.updateComplete.then(() => this.view?.focusControl(control)),
  });
  readonly #keyboard = new Keyboard({
    use: this.#judging.keyUse,
    dialogTakes: (command) => this.covered || (this.dialogs?.takes(command) ?? false),
    obey: (command) => this.#obey(this.#recheck.meaningOf(command)),
  });

  override connectedCallback(): void {
    super.connectedCallback();
    const {outbox, practice, projectId} = this;
    if (!outbox) throw new Error('labeling-view needs an outbox');
    const {signal} = (this.#listening = new AbortController());
    this.#session = liveSession({
      ...{outbox, practice, projectId, signal},
      guidelines: () => this.project?.guidelines_version,
      onOutdated: () => this.dispatchEvent(new Event('guidelines-outdated')),
      onChange: () => this.#onChange(),
      onLoggedOut: () => this.dispatchEvent(new LoggedOutEvent()),
    });
    this.addEventListener('guidelines-news', ({news}) => (this.news = news), {signal});
    this.#keyboard.listen(signal);
    this.#guard.listen(signal);
    void this.#train.begin(this.#session);
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

  /** While something lies over the page, nothing is asked in the person's name: it may be somebody else who is logged in. */
  override willUpdate(changed: PropertyValues<this>): void {
    if (this.hasUpdated && changed.has('covered')) this.#session?.setVisible(!this.covered && !document.hidden);
  }

  override updated(): void {
    this.#guard.show(this.#ready.shown?.task.id);
  }

  override render() {
    const [session, outbox] = [this.#session, this.outbox];
    if (!session || !outbox) return nothing;
    const phase = this.#recheck.now?.shown ?? session.phase;
    return html`
      <labeling-header
        .heading=${this.heading}
        .saving=${this.practice ? undefined : outbox.state}
        .progress=${session.progress}
        .hasGuidelines=${Boolean(this.project?.expert_instruction)}
        .news=${this.news}
        .reading=${this.#reading.now}
        .train=${this.#train.isOn}
        .authored=${this.#judging.answers.form?.asConfigured ?? false}
        @command-wanted=${(event: CommandEvent) => this.#obey(event.command)}
      ></labeling-header>
      ${this.#train.bar()}
      <refused-notice .refused=${outbox.refused} @refused-dismissed=${() => outbox.dismissRefused()}></refused-notice>
      ${this.above?.(session)} ${this.#recheck.notice(() => this.#judging.choose('skip'))}
      <main
        aria-busy=${this.#judging.isSettling}
        @verdict-chosen=${this.#onChoice}
        @verdict-kept=${() => this.#judging.keep()}
        @answer-changed=${(event: AnswerEvent) => this.#judging.answer(event.control, event.answer, event.wrong)}
      >
        ${
          phase.kind === 'judging'
            ? (this.#ready.lack ?? taskView(this.#judging.answers, phase, this.#reading.now))
            : lackView(phase, session.progress, () => session.lookAgain())
        }
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
          .shown=${this.#ready.shown}
        >
          <said-words .phase=${phase}></said-words>
        </last-verdict>
        ${verdictBar(this.#judging.answers, {
          hidden: phase.kind !== 'judging' && phase.kind !== 'loading' && !session.canUndo,
          canUndo: session.canUndo,
          saveLabel: texts.labeling.save,
        })}
      </div>
      ${dialogs(this.#judging, this.#keyboard, this)}
    `;
  }

  /** Another task may be shown. Keys that come before it is drawn are meant for it already. */
  #onChange(): void {
    this.#recheck.look();
    this.#judging.show(this.#ready.shown);
    this.#train.look();
    this.requestUpdate();
  }

  /** What is asked again is no judgement for anybody but the annotator. */
  #onJudging(judgement: Judgement, form: TaskForm): void {
    if (this.#recheck.now) return;
    this.last?.judging(judgement, form, this.view?.unseenEnds ?? []);
    this.#recheck.note(judgement);
  }

  #onAnswered(): void {
    const {begun} = this.#judging.answers;
    if (begun) this.#session?.begin(begun.answered, begun.initial);
    this.#train.note(begun?.answered);
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
      case 'train':
        void this.#train.toggle();
        return true;
      case 'judgements':
        if (!this.practice && this.#judging.mayLeave()) navigate(paths.judgements(this.projectId));
        return !this.practice;
      default:
        if (this.dialogs?.obey(command, (words) => this.said?.say(words, true))) return true;
        return obeyOnTask(command, {judging: this.#judging, reading: this.#reading, view: this.view, last: this.last});
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'labeling-view': LabelingViewElement;
  }
}
