import {LitElement, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';

import type {Progress} from '../api.js';
import type {Command} from '../model/keys.js';
import type {SavingState} from '../model/outbox.js';
import {NOTHING_SWITCHED, type Reading} from '../model/reading.js';
import {buttons, shared} from '../styles/shared.js';
import {texts} from '../texts.js';
import {styles} from './labeling-header.styles.js';
import type {ReadingEvent} from './view-menu.js';
import './page-header.js';
import './progress-meter.js';
import './save-state.js';
import './theme-switch.js';
import './view-menu.js';

/** Fired when the annotator clicks what a key could do too. */
export class CommandEvent extends Event {
  static readonly type = 'command-wanted';

  constructor(readonly command: Command) {
    super(CommandEvent.type);
  }
}

/**
 * The bar above a comparison: the project, whether all is saved, how far it is, and what can be looked up.
 *
 * @fires command-wanted
 */
@customElement('labeling-header')
export class LabelingHeaderElement extends LitElement {
  static override styles = [shared, buttons, styles];

  @property() heading = '';
  /** undefined in a practice round, of which nothing is saved. */
  @property({attribute: false}) saving: SavingState | undefined = {kind: 'saved'};
  @property({attribute: false}) progress: Progress | undefined;
  @property({attribute: false}) hasGuidelines = false;
  /** Says that the guidelines changed since the annotator saw them; empty if they did not. */
  @property() news = '';
  @property({attribute: false}) reading: Reading = NOTHING_SWITCHED;
  /** Whether the task stands as the author of its configuration laid it out. */
  @property({attribute: false}) authored = false;
  /** Whether tasks are taken along. */
  @property({attribute: false}) train = false;

  override render() {
    const {progress} = this;
    return html`<page-header>
      ${this.heading ? html`<h1>${this.heading}</h1>` : nothing}
      ${
        this.saving
          ? html`<save-state .saving=${this.saving}></save-state>`
          : html`<span class="practice">${texts.header.practice}</span>`
      }
      <progress-meter
        class=${progress ? '' : 'unknown'}
        .mine=${progress ? progress.mine - progress.skipped : 0}
        .skipped=${progress?.skipped ?? 0}
        .finished=${progress?.finished ?? 0}
        .total=${progress?.total ?? 0}
      ></progress-meter>
      <div class="tools">
        ${
          this.hasGuidelines
            ? html`<button
                class="quiet ${this.news ? 'news' : ''}"
                aria-keyshortcuts="G"
                @click=${() => this.#want('guidelines')}
              >
                <span class="unseen">${this.news}</span>
                <span aria-hidden=${this.news ? true : nothing}>${texts.header.guidelines}</span>
                <kbd class="wide" aria-hidden="true">G</kbd>
              </button>`
            : nothing
        }
        ${
          this.saving
            ? html`<button class="quiet" aria-keyshortcuts="J" @click=${() => this.#want('judgements')}>
                <span class="wide">${texts.header.judgements}</span
                ><span class="narrow">${texts.header.judgementsBrief}</span>
                <kbd class="wide" aria-hidden="true">J</kbd>
              </button>`
            : nothing
        }
        <button
          class="quiet reading"
          aria-pressed=${this.reading.raw}
          aria-keyshortcuts="M"
          @click=${() => this.#want('raw')}
        >
          ${texts.reading.raw} <kbd aria-hidden="true">M</kbd>
        </button>
        <button
          class="quiet reading"
          aria-pressed=${this.reading.diff}
          aria-keyshortcuts="D"
          @click=${() => this.#want('diff')}
        >
          ${texts.reading.diff} <kbd aria-hidden="true">D</kbd>
        </button>
        <view-menu
          .reading=${this.reading}
          .train=${this.train}
          .authored=${this.authored}
          @reading-switched=${(event: ReadingEvent) => this.#want(event.part)}
          @train-switched=${() => this.#want('train')}
        ></view-menu>
        <theme-switch class="wide"></theme-switch>
        <button class="quiet wide" aria-keyshortcuts="?" @click=${() => this.#want('help')}>
          ${texts.header.keys} <kbd aria-hidden="true">?</kbd>
        </button>
      </div>
    </page-header>`;
  }

  #want(command: Command): void {
    this.dispatchEvent(new CommandEvent(command));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'labeling-header': LabelingHeaderElement;
  }
}
