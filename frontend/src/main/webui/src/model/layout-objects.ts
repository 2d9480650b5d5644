import type {Compared, Control, LayoutBox, Shown, ShownPart} from '../shown.js';

/** What stands for an object of the configuration. */
export type Standing =
  /** One of the slots that pairs compare: those pairs, and the place in them. */
  | {kind: 'slot'; comparisons: readonly Compared[]; slot: number}
  /** It stands where it is put, in an order or into a bucket. */
  | {kind: 'moved'}
  | {kind: 'part'; part: ShownPart}
  | {kind: 'nothing'};

/** What is to be shown in the place of the object of that name. */
export function standingOf(name: string, shown: Shown): Standing {
  const comparisons = shown.comparisons.filter(({objects}) => objects.includes(name));
  const pairs = comparisons.filter((compared) => !isMoved(controlOf(compared.control, shown)));
  const slot = pairs[0]?.objects.indexOf(name) ?? -1;
  if (slot >= 0) return {kind: 'slot', comparisons: pairs, slot};
  if (comparisons.length > 0) return {kind: 'moved'};
  const part = shown.parts.find((one) => one.name === name);
  return part ? {kind: 'part', part} : {kind: 'nothing'};
}

function isMoved(control: Control | undefined): boolean {
  return control?.asks === 'order' || control?.asks === 'buckets';
}

export function controlOf(name: string, shown: Shown): Control | undefined {
  return shown.controls.find((control) => control.name === name);
}

export function comparedOf(name: string, shown: Shown): Compared | undefined {
  return shown.comparisons.find(({control}) => control === name);
}

/** The first control that asks for a preference: the page has its scale elsewhere. */
export function mainPairOf(shown: Shown): string {
  return shown.controls.find(({asks}) => asks === 'preference')?.name ?? '';
}

/** The style sheets of a layout, in its order. */
export function sheetsOf(box: LayoutBox): string[] {
  const inner = (box.inside ?? []).flatMap(sheetsOf);
  return box.kind === 'sheet' ? [box.text ?? '', ...inner] : inner;
}

/** Whether the author says anything about colours and the like. */
export function isStyled(box: LayoutBox): boolean {
  const {style, selectionstyle} = box.attributes ?? {};
  return box.kind === 'sheet' || Boolean(style) || Boolean(selectionstyle) || (box.inside ?? []).some(isStyled);
}
