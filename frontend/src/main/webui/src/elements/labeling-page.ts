import {LitElement, html, nothing} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';

import {type Project, Problem, type Verdict, api} from '../api.js';
import {Keyboard} from '../keyboard.js';
import type {Command} from '../model/keys.js';
import type {Outbox} from '../model/outbox.js';
import {LabelingSession, type Phase} from '../model/session.js';
import {titleOf} from '../model/title.js';
import {choiceFor, spoken} from '../model/verdicts.js';
import {later, newKey} from '../platform.js';
import {watchPresence} from '../presence.js';
import {buttons, shared} from '../styles/shared.js';
import type {ChoiceEvent} from './choice-event.js';
import type {ComparisonViewElement} from './comparison-view.js';
import type {GuidelinesDialogElement} from './guidelines-dialog.js';
import type {CharacterKeysEvent, KeysDialogElement} from './keys-dialog.js';
import {styles} from './labeling-page.styles.js';
import {LoggedOutEvent} from './logged-out-event.js';
import './comparison-view.js';
import './guidelines-dialog.js';
import './keys-dialog.js';
import './no-comparison.js';
import './page-header.js';
import './progress-meter.js';
import './refused-notice.js';
import './save-state.js';
import './theme-switch.js';
import './verdict-bar.js';

/**
 * The page on which annotators judge one comparison after another, by key, mouse or touch.
 *
 * @fires logged-out
 */
@customElement('labeling-page')
export class LabelingPageElement extends LitElement {
  static override styles = [shared, buttons, styles];

  @property({attribute: false}) projectId = 0;
  @property({attribute: false}) outbox?: Outbox;

  @state() private project: Project | undefined;
  @state() private heading = '';
  @state() private announcement = '';

  @query('comparison-view') private readonly view!: ComparisonViewElement | null;
  @query('keys-dialog') private readonly keys!: KeysDialogElement;
  @query('guidelines-dialog') private readonly guidelines!: GuidelinesDialogElement | null;

  #session: LabelingSession | undefined;
  #listening: AbortController | undefined;
  readonly #keyboard = new Keyboard({
    dialogTakes: (command) => this.#dialogTakes(command),
    obey: (command) => this.#obey(command),
  });

  override connectedCallback(): void {
    super.connectedCallback();
    const outbox = this.outbox;
    if (!outbox) throw new Error('labeling-page needs an outbox');
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
    watchPresence(
      {onVisible: (visible) => session.setVisible(visible), onActivity: () => session.noteActivity()},
      signal,
    );
    session.start();
    void this.#loadProject();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#listening?.abort();
    this.#session?.end();
  }

  override render() {
    const session = this.#session;
    const outbox = this.outbox;
    if (!session || !outbox) return nothing;
    const phase = session.phase;
    const judging = phase.kind === 'judging' ? phase : undefined;
    const guidelines = this.project?.expert_instruction;
    return html`
      ${this.#header(session, outbox)}
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
      ${guidelines ? html`<guidelines-dialog .text=${guidelines}></guidelines-dialog>` : nothing}
    `;
  }

  #header(session: LabelingSession, outbox: Outbox) {
    const progress = session.progress;
    const guidelines = this.project?.expert_instruction;
    return html`<page-header>
      ${this.heading ? html`<h1>${this.heading}</h1>` : nothing}
      <save-state .saving=${outbox.state}></save-state>
      <progress-meter
        class=${progress ? '' : 'unknown'}
        .mine=${progress?.mine ?? 0}
        .finished=${progress?.finished ?? 0}
        .total=${progress?.total ?? 0}
      ></progress-meter>
      <div class="tools">
        ${guidelines ? html`<button class="quiet" @click=${() => this.guidelines?.show()}>Guidelines</button>` : nothing}
        <theme-switch class="wide"></theme-switch>
        <button class="quiet wide" aria-keyshortcuts="H" @click=${() => this.keys.toggle()}>
          Keys <kbd aria-hidden="true">H</kbd>
        </button>
      </div>
    </page-header>`;
  }

  #body(phase: Phase) {
    if (phase.kind !== 'judging') {
      return html`<no-comparison .lack=${phase} @look-wanted=${() => this.#session?.lookAgain()}></no-comparison>`;
    }
    return html`<comparison-view
      .comparison=${phase.lease.comparison ?? undefined}
      .taskNumber=${phase.lease.inner_id}
      .previous=${phase.previous}
      .expired=${phase.expired}
    ></comparison-view>`;
  }

  async #loadProject(): Promise<void> {
    try {
      this.project = await api.project(this.projectId, this.#listening?.signal);
      this.#entitle(this.project);
    } catch (failure) {
      // The page works without the title. If more is wrong, the session notices and says so.
      const refused = failure instanceof Problem && failure.status < 500;
      if (!refused) setTimeout(() => this.isConnected && void this.#loadProject(), 5000);
      if (this.isConnected) this.#entitle({id: this.projectId, title: ''});
    }
  }

  #entitle(project: Pick<Project, 'id' | 'title'>): void {
    this.heading = titleOf(project);
    document.title = `${this.heading} · Prefstream`;
  }

  #onChoice = (event: ChoiceEvent) => {
    event.stopPropagation();
    this.#judge(event.choice.verdict);
  };

  #onCharacterKeys = (event: CharacterKeysEvent) => {
    this.#keyboard.characterKeys = event.enabled;
    this.requestUpdate();
  };

  /** Whether an open dialog takes the command instead of the page behind it. H closes the list of keys. */
  #dialogTakes(command: Command): boolean {
    if (!this.keys.open) return this.guidelines?.open ?? false;
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
      case 'scroll-down':
        return this.view?.scrollAnswers(1) ?? false;
      case 'scroll-up':
        return this.view?.scrollAnswers(-1) ?? false;
      default:
        return this.#judgeByKey(command);
    }
  }

  #judgeByKey(command: Command): boolean {
    const phase = this.#session?.phase;
    if (phase?.kind !== 'judging') return true;
    const choice = choiceFor(command, phase.lease.comparison?.allows ?? []);
    if (choice) this.#judge(choice.verdict);
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
    'labeling-page': LabelingPageElement;
  }
}
