import {LitElement, html} from 'lit';
import {customElement, property, query} from 'lit/decorators.js';

import type {Outcome} from '../api.js';
import {laterTexts} from '../later-texts.js';
import {titleOf} from '../model/control-looks.js';
import type {Hotkey} from '../model/hotkeys.js';
import type {Answer, Compared, Control, LayoutBox} from '../shown.js';
import {fields} from '../styles/fields.js';
import {shared} from '../styles/shared.js';
import './bucket-field.js';
import {ChoiceFieldElement} from './choice-field.js';
import {FieldElement} from './field-element.js';
import './order-field.js';
import './pair-field.js';
import './quantity-field.js';
import './stars-field.js';
import './words-field.js';

/**
 * Asks one control, whatever it asks for. It keeps no answer: what it is answered with comes back as `answer`.
 *
 * @fires answer-changed
 */
@customElement('control-field')
export class ControlFieldElement extends LitElement {
  static override styles = [shared, fields];

  @property({attribute: false}) control!: Control;
  /** The control's tag in the layout, with its attributes and options. */
  @property({attribute: false}) box: LayoutBox | undefined;
  /** What a control compares, if it does. */
  @property({attribute: false}) compared: Compared | undefined;
  @property({attribute: false}) answer: Answer | undefined;
  /** Words that say what is missing; empty if nothing is. */
  @property({attribute: false}) problem = '';
  /** The keys of options, of this control and of others. */
  @property({attribute: false}) hotkeys: readonly Hotkey[] = [];
  /** Whether the keys of verdicts are for this pair. */
  @property({attribute: false}) active = false;
  @property({attribute: false}) allows: readonly Outcome[] = [];
  @property({attribute: false}) strength = false;
  /** Whether texts are shown word for word, and not as Markdown. */
  @property({attribute: false}) raw = false;

  @query('.field') private readonly field!: Element | null;

  protected override async getUpdateComplete(): Promise<boolean> {
    const complete = await super.getUpdateComplete();
    if (this.field instanceof FieldElement) await this.field.updateComplete;
    return complete;
  }

  /** Puts the focus where the answer is given. */
  focusField(): void {
    if (this.field instanceof FieldElement) this.field.focusField();
  }

  /** Chooses what has that key in the configuration; false if nothing has. */
  pressKey(key: string): boolean {
    return this.field instanceof ChoiceFieldElement && this.field.pressKey(key);
  }

  override render() {
    const {control, box, answer, problem} = this;
    switch (control.asks) {
      case 'choice':
        return html`<choice-field
          class="field"
          .control=${control}
          .box=${box}
          .answer=${answer}
          .problem=${problem}
          .hotkeys=${this.hotkeys}
        ></choice-field>`;
      case 'stars':
        return html`<stars-field
          class="field"
          .control=${control}
          .box=${box}
          .answer=${answer}
          .problem=${problem}
        ></stars-field>`;
      case 'words':
        return html`<words-field
          class="field"
          .control=${control}
          .box=${box}
          .answer=${answer}
          .problem=${problem}
        ></words-field>`;
      case 'quantity':
        return html`<quantity-field
          class="field"
          .control=${control}
          .box=${box}
          .answer=${answer}
          .problem=${problem}
        ></quantity-field>`;
      case 'order':
        return html`<order-field
          class="field"
          .control=${control}
          .box=${box}
          .answer=${answer}
          .problem=${problem}
          .compared=${this.compared}
          .raw=${this.raw}
        ></order-field>`;
      case 'buckets':
        return html`<bucket-field
          class="field"
          .control=${control}
          .box=${box}
          .answer=${answer}
          .problem=${problem}
          .compared=${this.compared}
          .raw=${this.raw}
        ></bucket-field>`;
      case 'preference':
        return html`<pair-field
          class="field"
          .control=${control}
          .box=${box}
          .answer=${answer}
          .problem=${problem}
          .active=${this.active}
          .allows=${this.allows}
          .strength=${this.strength}
        ></pair-field>`;
      case 'other':
        return html`<p class="hint">${laterTexts.fields.cannotAsk(titleOf(control, box))}</p>`;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'control-field': ControlFieldElement;
  }
}
