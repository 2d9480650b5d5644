import {LitElement, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';

import type {Format} from '../model/export-choice.js';
import type {Snapshot} from '../model/snapshots.js';
import type {Target} from '../model/deliveries.js';
import {ownerTexts} from '../owner-texts.js';
import {fields} from '../styles/fields.js';
import {apart} from '../styles/listed.js';
import {shared} from '../styles/shared.js';
import {targetApi} from '../target-api.js';
import {LoadController} from './load-controller.js';
import {styles} from './target-section.styles.js';
import './delivery-list.js';
import './schedule-list.js';

const words = ownerTexts.targets;

/**
 * Sends snapshots to the folders and buckets that the operator names, by hand and by schedules. Where there are none, it says so in a
 * line.
 *
 * @fires logged-out
 */
@customElement('target-section')
export class TargetSectionElement extends LitElement {
  static override styles = [shared, fields, styles, apart];

  @property({attribute: false}) projectId = 0;
  /** Those that can be sent, the newest first. */
  @property({attribute: false}) snapshots: readonly Snapshot[] = [];
  /** The parameters that select rows now. */
  @property({attribute: false}) selection: readonly (readonly [string, string])[] = [];
  /** Those that a file of rows can be made in. */
  @property({attribute: false}) formats: readonly Format[] = [];

  readonly #load = new LoadController<readonly Target[]>(this, (signal) => targetApi.targets(this.projectId, signal));

  override render() {
    const targets = this.#load.loaded;
    if (!targets) return this.#load.instead();
    if (targets.length === 0) return html`<p class="hint">${words.none}</p>`;
    return html`<h2>${words.title}</h2>
      <p class="hint">${words.hint}</p>
      ${
        this.snapshots.length === 0
          ? nothing
          : html`<delivery-list
              .projectId=${this.projectId}
              .targets=${targets}
              .snapshots=${this.snapshots}
              .formats=${this.formats}
            ></delivery-list>`
      }
      <schedule-list
        .projectId=${this.projectId}
        .targets=${targets}
        .selection=${this.selection}
        .formats=${this.formats}
      ></schedule-list>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'target-section': TargetSectionElement;
  }
}
