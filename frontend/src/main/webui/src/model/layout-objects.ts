import type {Compared, Control, LayoutBox, Repetition, Shown, ShownPart} from '../shown.js';

/** What stands for an object of the configuration. */
export type Standing =
  /** One of the slots that pairs compare: those pairs, and the place in them. */
  | {kind: 'slot'; comparisons: readonly Compared[]; slot: number}
  /** It stands where it is put in an order. */
  | {kind: 'ordered'}
  | {kind: 'part'; part: ShownPart}
  | {kind: 'nothing'};

/** What is to be shown in the place of the object of that name. */
export function standingOf(name: string, shown: Shown): Standing {
  const comparisons = shown.comparisons.filter(({objects}) => objects.includes(name));
  const pairs = comparisons.filter((compared) => controlOf(compared.control, shown)?.asks !== 'order');
  const slot = pairs[0]?.objects.indexOf(name) ?? -1;
  if (slot >= 0) return {kind: 'slot', comparisons: pairs, slot};
  if (comparisons.length > 0) return {kind: 'ordered'};
  const part = shown.parts.find((one) => one.name === name);
  return part ? {kind: 'part', part} : {kind: 'nothing'};
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

/** The layout with each repetition written out, as often as the task's list says. */
export function expanded(root: LayoutBox, shown: Shown): LayoutBox {
  return expand(root, [], shown);
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

function expand(box: LayoutBox, within: readonly Repetition[], shown: Shown): LayoutBox {
  const inside = box.inside ?? [];
  if (box.kind !== 'repeat') return {...box, inside: inside.map((one) => expand(one, within, shown))};
  const repeater = box.repeater ?? 0;
  const copies = indexes(repeater, within, shown).map((index): LayoutBox => {
    const here = [...within, {repeater, index}];
    const filled = inside.map((one) => fill(one, box.flag ?? '', String(index)));
    return {kind: 'unknown', inside: filled.map((one) => expand(one, here, shown))};
  });
  return {...box, inside: copies};
}

/** The items for which something of the task is repeated there. */
function indexes(repeater: number, within: readonly Repetition[], shown: Shown): number[] {
  const found = new Set<number>();
  for (const {repeats} of [...shown.controls, ...shown.parts]) {
    const around = repeats.slice(0, within.length);
    const next = repeats[within.length];
    const here = isSamePlace(around, within);
    if (here && next?.repeater === repeater) found.add(next.index);
  }
  return [...found].sort((a, b) => a - b);
}

function isSamePlace(one: readonly Repetition[], other: readonly Repetition[]): boolean {
  return (
    one.length === other.length &&
    other.every(({repeater, index}, i) => one[i]?.repeater === repeater && one[i].index === index)
  );
}

/** The box with the index in all its texts. */
function fill(box: LayoutBox, flag: string, index: string): LayoutBox {
  if (flag === '') return box;
  const put = (text: string) => text.replaceAll(flag, index);
  const filled: LayoutBox = {...box};
  if (box.name !== undefined) filled.name = put(box.name);
  if (box.text !== undefined) filled.text = put(box.text);
  if (box.flag !== undefined && box.flag !== flag) filled.flag = put(box.flag);
  if (box.attributes) {
    filled.attributes = Object.fromEntries(Object.entries(box.attributes).map(([name, text]) => [name, put(text)]));
  }
  if (box.inside) filled.inside = box.inside.map((one) => fill(one, flag, index));
  return filled;
}
