import {html, nothing} from 'lit';
import {customElement, property, query, queryAll} from 'lit/decorators.js';
import {live} from 'lit/directives/live.js';

import {laterTexts} from '../later-texts.js';
import {ChoiceTree} from '../model/choice-tree.js';
import {type Option, attributeOf, isTrue, optionsOf} from '../model/control-looks.js';
import type {Hotkey} from '../model/hotkeys.js';
import {depth, fullLabel, isPartly, topmost} from '../model/nested-options.js';
import {fields} from '../styles/fields.js';
import {shared} from '../styles/shared.js';
import {styles} from './choice-field.styles.js';
import {FieldElement} from './field-element.js';
import {markedText} from './marked-text.js';

/** More options than this stand in columns. */
const ONE_COLUMN_MAX = 12;

/**
 * Asks for one or several of some values. A chosen one is taken back by choosing it again, or by Backspace or Delete. The
 * keys of options work while the focus is in the field, also where plain keys are switched off.
 *
 * @fires answer-changed
 */
@customElement('choice-field')
export class ChoiceFieldElement extends FieldElement {
  static override styles = [shared, fields, styles];

  /** The keys of options of all controls. Others that the configuration gives are taken for something else. */
  @property({attribute: false}) hotkeys: readonly Hotkey[] = [];

  @query('details') private readonly folded!: HTMLDetailsElement | null;
  @query('summary') private readonly summary!: HTMLElement | null;
  @query('input:checked, select') private readonly chosenInput!: HTMLElement | null;
  @query('input') private readonly firstInput!: HTMLElement | null;
  @queryAll('input[type=radio]') private readonly radios!: NodeListOf<HTMLElement>;

