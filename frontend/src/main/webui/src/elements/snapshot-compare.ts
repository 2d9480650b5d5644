import {LitElement, css, html, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';

import {type Comparison, type Snapshot, lastTwo} from '../model/snapshots.js';
import {ownerTexts} from '../owner-texts.js';
import {snapshotApi} from '../snapshot-api.js';
import {fields} from '../styles/fields.js';
import {buttons, shared} from '../styles/shared.js';
import {ActionController} from './action-controller.js';

const words = ownerTexts.snapshots.compare;

/**
 * Says what lies between two snapshots: how many rows were added, changed and withdrawn, and which.
 *
 * @fires logged-out
 */
@customElement('snapshot-compare')
export class SnapshotCompareElement extends LitElement {
  static override styles = [
    shared,
    buttons,
    fields,
    css`
      h3 {
        margin: 0 0 var(--space-2);
        font-size: var(--text-3);
      }
      form {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: var(--space-3);
      }
      label {
        flex: 1 1 200px;
        max-width: 320px;
      }
      label .title {
        display: block;
        margin-bottom: var(--space-1);
      }
      select {
        width: 100%;
      }
      p {
        margin: var(--space-3) 0;
      }
      ol {
        max-height: 16em;
        margin: 0 0 var(--space-3);
        padding: var(--space-3) var(--space-4);
        border: 1px solid var(--line);
        border-radius: var(--radius-2);
        background: var(--sunken);
        font-size: var(--text-1);
        list-style: none;
        overflow: auto;
      }
      code {
        font-family: var(--mono);
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({attribute: false}) projectId = 0;
  /** The newest first. */
  @property({attribute: false}) snapshots: readonly Snapshot[] = [];

  @state() private from: number | undefined;
  @state() private to: number | undefined;
  @state() private found: Comparison | undefined;

  readonly #action = new ActionController(this);

  override render() {
    const {problem} = this.#action;
    return html`<h3>${words.title}</h3>
      <form @submit=${this.#onCompare}>
        ${this.#choice(words.from, this.#chosen[0], this.#onFrom)}
        ${this.#choice(words.to, this.#chosen[1], this.#onTo)}
        <button class="button">${words.button}</button>
      </form>
      ${problem ? html`<p class="problem" role="alert">${problem}</p>` : nothing}
      <div role="status">${this.found ? html`<p>${words.counts(this.found)}</p>` : nothing}</div>
      ${this.found ? this.#keys(this.found) : nothing}`;
  }

  /** Those that are compared: the last one with the one before, unless others were chosen that are still there. */
  get #chosen(): [number | undefined, number | undefined] {
    const [before, last] = lastTwo(this.snapshots) ?? [];
    const known = (id: number | undefined) => (this.snapshots.some((one) => one.id === id) ? id : undefined);
    return [known(this.from) ?? before?.id, known(this.to) ?? last?.id];
  }

  #choice(name: string, chosen: number | undefined, onChange: (event: Event) => void) {
    return html`<label>
      <span class="title">${name}</span>
      <select @change=${onChange}>
        ${this.snapshots.map(({id, title}) => html`<option value=${id} .selected=${id === chosen}>${title}</option>`)}
      </select>
    </label>`;
  }

  #keys({keys, next}: Comparison) {
    if (keys.length === 0) return nothing;
    return html`<ol aria-label=${words.keys} tabindex="0">
        ${keys.map(({record_id, change}) => html`<li><code>${record_id}</code> ${words.changes[change]}</li>`)}
      </ol>
      ${
        next === null
          ? nothing
          : html`<button class="quiet edge" @click=${() => void this.#compare(next)}>${words.more}</button>`
      }`;
  }

  readonly #onFrom = (event: Event) => {
    this.from = Number((event.target as HTMLSelectElement).value);
    this.found = undefined;
  };

  readonly #onTo = (event: Event) => {
    this.to = Number((event.target as HTMLSelectElement).value);
    this.found = undefined;
  };

  readonly #onCompare = (event: Event) => {
    event.preventDefault();
    void this.#compare('');
  };

  async #compare(after: string): Promise<void> {
    const [from, to] = this.#chosen;
    if (from === undefined || to === undefined) return;
    await this.#action.run(async () => {
      const found = await snapshotApi.compareSnapshots(this.projectId, from, to, after);
      const before = after === '' ? [] : (this.found?.keys ?? []);
      this.found = {...found, keys: [...before, ...found.keys]};
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'snapshot-compare': SnapshotCompareElement;
  }
}
