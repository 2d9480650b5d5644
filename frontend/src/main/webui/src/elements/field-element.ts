import {LitElement, html, nothing} from 'lit';
import {property} from 'lit/decorators.js';

import {laterTexts} from '../later-texts.js';
import {attributeOf, isRequired, titleOf} from '../model/control-looks.js';
import type {Answer, Control, LayoutBox} from '../shown.js';
import {AnswerEvent} from './answer-event.js';
import {markedText} from './marked-text.js';

/**
 * What all fields have: the question with its title, and words about it and about what is missing. These stand in the shadow
 * root of the field, because nothing can be tied to an element of another.
 *
 * @fires answer-changed
 */
export abstract class FieldElement extends LitElement {
  @property({attribute: false}) control!: Control;
  /** The control's tag in the layout. */
  @property({attribute: false}) box: LayoutBox | undefined;
  @property({attribute: false}) answer: Answer | undefined;
  /** Words that say what is missing; empty if nothing is. */
  @property({attribute: false}) problem = '';

  #pressedLabel = false;

  /** Puts the focus where the answer is given. */
  abstract focusField(): void;

  /**
   * Says that the annotator answered, or took the answer back. What is shown then is what comes back as `answer`.
   *
   * @param wrong why what was given is no answer
   */
  protected say(answer: Answer | undefined, wrong = ''): void {
    this.dispatchEvent(new AnswerEvent(this.control.name, answer, wrong));
    // What the browser shows by itself is not kept, if the answer is not.
    this.requestUpdate();
  }

  /**
   * Takes the focus from an input that a pointer clicked, because whoever uses one has no use for keys in the field: the keys
   * of verdicts would change the answer instead. The click that a browser passes on from a label may look like one by keyboard.
   */
  readonly #letGo = ({target, detail}: MouseEvent) => {
    if (target instanceof HTMLInputElement) {
      if (detail > 0 || this.#pressedLabel) target.blur();
      this.#pressedLabel = false;
    } else {
      this.#pressedLabel = detail > 0 && target instanceof Element && target.closest('label') !== null;
    }
  };

  /** Listens to clicks in the field. Labels pass theirs on, so it has to hear of them first. */
  protected readonly clicks = {handleEvent: this.#letGo, capture: true};

  protected get required(): boolean {
    return isRequired(this.control, this.box);
  }

  /** What is wrong with the answer itself. It is more to the point than that something is missing. */
  protected whatIsWrong(): string {
    return '';
  }

  protected heading() {
    return html`<span dir="auto">${markedText(titleOf(this.control, this.box))}</span>${
        this.required
          ? html`<span class="must"
              ><span aria-hidden="true">*</span><span class="unseen">${laterTexts.fields.required}</span></span
            >`
          : nothing
      }`;
  }

  /** The words about the question. */
  protected hint() {
    const hint = attributeOf(this.box, 'hint');
    return hint ? html`<p class="hint" id="hint" dir="auto">${markedText(hint)}</p>` : nothing;
  }

  protected trouble() {
    const words = this.#words;
    return words ? html`<p class="problem" id="problem">${words}</p>` : nothing;
  }

  /** The ids for `aria-describedby`. */
  protected get described() {
    const ids = [...(attributeOf(this.box, 'hint') ? ['hint'] : []), ...(this.#words ? ['problem'] : [])];
    return ids.length > 0 ? ids.join(' ') : nothing;
  }

  protected get invalid(): 'true' | 'false' {
    return this.#words ? 'true' : 'false';
  }

  get #words(): string {
    return this.whatIsWrong() || this.problem;
  }
}
