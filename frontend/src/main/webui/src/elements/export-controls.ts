import {LitElement, css, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';

import type {Format} from '../model/export-choice.js';
import {type Choice, type Controls, choicesOf} from '../model/export-controls.js';
import {ownerTexts} from '../owner-texts.js';
import {fields} from '../styles/fields.js';
import {shared} from '../styles/shared.js';

const texts = ownerTexts.export.controls;

/** Fired when another file of the same rows is wanted. */
export class ControlsEvent extends Event {
  static readonly type = 'controls';

  constructor(readonly controls: Controls) {
    super(ControlsEvent.type);
  }
}

/**
 * Asks what a format can be asked about its file: which of the files about the rows, their shape, what becomes of rows that break a
 * rule, how it is compressed. There is nothing where a format can be asked nothing.
 *
 * @fires controls
 */
@customElement('export-controls')
export class ExportControlsElement extends LitElement {
  static override styles = [
    shared,
    fields,
    css`
      .fields {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 220px), 1fr));
        gap: var(--space-4);
        align-items: start;
      }
      label {
        display: grid;
        gap: var(--space-1);
        min-width: 0;
        max-width: 420px;
      }
      :is(select, input) {
        width: 100%;
        min-width: 0;
      }
      .hint {
        margin-top: var(--space-1);
      }
    `,
  ];

  @property({attribute: false}) format: Format | undefined;
  @property({attribute: false}) controls: Controls = {};

  override render() {
    const choices = this.format ? choicesOf(this.format, this.controls) : [];
    if (choices.length === 0) return nothing;
    return html`<fieldset aria-label=${texts.legend}>
      <div class="fields">${choices.map((choice) => this.#choice(choice))}</div>
    </fieldset>`;
  }

  #choice({name, words, chosen}: Choice) {
    const {title, options} = texts[name];
    const hint = 'hint' in texts[name] ? texts[name].hint : '';
    const onChange = (event: Event) =>
      this.dispatchEvent(
        new ControlsEvent({
          ...this.controls,
          [name]: (event.target as HTMLInputElement | HTMLSelectElement).value.trim(),
        }),
      );
    return html`<div>
      <label>
        <span class="title">${title}</span>
        ${
          words.length === 0
            ? html`<input
                autocomplete="off"
                spellcheck="false"
                aria-describedby=${hint ? name : nothing}
                .value=${chosen}
                @change=${onChange}
              />`
            : html`<select aria-describedby=${hint ? name : nothing} @change=${onChange}>
                ${words.map(
                  (word) =>
                    html`<option value=${word} .selected=${word === chosen}>
                      ${(options as Partial<Record<string, string>>)[word] ?? word}
                    </option>`,
                )}
              </select>`
        }
      </label>
      ${hint ? html`<p id=${name} class="hint">${hint}</p>` : nothing}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'export-controls': ExportControlsElement;
  }
}
