import '../src/elements/control-field.js';
import type {ControlFieldElement} from '../src/elements/control-field.js';
import type {FieldElement} from '../src/elements/field-element.js';
import type {Answer, Control, LayoutBox} from '../src/shown.js';
import {eventually} from './fakes.js';

/** A field in a page that takes each answer and gives it back. */
export class AskedField {
  readonly asked: ControlFieldElement = document.createElement('control-field');
  readonly said: (Answer | undefined)[] = [];
  /** Why what was given was no answer, each time. */
  readonly wrong: string[] = [];

  constructor(control: Partial<Control> & Pick<Control, 'asks'>) {
    this.asked.control = {
      name: 'the_question',
      about: ['answer'],
      choices: [],
      multiple: false,
      stars: 0,
      required: false,
      repeats: [],
      ...control,
    };
    this.asked.addEventListener('answer-changed', (event) => {
      this.said.push(event.answer);
      this.wrong.push(event.wrong);
      this.asked.answer = event.answer;
    });
  }

  async show(attributes: Record<string, string> = {}, inside: LayoutBox[] = []): Promise<this> {
    this.asked.box = {kind: 'control', name: this.asked.control.name, attributes, inside};
    document.body.append(this.asked);
    await this.settle();
    return this;
  }

  async settle(): Promise<void> {
    await eventually(async () => {
      await this.asked.updateComplete;
      await this.field.updateComplete;
      if (this.asked.isUpdatePending || this.field.isUpdatePending) throw new Error('still updating');
    });
  }

  get field(): FieldElement {
    const field = this.asked.shadowRoot?.querySelector<FieldElement>('.field');
    if (!field) throw new Error('no field');
    return field;
  }

  get last(): Answer | undefined {
    return this.said.at(-1);
  }

  all<E extends Element = HTMLElement>(selector: string): E[] {
    return [...(this.field.shadowRoot?.querySelectorAll<E>(selector) ?? [])];
  }

  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- As `querySelector` has it.
  part<E extends Element = HTMLElement>(selector: string, at = 0): E {
    const found = this.all<E>(selector)[at];
    if (!found) throw new Error(`no ${selector} ${at}`);
    return found;
  }

  texts(selector: string): string[] {
    return this.all(selector).map((element) => element.textContent.replace(/\s+/g, ' ').trim());
  }

  async click(selector: string, at = 0): Promise<void> {
    this.part(selector, at).click();
    await this.settle();
  }

  /** Clicks as a pointer does, after which the browser has put the focus there. */
  async point(selector: string, at = 0): Promise<void> {
    const target = this.part(selector, at);
    if (target instanceof HTMLInputElement) target.focus();
    target.dispatchEvent(new MouseEvent('click', {detail: 1, bubbles: true, composed: true, cancelable: true}));
    await this.settle();
  }

  async press(
    key: string,
    target: Element = this.part('fieldset'),
    more: KeyboardEventInit = {},
  ): Promise<KeyboardEvent> {
    const event = new KeyboardEvent('keydown', {key, bubbles: true, composed: true, cancelable: true, ...more});
    target.dispatchEvent(event);
    await this.settle();
    return event;
  }

  async type(text: string, selector: string, at = 0): Promise<void> {
    const input = this.part<HTMLInputElement>(selector, at);
    input.value = text;
    input.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
    await this.settle();
  }
}

export function option(name: string, text = name, attributes: Record<string, string> = {}): LayoutBox {
  return {kind: 'option', name, text, attributes};
}