  /** Ends with the open list. */
  #unfolded: AbortController | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unfolded?.abort();
  }

  override focusField(): void {
    (this.summary ?? this.chosenInput ?? this.firstInput)?.focus();
  }

  /** Chooses the option that has the key; false if none has. A focus in the field goes to it if only one may be chosen. */
  pressKey(key: string): boolean {
    const hotkey = this.#hotkeys.find((one) => one.key === key.toLowerCase());
    if (!hotkey) return false;
    this.#choose(hotkey.choice);
    // Arrows go on from where the focus is.
    const at = this.#offered.filter(({isChoosable}) => isChoosable).findIndex(({value}) => value === hotkey.choice);
    if (this.shadowRoot?.activeElement) this.radios[at]?.focus();
    return true;
  }

  override render() {
    const options = this.#offered;
    return this.#isDropDown && !this.control.multiple ? this.#dropDown(options) : this.#list(options);
  }

  get #isDropDown(): boolean {
    return attributeOf(this.box, 'layout').toLowerCase() === 'select';
  }

  get #hotkeys(): Hotkey[] {
    return this.hotkeys.filter(({control}) => control.name === this.control.name);
  }

  get #offered(): readonly Option[] {
    return optionsOf(this.control, this.box);
  }

  get #tree(): ChoiceTree {
    return new ChoiceTree(this.control);
  }

  get #chosen(): ReadonlySet<string> {
    return this.#tree.chosenIn(this.answer);
  }

  #dropDown(options: readonly Option[]) {
    const chosen = this.#chosen;
    const isEmpty = chosen.size === 0;
    return html`<label class="title" for="select">${this.heading()}</label>
      ${this.hint()}
      <div class="body">
        <select
          id="select"
          aria-required=${this.required}
          aria-invalid=${this.invalid}
          aria-describedby=${this.described}
          @change=${this.#onSelect}
        >
          <option value="" .selected=${live(isEmpty)}></option>
          ${options.map((option, i) => {
            if (!option.isChoosable) return nothing;
            const isChosen = chosen.has(option.value);
            return html`<option value=${i} .selected=${live(isChosen)}>${fullLabel(option, options)}</option>`;
          })}
        </select>
      </div>
      ${this.trouble()}`;
  }

  #list(options: readonly Option[]) {
    const {multiple} = this.control;
    return html`<fieldset
      role=${multiple ? 'group' : 'radiogroup'}
      aria-required=${multiple ? nothing : this.required}
      aria-invalid=${multiple ? nothing : this.invalid}
      aria-describedby=${this.described}
      @keydown=${this.#onKey}
      @click=${this.clicks}
    >
      <legend class="title">${this.heading()}</legend>
      ${this.hint()}
      ${this.#isDropDown ? this.#fold(options) : this.#options(options, ['body', 'options', this.#arrangement(options)])}
      ${this.trouble()}
    </fieldset>`;
  }

  /** Several of a list that drops down. What is chosen can be read while it is closed. */
  #fold(options: readonly Option[]) {
    const chosen = topmost(options, this.#chosen).map((option) => fullLabel(option, options));
    return html`<details class="body" @keydown=${this.#onFoldKey} @toggle=${this.#onFoldToggled}>
      <summary>
        <span class="chosen" dir="auto"
          >${chosen.length > 0 ? markedText(chosen.join(', ')) : laterTexts.fields.nothingChosen}</span
        >
        ${
          chosen.length > 1
            ? html`<span class="count"
                >${laterTexts.fields.chosen(chosen.length, (words) => html`<span class="unseen">${words}</span>`)}</span
              >`
            : nothing
        }
      </summary>
      ${this.#options(options, ['options'])}
    </details>`;
  }

  #options(options: readonly Option[], classes: readonly string[]) {
    const chosen = this.#chosen;
    return html`<div class=${classes.join(' ')}>
      ${options.map((option, i) =>
        option.isChoosable
          ? this.#option(option, i, options, chosen)
          : html`<p class="option above" dir="auto" .style=${`--depth: ${depth(option)}`}>
              ${markedText(option.label)}
            </p>`,
      )}
    </div>`;
  }

  #option(option: Option, i: number, options: readonly Option[], chosen: ReadonlySet<string>) {
    const {value, label, hint} = option;
    const key = this.#hotkeys.find(({choice}) => choice === value)?.key.toUpperCase();
    return html`<div class="option" .style=${`--depth: ${depth(option)}`}>
      <label>
        <input
          type=${this.control.multiple ? 'checkbox' : 'radio'}
          name="choice"
          .checked=${live(chosen.has(value))}
          .indeterminate=${live(isPartly(option, options, chosen))}
          aria-label=${option.path.length > 1 ? fullLabel(option, options) : nothing}
          aria-describedby=${hint ? `hint-${i}` : nothing}
          aria-keyshortcuts=${key ?? nothing}
          @click=${() => this.#choose(value)}
        />
        <span class="name" dir="auto">${markedText(label)}</span>
        ${key ? html`<kbd aria-hidden="true">${key}</kbd>` : nothing}
      </label>
      ${hint ? html`<p class="hint" id=${`hint-${i}`} dir="auto">${markedText(hint)}</p>` : nothing}
    </div>`;
  }

  #arrangement(options: readonly Option[]): string {
    if (options.some(({path}) => path.length > 1)) return '';
    if (options.length > ONE_COLUMN_MAX) return 'columns';
    const layout = attributeOf(this.box, 'layout').toLowerCase();
    if (layout) return layout === 'inline' ? 'row' : '';
    return isTrue(this.box, 'showinline') ? 'row' : '';
  }

  #choose(value: string): void {
    this.say(this.#tree.toggled(value, this.answer));
  }

  #onSelect = (event: Event) => {
    const {value} = event.target as HTMLSelectElement;
    const option = value === '' ? undefined : this.control.choices[Number(value)];
    this.say(option === undefined ? undefined : this.#tree.answer([option]));
  };

  /** Esc closes an open list, and nothing else. */
  #onFoldKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !this.folded?.open) return;
    this.folded.open = false;
    this.summary?.focus();
    event.preventDefault();
    event.stopPropagation();
  };

  /** A click elsewhere closes it, and does what it was for: nothing moves before that. */
  #onFoldToggled = () => {
    this.#unfolded?.abort();
    if (!this.folded?.open) return;
    this.#unfolded = new AbortController();
    document.addEventListener('click', this.#onAnyClick, {signal: this.#unfolded.signal});
  };

  #onAnyClick = (event: MouseEvent) => {
    if (this.folded && !event.composedPath().includes(this.folded)) this.folded.open = false;
  };

  #onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const takesBack = (event.key === 'Backspace' || event.key === 'Delete') && !this.control.multiple;
    if (takesBack && this.#chosen.size > 0) this.say(undefined);
    else if (takesBack || event.repeat || !this.pressKey(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'choice-field': ChoiceFieldElement;
  }
}
