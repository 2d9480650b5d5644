import {LitElement, html, nothing} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';

import {type Project, Problem, type User, type Verdict, api} from '../api.js';
import {type Command, commandOf, isCharacterKey} from '../model/keys.js';
import type {Outbox} from '../model/outbox.js';
import {LabelingSession, type Phase} from '../model/session.js';
import {choiceFor, spoken} from '../model/verdicts.js';
import {paths} from '../navigation.js';
import {buttons, shared} from '../styles/shared.js';
import {later, newKey} from '../platform.js';
import {readSetting, writeSetting} from '../theme.js';
import type {CharacterKeysEvent} from './keys-dialog.js';
import {LoggedOutEvent} from './logged-out-event.js';
import type {ChoiceEvent} from './choice-event.js';
import type {ComparisonViewElement} from './comparison-view.js';
import type {GuidelinesDialogElement} from './guidelines-dialog.js';
import type {KeysDialogElement} from './keys-dialog.js';
import {layout} from './labeling-page.styles.js';
import './comparison-view.js';
import './guidelines-dialog.js';
import './keys-dialog.js';
import './page-header.js';
import './page-message.js';
import './progress-meter.js';
import './refused-notice.js';
import './save-state.js';
import './theme-switch.js';
import './verdict-bar.js';

const CHARACTER_KEYS = 'prefstream.character-keys';

/**
 * Where annotators spend their day: one comparison after the other, by key, mouse or touch.
 *
 * @fires logged-out
 */
@customElement('labeling-page')
export class LabelingPageElement extends LitElement {
  static override styles = [shared, buttons, layout];

  @property({type: Number}) projectId = 0;
  @property({attribute: false}) user?: User;
  @property({attribute: false}) outbox?: Outbox;

  @state() private project: Project | undefined;
  @state() private announcement = '';
  @state() private characterKeys = readSetting(CHARACTER_KEYS) !== 'off';

  @query('comparison-view') private readonly view!: ComparisonViewElement | null;
  @query('keys-dialog') private readonly keys!: KeysDialogElement;
  @query('guidelines-dialog') private readonly guidelines!: GuidelinesDialogElement | null;

  #session: LabelingSession | undefined;
  #listening: AbortController | undefined;
  #tabbing = false;

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
      <keys-dialog .characterKeys=${this.characterKeys} @character-keys=${this.#onCharacterKeys}></keys-dialog>
      ${this.project?.expert_instruction
        ? html`<guidelines-dialog .text=${this.project.expert_instruction}></guidelines-dialog>`
        : nothing}
    `;
  }

  #header(session: LabelingSession, outbox: Outbox) {
    const progress = session.progress;
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
        ${this.project?.expert_instruction
          ? html`<button class="quiet" @click=${() => this.guidelines?.show()}>Guidelines</button>`
          : nothing}
        <theme-switch class="wide"></theme-switch>
        <button class="quiet wide" aria-label="Keys" aria-keyshortcuts="H" @click=${() => this.keys.toggle()}>
          Keys <kbd>H</kbd>
        </button>
      </div>
    </page-header>`;
  }

  #body(phase: Phase) {
    switch (phase.kind) {
      case 'judging':
        return html`<comparison-view
          .comparison=${phase.lease.comparison ?? undefined}
          .taskNumber=${phase.lease.inner_id}
          .previous=${phase.previous}
          .expired=${phase.expired}
        ></comparison-view>`;
      case 'loading':
        return html`<div class="skeleton" role="status" aria-label="Fetching the next comparison">
          <div></div>
          <div class="pair"><div></div><div></div></div>
        </div>`;
      case 'done':
        return html`<page-message sign="✓" headline="All done for now">
          There is nothing left for you to compare in this project. This page looks again by itself every now and then.
          ${this.#actions(html`<button class="button" @click=${() => this.#session?.lookAgain()}>Look again</button>`)}
        </page-message>`;
      case 'waiting':
        return html`<page-message sign="…" headline="Waiting for the server">
          It does not answer just now. This page tries again by itself; what you have judged is kept here until it is saved.
          ${this.#actions(html`<button class="button" @click=${() => this.#session?.lookAgain()}>Try now</button>`)}
        </page-message>`;
      case 'unavailable':
        return html`<page-message headline="Nothing to label here">${phase.reason} ${this.#actions(nothing)}</page-message>`;
    }
  }

  #actions(first: unknown) {
    return html`<div slot="actions" class="actions">${first}<a class="quiet" href=${paths.projects}>All projects</a></div>`;
  }

  #listen(): void {
    this.#listening = new AbortController();
    const {signal} = this.#listening;
    const session = this.#session;
    const active = () => session?.noteActivity();
    document.addEventListener('keydown', this.#onKeydown, {signal});
    document.addEventListener('visibilitychange', () => session?.setVisible(!document.hidden), {signal});
    document.addEventListener('pointerdown', () => (this.#tabbing = false), {signal});
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
      if (!(failure instanceof Problem)) setTimeout(() => this.isConnected && void this.#loadProject(), 5000);
    }
  }

  #onChoice = (event: ChoiceEvent) => {
    event.stopPropagation();
    this.#judge(event.choice.verdict);
  };

  #onCharacterKeys = (event: CharacterKeysEvent) => {
    this.characterKeys = event.enabled;
    writeSetting(CHARACTER_KEYS, event.enabled ? null : 'off');
  };

  #onKeydown = (event: KeyboardEvent) => {
    if (event.key === 'Tab') this.#tabbing = true;
    const command = commandOf(event);
    if (!command || (!this.characterKeys && isCharacterKey(event))) return;
    if (this.keys.open) {
      if (command === 'help') this.keys.toggle();
      return;
    }
    if (this.guidelines?.open || this.#belongsToFocus(event)) return;
    if (this.#obey(command)) event.preventDefault();
  };

  /** Whether what has the focus makes its own use of the key: text fields, space on a button, arrows in a scrolled text. */
  #belongsToFocus(event: KeyboardEvent): boolean {
    const focused = event.composedPath()[0];
    if (!(focused instanceof HTMLElement)) return false;
    if (focused.matches('input, textarea, select, [contenteditable]')) return true;
    if (event.key === ' ') return focused.matches('button, a');
    return this.#tabbing && focused.matches('.box[tabindex]') && (event.key === 'ArrowUp' || event.key === 'ArrowDown');
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
