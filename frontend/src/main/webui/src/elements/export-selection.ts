import {LitElement, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';

import {SPLITS, STRENGTHS, type Selection, EVERYTHING, isBackwards, isUneven} from '../model/export-selection.js';
import {ownerTexts} from '../owner-texts.js';
import {fields} from '../styles/fields.js';
import {shared} from '../styles/shared.js';
import {styles} from './export-selection.styles.js';

const words = ownerTexts.export.select;

/** Somebody whose judgements can be chosen. */
export interface Annotator {
  user: number;
  /** Empty if the account is gone. */
  name: string;
}

/** Fired when something else is to go into a file. */
export class SelectionEvent extends Event {
  static readonly type = 'selection';

  constructor(readonly selection: Selection) {
    super(SelectionEvent.type);
  }
}

/**
 * Asks what goes into a file.
 *
 * @fires selection
 */
@customElement('export-selection')
export class ExportSelectionElement extends LitElement {
  static override styles = [shared, fields, styles];

  @property({attribute: false}) selection: Selection = EVERYTHING;
  /** Whether the file has a row for each preference, so that it can be asked which. */
  @property({attribute: false}) areRows = false;
  /** Whether the file is a folder that may have several splits. */
  @property({attribute: false}) hasSplits = false;
  /** Those who have judged; undefined if they cannot be had. */
  @property({attribute: false}) people: readonly Annotator[] | undefined = [];

  override render() {
    return html`<fieldset>
      <legend>${words.legend}</legend>
      ${this.areRows ? this.#rows() : nothing} ${this.#dates()}
      ${this.#flag(words.truths, this.selection.withoutGroundTruths, (withoutGroundTruths) =>
        this.#say({withoutGroundTruths}),
      )}
      ${this.#people()}
    </fieldset>`;
  }

  #rows() {
    const {minStrength, minAgreement, byMajority, withTies, split} = this.selection;
    return html`<div class="pair">
        <label>
          <span class="title">${words.strength}</span>
          <select @change=${(event: Event) => this.#say({minStrength: Number(valueOf(event))})}>
            ${STRENGTHS.map(
              (strength) =>
                html`<option value=${strength} .selected=${strength === minStrength}>
                  ${words.strengths[strength]}
                </option>`,
            )}
          </select>
        </label>
        <div>
          <label>
            <span class="title">${words.agreement}</span>
            <input
              type="number"
              min="0"
              max="100"
              step="1"
              aria-describedby="agreement"
              .value=${minAgreement === 0 ? '' : `${minAgreement}`}
              @change=${(event: Event) => this.#onAgreement(event)}
            />
          </label>
          <p id="agreement" class="hint">${words.agreementHint}</p>
        </div>
        <div>
          <label>
            <span class="title">${words.split}</span>
            <select
              aria-describedby="split"
              @change=${(event: Event) => this.#say({split: SPLITS.find((known) => known === valueOf(event)) ?? ''})}
            >
              ${(['', ...SPLITS] as const).map(
                (known) => html`<option value=${known} .selected=${known === split}>${words.splits[known]}</option>`,
              )}
            </select>
          </label>
          <p id="split" class="hint">${words.splitHint}</p>
        </div>
      </div>
      ${this.hasSplits && split === '' ? this.#shares() : nothing}
      ${this.#flag(words.majority, byMajority, (chosen) => this.#say({byMajority: chosen}), 'majority')}
      <p id="majority" class="hint">${words.majorityHint}</p>
      ${this.#flag(words.ties, withTies, (chosen) => this.#say({withTies: chosen}), 'ties')}
      <p id="ties" class="hint">${words.tiesHint}</p>`;
  }

  #shares() {
    const {shares} = this.selection;
    const isWrong = isUneven(this.selection);
    const percents = SPLITS.map((_, index) => shares.split(',')[index] ?? '');
    return html`<div role="group" aria-labelledby="shares" aria-describedby="shares-hint">
      <span id="shares" class="title">${words.shares}</span>
      <p id="shares-hint" class="hint">${words.sharesHint}</p>
      <div class="body shares">
        ${SPLITS.map(
          (known, index) =>
            html`<label>
              <span>${words.shareNames[known]}</span>
              <input
                type="number"
                min="0"
                max="100"
                step="any"
                aria-invalid=${isWrong}
                aria-describedby="uneven"
                .value=${percents[index] ?? ''}
                @change=${(event: Event) => this.#onShares(percents.with(index, valueOf(event)))}
              />
            </label>`,
        )}
      </div>
      <p id="uneven" class="problem" ?hidden=${!isWrong}>${words.uneven}</p>
    </div>`;
  }

  #dates() {
    const {since, until} = this.selection;
    const isWrong = isBackwards(this.selection);
    return html`<div class="pair">
        ${(['since', 'until'] as const).map(
          (name) =>
            html`<label>
              <span class="title">${words[name]}</span>
              <input
                type="date"
                aria-describedby="dates"
                aria-invalid=${isWrong}
                .value=${name === 'since' ? since : until}
                @change=${(event: Event) => this.#say({[name]: valueOf(event)})}
              />
            </label>`,
        )}
      </div>
      <p id="dates" class="problem" ?hidden=${!isWrong}>${words.backwards}</p>`;
  }

  #people() {
    const {people} = this;
    if (!people) return html`<p class="hint">${words.peopleFailed}</p>`;
    if (people.length === 0) return nothing;
    const {annotators} = this.selection;
    return html`<div role="group" aria-labelledby="people" aria-describedby="everybody">
      <span id="people" class="title">${words.people}</span>
      <p id="everybody" class="hint">${words.peopleHint}</p>
      <div class="body people">
        ${people.map(({user, name}) =>
          this.#flag(name || words.unnamed(user), annotators.includes(user), (isChosen) =>
            this.#say({
              annotators: isChosen ? [...annotators, user] : annotators.filter((other) => other !== user),
            }),
          ),
        )}
      </div>
    </div>`;
  }

  #flag(name: string, isChosen: boolean, onChange: (isChosen: boolean) => void, hint?: string) {
    return html`<label class="flag">
      <input
        type="checkbox"
        aria-describedby=${hint ?? nothing}
        .checked=${isChosen}
        @change=${(event: Event) => onChange((event.target as HTMLInputElement).checked)}
      />
      <span dir="auto">${name}</span>
    </label>`;
  }

  #onAgreement(event: Event): void {
    const percent = Number(valueOf(event));
    const minAgreement = percent >= 0 ? Math.min(100, Math.round(percent)) : 0;
    (event.target as HTMLInputElement).value = minAgreement === 0 ? '' : `${minAgreement}`;
    this.#say({minAgreement});
  }

  #onShares(percents: readonly string[]): void {
    this.#say({shares: percents.every((percent) => percent === '') ? '' : percents.join(',')});
  }

  #say(changed: Partial<Selection>): void {
    this.dispatchEvent(new SelectionEvent({...this.selection, ...changed}));
  }
}

function valueOf(event: Event): string {
  return (event.target as HTMLInputElement | HTMLSelectElement).value;
}

declare global {
  interface HTMLElementTagNameMap {
    'export-selection': ExportSelectionElement;
  }
}
