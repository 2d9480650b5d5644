import {LitElement, html, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';

import type {Format} from '../model/export-choice.js';
import {type Controls, controlParameters} from '../model/export-controls.js';
import type {Snapshot} from '../model/snapshots.js';
import {type Delivery, type Target, isUnderWay} from '../model/deliveries.js';
import {ownerTexts} from '../owner-texts.js';
import {later} from '../platform.js';
import {fields} from '../styles/fields.js';
import {buttons, shared} from '../styles/shared.js';
import {targetApi} from '../target-api.js';
import {ActionController} from './action-controller.js';
import {choiceOf} from './choice-templates.js';
import type {ControlsEvent} from './export-controls.js';
import {LoadController} from './load-controller.js';
import {styles} from './target-section.styles.js';
import './export-controls.js';

const words = ownerTexts.targets;
const AGAIN_MILLIS = 2000;

/**
 * Sends a snapshot to a target, and shows how far what was sent is.
 *
 * @fires logged-out
 */
@customElement('delivery-list')
export class DeliveryListElement extends LitElement {
  static override styles = [shared, buttons, fields, styles];

  @property({attribute: false}) projectId = 0;
  @property({attribute: false}) targets: readonly Target[] = [];
  /** At least one, the newest first. */
  @property({attribute: false}) snapshots: readonly Snapshot[] = [];
  @property({attribute: false}) formats: readonly Format[] = [];

  @state() private wanted: number | undefined;
  @state() private format = '';
  @state() private controls: Controls = {};
  @state() private target = '';

  readonly #action = new ActionController(this);
  readonly #load = new LoadController<readonly Delivery[]>(this, (signal) => this.#read(signal));
  #cancelWait: (() => void) | undefined;
  #shown = 0;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#cancelWait?.();
  }

  override willUpdate(): void {
    if (this.#snapshot.id === this.#shown) return;
    this.#load.loaded = undefined;
    void this.#load.read();
  }

  get #snapshot(): Pick<Snapshot, 'id' | 'title'> {
    const {snapshots, wanted} = this;
    return snapshots.find(({id}) => id === wanted) ?? snapshots[0] ?? {id: 0, title: ''};
  }

  get #format(): Format | undefined {
    return this.formats.find(({name}) => name === this.format) ?? this.formats[0];
  }

  async #read(signal: AbortSignal): Promise<readonly Delivery[]> {
    this.#cancelWait?.();
    const {id} = this.#snapshot;
    this.#shown = id;
    if (id === 0) return [];
    const deliveries = await targetApi.deliveries(this.projectId, id, signal);
    if (deliveries.some(isUnderWay)) this.#cancelWait = later(AGAIN_MILLIS, () => void this.#load.read());
    return deliveries;
  }

  override render() {
    const {problem} = this.#action;
    const {loaded} = this.#load;
    return html`<h3>${words.send.title}</h3>
      <form @submit=${this.#onSend}>
        ${choiceOf(
          words.send.snapshot,
          this.snapshots.map(({id, title}) => [`${id}`, title]),
          `${this.#snapshot.id}`,
          this.#onWanted,
        )}
        ${choiceOf(
          words.format,
          this.formats.map(({name, title}) => [name, title]),
          this.#format?.name ?? '',
          this.#onFormat,
        )}
        ${choiceOf(
          words.target,
          this.targets.map(({name, kind}) => [name, words.kinds[kind](name)]),
          this.target,
          this.#onTarget,
        )}
        <export-controls
          .format=${this.#format}
          .controls=${this.controls}
          @controls=${this.#onControls}
        ></export-controls>
        <button class="button">${words.send.button}</button>
      </form>
      ${problem ? html`<p class="problem" role="alert">${problem}</p>` : nothing}
      ${loaded ? this.#list(loaded) : this.#load.instead()}`;
  }

  #list(deliveries: readonly Delivery[]) {
    const [newest] = deliveries;
    return html`<p role="status">${newest ? words.send.newest(newest) : ''}</p>
      ${
        deliveries.length === 0
          ? html`<p class="hint">${words.send.none(this.#snapshot.title)}</p>`
          : html`<ul aria-label=${words.send.list(this.#snapshot.title)}>
              ${deliveries.map((one) => this.#item(one))}
            </ul>`
      }`;
  }

  #item(one: Delivery) {
    return html`<li>
      <h4>${words.send.item(one)}</h4>
      <p>${words.send.progress(one)}</p>
      ${one.state === 'done' ? html`<p class="hint"><code>${one.place}</code></p>` : nothing}
      ${one.error === null ? nothing : html`<p class="problem" dir="auto">${one.error}</p>`}
      ${
        isUnderWay(one)
          ? html`<p class="actions">
              <button
                class="quiet edge"
                aria-label=${words.send.cancelName(one)}
                @click=${() => void this.#change(() => targetApi.cancel(this.projectId, one))}
              >
                ${words.send.cancel}
              </button>
            </p>`
          : nothing
      }
    </li>`;
  }

  readonly #onWanted = (id: string) => {
    this.wanted = Number(id);
  };

  readonly #onFormat = (name: string) => {
    this.format = name;
  };

  readonly #onControls = ({controls}: ControlsEvent) => {
    this.controls = controls;
  };

  readonly #onTarget = (name: string) => {
    this.target = name;
  };

  readonly #onSend = (event: Event) => {
    event.preventDefault();
    const format = this.#format;
    const target = this.target || this.targets[0]?.name;
    if (format === undefined || target === undefined) return;
    void this.#change(() =>
      targetApi.deliver(
        this.projectId,
        this.#snapshot.id,
        target,
        format.name,
        controlParameters(format, this.controls),
      ),
    );
  };

  async #change(action: () => Promise<unknown>): Promise<void> {
    if (await this.#action.run(action)) await this.#load.read();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'delivery-list': DeliveryListElement;
  }
}
