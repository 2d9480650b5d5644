import {LitElement, type PropertyValues, css, html, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';

import {type GeneratedAnswer, type RunKind, generationApi} from '../generation-api.js';
import {exactWhen} from '../model/when.js';
import {ownerTexts} from '../owner-texts.js';
import {shared} from '../styles/shared.js';

const words = ownerTexts.generation.provenance;

/** Says where the answers of a task came from, and what a judge said of them, if models did. */
@customElement('generated-answers')
export class GeneratedAnswersElement extends LitElement {
  static override styles = [
    shared,
    css`
      h3 {
        margin: var(--space-5) 0 var(--space-2);
        font-size: var(--text-2);
      }
      ul {
        display: grid;
        gap: var(--space-2);
        margin: 0;
        padding: 0;
        font-size: var(--text-1);
        list-style: none;
      }
      li {
        padding: var(--space-2) var(--space-3);
        border-radius: var(--radius-1);
        background: var(--sunken);
        overflow-wrap: anywhere;
      }
      p {
        margin: 0;
        color: var(--ink-2);
      }
      .said {
        color: var(--ink);
        white-space: pre-wrap;
      }
    `,
  ];

  @property({attribute: false}) taskId = 0;

  @state() private answers: readonly GeneratedAnswer[] = [];

  #loading: AbortController | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#loading?.abort();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('taskId')) void this.#load();
  }

  override render() {
    return html`${this.#list(words.title, 'answers')} ${this.#list(words.verdicts, 'verdicts')}`;
  }

  #list(title: string, kind: RunKind) {
    const answers = this.answers.filter((answer) => answer.kind === kind);
    if (answers.length === 0) return nothing;
    return html`<h3>${title}</h3>
      <ul>
        ${answers.map((answer) => this.#one(answer))}
      </ul>`;
  }

  #one(answer: GeneratedAnswer) {
    return html`<li>
      <b dir="auto">${answer.field}</b>: <span dir="auto">${answer.model}</span> ${this.#marks(answer)}
      ${answer.said === null ? nothing : html`<p class="said" dir="auto">${answer.said}</p>`}
      <p dir="auto">${words.asked(answer.seed, JSON.stringify(answer.sampling))}</p>
      <p>${words.answered(answer.tokens_out, answer.finish_reason, exactWhen(answer.asked_at))}</p>
    </li>`;
  }

  #marks({identical, cut_off: isCutOff}: GeneratedAnswer) {
    return html`${identical ? html`<strong>${words.identical}</strong>` : nothing}
    ${isCutOff ? html`<strong>${words.cutOff}</strong>` : nothing}`;
  }

  /** Without them all else of the task is there. */
  async #load(): Promise<void> {
    this.#loading?.abort();
    this.#loading = new AbortController();
    const {signal} = this.#loading;
    this.answers = [];
    const answers = await generationApi.answersOf(this.taskId, signal).catch(() => []);
    if (!signal.aborted) this.answers = answers;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'generated-answers': GeneratedAnswersElement;
  }
}
