import {LitElement, html, nothing} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';

import {type Project, Problem, type Verdict, api} from '../api.js';
import {Keyboard} from '../keyboard.js';
import type {Command} from '../model/keys.js';
import type {Outbox} from '../model/outbox.js';
import {LabelingSession, type Phase} from '../model/session.js';
import {choiceFor, spoken} from '../model/verdicts.js';
import {buttons, shared} from '../styles/shared.js';
import {later, newKey} from '../platform.js';
import {LoggedOutEvent} from './logged-out-event.js';
import type {ChoiceEvent} from './choice-event.js';
import type {ComparisonViewElement} from './comparison-view.js';
import type {GuidelinesDialogElement} from './guidelines-dialog.js';
import type {CharacterKeysEvent, KeysDialogElement} from './keys-dialog.js';
import {styles} from './labeling-page.styles.js';
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
 * Where annotators spend their day: one comparison after the other, by key, mouse or touch.
 *
 * @fires logged-out
 */
@customElement('labeling-page')
export class LabelingPageElement extends LitElement {
  static override styles = [shared, buttons, styles];

  @property({attribute: false}) projectId = 0;
  @property({attribute: false}) outbox?: Outbox;

  @state() private project: Project | undefined;
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
    this.#session = new LabelingSession({
      api,
      outbox,
      projectId: this.projectId,
      later,
      newKey,
      now: () => performance.now(),
      onChange: () => this.requestUpdate(),
      onLoggedOut: () => this.dispatchEvent(new LoggedOutEvent()),
    });
    this.#listen();
    this.#session.start();
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
      <h1>${this.project?.title ?? ''}</h1>
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
        <button class="quiet wide" aria-label="Keys" aria-keyshortcuts="H" @click=${() => this.keys.toggle()}>
          Keys <kbd>H</kbd>
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

  #listen(): void {
    this.#listening = new AbortController();
    const {signal} = this.#listening;
    const session = this.#session;
    const active = () => session?.noteActivity();
    this.#keyboard.listen(signal);
    document.addEventListener('visibilitychange', () => session?.setVisible(!document.hidden), {signal});
    for (const type of ['keydown', 'pointermove', 'wheel', 'touchmove']) {
      document.addEventListener(type, active, {signal, passive: true});
    }
    if (document.hidden) session?.setVisible(false);
  }

  async #loadProject(): Promise<void> {
    try {
      this.project = await api.project(this.projectId, this.#listening?.signal);
      document.title = `${this.project.title} · Prefstream`;
    } catch (failure) {
      // Without its title the page still works; what is really wrong, the session finds out and shows.
      const refused = failure instanceof Problem && failure.status < 500;
      if (!refused) setTimeout(() => this.isConnected && void this.#loadProject(), 5000);
    }
  }

  #onChoice = (event: ChoiceEvent) => {
    event.stopPropagation();
    this.#judge(event.choice.verdict);
  };

  #onCharacterKeys = (event: CharacterKeysEvent) => {
    this.#keyboard.characterKeys = event.enabled;
    this.requestUpdate();
  };

  /** An open dialog hides what commands are about; the key that showed the keys hides them. */
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
    this.#shownAnew('Back at the one before.');
    return true;
  }

  #keep(): boolean {
    const phase = this.#session?.phase;
    if (phase?.kind !== 'judging' || !phase.previous) return false;
    this.#session?.keep();
    this.#shownAnew('Kept as it was.');
    return true;
  }

  #shownAnew(what: string): void {
    const phase = this.#session?.phase;
    const number = phase?.kind === 'judging' ? ` Now number ${phase.lease.inner_id}.` : '';
    this.announcement = what + number;
    window.scrollTo({top: 0, behavior: 'instant'});
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'labeling-page': LabelingPageElement;
  }
}
