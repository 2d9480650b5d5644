import {LitElement, html, nothing} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';

import {type Verdict, api} from '../api.js';
import {Keyboard} from '../keyboard.js';
import {type Command, isScrolling} from '../model/keys.js';
import type {Outbox} from '../model/outbox.js';
import {isReading, switched} from '../model/reading.js';
import {keepReading, storedReading} from '../reading.js';
import {LabelingSession, type Phase} from '../model/session.js';
import {choiceFor, spoken, whyBlocked} from '../model/verdicts.js';
import {later, newKey} from '../platform.js';
import {watchPresence} from '../presence.js';
import {PressGuard} from '../press-guard.js';
import {buttons, shared} from '../styles/shared.js';
import type {ChoiceEvent} from './choice-event.js';
import type {ComparisonViewElement} from './comparison-view.js';
import type {GuidelinesDialogElement} from './guidelines-dialog.js';
import type {CharacterKeysEvent, KeysDialogElement} from './keys-dialog.js';
import type {CommandEvent} from './labeling-header.js';
import {styles} from './labeling-view.styles.js';
import {LoggedOutEvent} from './logged-out-event.js';
import './comparison-view.js';
import './guidelines-dialog.js';
import './keys-dialog.js';
import './labeling-header.js';
import './no-comparison.js';
import './refused-notice.js';
import './verdict-bar.js';

