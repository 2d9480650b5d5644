import type {Control, LayoutBox} from '../shown.js';
import {ChoiceTree} from './choice-tree.js';

/** One value that a control offers, with what people read. */
export interface Option {
  value: string;
  label: string;
  /** Empty if there is none. */
  hint: string;
  /** As it is written; empty if there is none. */
  hotkey: string;
  /** The values from the topmost option down to this one. */
  path: readonly string[];
  /** Whether it can be chosen itself. */
  isChoosable: boolean;
}

/** What a tag says by an attribute; empty if it does not say it. */
export function attributeOf(box: LayoutBox | undefined, name: string): string {
  const attributes = box?.attributes ?? {};
  return Object.hasOwn(attributes, name) ? (attributes[name] ?? '') : '';
}

/** Whether a tag says `true` by an attribute, in capitals or not. */
export function isTrue(box: LayoutBox | undefined, name: string): boolean {
  return attributeOf(box, name).toLowerCase() === 'true';
}

/** A number from an attribute; undefined if it is none. */
export function quantityOf(box: LayoutBox | undefined, name: string): number | undefined {
  const text = attributeOf(box, name).trim();
  const quantity = Number(text);
  return text !== '' && Number.isFinite(quantity) ? quantity : undefined;
}

/** What the tag of a question calls it; empty if it does not. */
export function givenTitleOf(box: LayoutBox | undefined): string {
  return attributeOf(box, 'title') || attributeOf(box, 'label');
}

/** What the question is called: as its tag says, or else its name as people would write it. */
export function titleOf(control: Control, box: LayoutBox | undefined): string {
  const title = givenTitleOf(box);
  if (title) return title;
  const name = control.name.replaceAll('_', ' ').trim();
  return name.charAt(0).toUpperCase() + name.slice(1);
}

export function isRequired(control: Control, box: LayoutBox | undefined): boolean {
  return control.required || isTrue(box, 'required');
}

/** What may be chosen, in the order of the control, with the words of the tags that stand in its own, or else of the task. */
export function optionsOf(control: Control, box: LayoutBox | undefined): Option[] {
  const named = new Map<string, LayoutBox>();
  collect(box?.inside ?? [], named);
  const givenTo = new Map(control.options?.map((given) => [given.value, given]));
  const tree = new ChoiceTree(control);
  return control.choices.map((value) => {
    const option = named.get(value);
    const given = givenTo.get(value);
    const path = tree.pathOf(value);
    return {
      value,
      label: option?.text ?? given?.label ?? path.at(-1) ?? value,
      hint: attributeOf(option, 'hint') || (given?.hint ?? ''),
      hotkey: attributeOf(option, 'hotkey') || (given?.hotkey ?? ''),
      path,
      isChoosable: tree.isChoosable(value),
    };
  });
}

/** The bucket in which everything is until it is moved; undefined if the tags name none. */
export function defaultBucketOf({choices}: Control, box: LayoutBox | undefined): string | undefined {
  const named = new Map<string, LayoutBox>();
  collect(box?.inside ?? [], named);
  return choices.find((bucket) => isTrue(named.get(bucket), 'default'));
}

function collect(boxes: readonly LayoutBox[], named: Map<string, LayoutBox>): void {
  for (const box of boxes) {
    if (box.kind === 'option' && box.name !== undefined && !named.has(box.name)) named.set(box.name, box);
    collect(box.inside ?? [], named);
  }
}
