import {LitElement, html} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {keyed} from 'lit/directives/keyed.js';

import type {Verdict} from '../api.js';
import {laterTexts} from '../later-texts.js';
import {meaningOf} from '../model/practice-lessons.js';
import {PracticeRound} from '../model/practice-round.js';
import {Outbox} from '../model/outbox.js';
import type {LabelingSession} from '../model/session.js';
import {paths} from '../navigation.js';
import {later} from '../platform.js';
import {notePractised} from '../practised.js';
import {buttons, shared} from '../styles/shared.js';
import {texts} from '../texts.js';
import './labeling-view.js';
import './page-header.js';
import './page-message.js';
import './practice-lesson.js';

/** Six prepared comparisons on the page on which people label, by which they get to know it. Nothing is sent or saved. */
@customElement('practice-page')
export class PracticePageElement extends LitElement {
  static override styles = [shared, buttons];

  @property({attribute: false}) userId = 0;

  @state() private round = new PracticeRound();
  @state() private last: {number: number; verdict: Verdict} | undefined;
  @state() private isDone = false;

  #outbox = this.#newOutbox();

  override connectedCallback(): void {
    super.connectedCallback();
    document.title = texts.page.title(laterTexts.practice.title);
    notePractised(this.userId);
  }

  override render() {
    return this.isDone
      ? this.#end()
      : keyed(
          this.round,
          html`<labeling-view
            heading=${laterTexts.practice.title}
            .practice=${this.round.api}
            .outbox=${this.#outbox}
            .above=${this.#lesson}
          ></labeling-view>`,
        );
  }

  readonly #lesson = ({shown}: LabelingSession) =>
    html`<practice-lesson
      .number=${shown?.task.inner_id ?? 1}
      .isBack=${shown?.previous !== undefined}
      .last=${this.last}
    ></practice-lesson>`;

  #end() {
    return html`<page-header></page-header>
      <main>
        <page-message sign="✓" headline=${laterTexts.practice.endHeadline}>
          ${this.last ? meaningOf(this.last.verdict) : ''} ${laterTexts.practice.end(html`<kbd>?</kbd>`)}
          <div slot="actions">
            <a class="button" href=${paths.projects}>${laterTexts.practice.toProjects}</a>
            <button class="quiet" @click=${this.#again}>${laterTexts.practice.again}</button>
          </div>
        </page-message>
      </main>`;
  }

  /** An outbox that sends to the round. Without a shelf nothing lasts longer than the page. */
  #newOutbox(): Outbox {
    const {round} = this;
    const outbox = new Outbox({shelf: undefined, later, send: round.take});
    outbox.listen({
      onAdded: ({taskNumber, verdict}) => {
        if (taskNumber !== null && verdict) this.last = {number: taskNumber, verdict};
      },
      onSaved: () => (this.isDone = round.isDone),
    });
    return outbox;
  }

  readonly #again = () => {
    this.round = new PracticeRound();
    this.#outbox = this.#newOutbox();
    this.last = undefined;
    this.isDone = false;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'practice-page': PracticePageElement;
  }
}