/**
 * Lets an annotator judge one comparison after another, by key, mouse or touch.
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

  @state() private reading = storedReading();
  @state() private announcement = '';

  @query('comparison-view') private readonly view!: ComparisonViewElement | null;
  @query('keys-dialog') private readonly keys!: KeysDialogElement;
  @query('guidelines-dialog') private readonly guidelinesDialog!: GuidelinesDialogElement | null;

  #session: LabelingSession | undefined;
  #listening: AbortController | undefined;
  readonly #guard = new PressGuard();
  readonly #keyboard = new Keyboard({
    dialogTakes: (command) => this.#dialogTakes(command),
    obey: (command) => this.#obey(command),
  });

  override connectedCallback(): void {
    super.connectedCallback();
    const outbox = this.outbox;
    if (!outbox) throw new Error('labeling-view needs an outbox');
    const session = new LabelingSession({
      api,
      outbox,
      projectId: this.projectId,
      later,
      newKey,
      now: () => performance.now(),
      onChange: () => this.requestUpdate(),
      onLoggedOut: () => this.dispatchEvent(new LoggedOutEvent()),
    });
    this.#session = session;
    this.#listening = new AbortController();
    const {signal} = this.#listening;
    this.#keyboard.listen(signal);
    this.#guard.listen(signal);
    watchPresence(
      {onVisible: (visible) => session.setVisible(visible), onActivity: () => session.noteActivity()},
      signal,
    );
    session.start();
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
    const phase = this.#session?.phase;
    this.#guard.show(phase?.kind === 'judging' ? phase.lease.id : undefined);
  }

  override render() {
    const session = this.#session;
    const outbox = this.outbox;
    if (!session || !outbox) return nothing;
    const phase = session.phase;
    const judging = phase.kind === 'judging' ? phase : undefined;
    return html`
      <labeling-header
        .heading=${this.heading}
        .saving=${outbox.state}
        .progress=${session.progress}
        .hasGuidelines=${Boolean(this.guidelines)}
        .reading=${this.reading}
        @command-wanted=${(event: CommandEvent) => this.#obey(event.command)}
      ></labeling-header>
      <refused-notice .refused=${outbox.refused} @refused-dismissed=${() => outbox.dismissRefused()}></refused-notice>
      <main @verdict-chosen=${this.#onChoice} @verdict-kept=${() => this.#keep()}>${this.#body(phase)}</main>
      <verdict-bar
        role="region"
        aria-label="Verdicts"
        ?hidden=${phase.kind !== 'judging' && phase.kind !== 'loading' && !session.canUndo}
        .idle=${!judging}
        .allows=${judging?.lease.comparison?.allows ?? []}
        .previous=${judging?.previous}
        .canUndo=${session.canUndo}
        @verdict-chosen=${this.#onChoice}
        @undo-wanted=${() => this.#undo()}
      ></verdict-bar>
      <div class="unseen" role="status">${this.announcement}</div>
      <keys-dialog
        .characterKeys=${this.#keyboard.characterKeys}
        @character-keys=${this.#onCharacterKeys}
      ></keys-dialog>
      ${this.guidelines ? html`<guidelines-dialog .text=${this.guidelines}></guidelines-dialog>` : nothing}
    `;
  }

  #body(phase: Phase) {
    if (phase.kind !== 'judging') {
      return html`<no-comparison
        .lack=${phase}
        .empty=${this.#session?.progress?.total === 0}
        @look-wanted=${() => this.#session?.lookAgain()}
      ></no-comparison>`;
    }
    return html`<comparison-view
      .comparison=${phase.lease.comparison ?? undefined}
      .taskNumber=${phase.lease.inner_id}
      .previous=${phase.previous}
      .raw=${this.reading.raw}
      .diff=${this.reading.diff}
      .together=${this.reading.together}
      .expired=${phase.expired}
    ></comparison-view>`;
  }

  #onChoice = (event: ChoiceEvent) => {
    event.stopPropagation();
    this.#choose(event.choice.command);
  };

  #onCharacterKeys = (event: CharacterKeysEvent) => {
    this.#keyboard.characterKeys = event.enabled;
    this.requestUpdate();
  };

  /** Whether an open dialog takes the command instead of the page behind it. H closes the list of keys. */
  #dialogTakes(command: Command): boolean {
    if (this.covered) return true;
    if (!this.keys.open) return this.guidelinesDialog?.open ?? false;
    if (command === 'help') this.keys.toggle();
    return true;
  }

  /** Carries out a command; false if there is nothing to do, so that the browser may. */
  #obey(command: Command): boolean {
    switch (command) {
      case 'undo':
        return this.#undo();
      case 'keep':
        return this.#keep();
      case 'help':
        this.keys.toggle();
        return true;
      case 'guidelines':
        this.guidelinesDialog?.show();
        return true;
      default:
        if (isScrolling(command)) return this.view?.scrollAnswers(command) ?? false;
        if (!isReading(command)) return this.#choose(command);
        this.reading = switched(this.reading, command);
        keepReading(this.reading);
        return true;
    }
  }

  /** Judges by a command if the comparison allows it. */
  #choose(command: Command): boolean {
    const phase = this.#session?.phase;
    const comparison = phase?.kind === 'judging' ? phase.lease.comparison : undefined;
    if (!comparison) return true;
    const choice = choiceFor(command, comparison.allows);
    if (choice) this.#judge(choice.verdict);
    else if (comparison.demanded.length > 0) this.announcement = whyBlocked(comparison.demanded);
    return true;
  }

  #judge(verdict: Verdict): void {
    document.getSelection()?.removeAllRanges();
    this.#session?.judge(verdict);
    this.#shownAnew(`You said: ${spoken(verdict)}.`);
  }

  #undo(): boolean {
    if (!this.#session?.canUndo) return false;
    this.#session.undo();
    this.#shownAnew('Back at the previous comparison.');
    return true;
  }

  #keep(): boolean {
    const phase = this.#session?.phase;
    if (phase?.kind !== 'judging' || !phase.previous) return false;
    this.#session?.keep();
    this.#shownAnew('The earlier verdict stands.');
    return true;
  }

  #shownAnew(what: string): void {
    const phase = this.#session?.phase;
    const number = phase?.kind === 'judging' ? ` Now at number ${phase.lease.inner_id}.` : '';
    this.announcement = what + number;
    window.scrollTo({top: 0, behavior: 'instant'});
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'labeling-view': LabelingViewElement;
  }
}
