import type {LayoutBox, Repetition, Shown} from '../shown.js';

/** Where a control or an object stands in the layout. */
export interface Place {
  box: LayoutBox;
  /** The box directly before it in the same box. */
  before: LayoutBox | undefined;
  /** The boxes that it stands in, the outermost first. */
  around: LayoutBox[];
}

/**
 * Writes out what a layout repeats, as often as a task has items. A box that repeats keeps its kind, and has a box for each
 * item in it, in whose names, texts and attributes the index stands. That box shows nothing itself, so that it does not come between
 * the author's boxes.
 */
export function expanded(root: LayoutBox, shown: Pick<Shown, 'controls' | 'parts'>): LayoutBox {
  const paths = [...shown.controls, ...shown.parts].map(({repeats}) => repeats);
  return expand(root, [], paths, (text) => text);
}

/** Where each control and object stands, by its name. What the layout repeats must have been written out. */
export function placesOf(root: LayoutBox): Map<string, Place> {
  const places = new Map<string, Place>();
  note(root, [], places);
  return places;
}

/** The names of what is shown as an image. What the layout repeats must have been written out. */
export function imagesOf(box: LayoutBox): string[] {
  const own = box.kind === 'image' && box.name !== undefined ? [box.name] : [];
  return [...own, ...(box.inside ?? []).flatMap(imagesOf)];
}

function expand(
  box: LayoutBox,
  path: readonly Repetition[],
  paths: readonly Repetition[][],
  fill: (text: string) => string,
): LayoutBox {
  const {inside, ...rest} = box;
  const filled: LayoutBox = {...rest};
  if (box.name !== undefined) filled.name = fill(box.name);
  if (box.text !== undefined && box.kind !== 'sheet') filled.text = fill(box.text);
  if (box.attributes) {
    filled.attributes = Object.fromEntries(Object.entries(box.attributes).map(([name, value]) => [name, fill(value)]));
  }
  const {repeater, flag} = box;
  if (box.kind !== 'repeat' || repeater === undefined) {
    if (inside) filled.inside = inside.map((one) => expand(one, path, paths, fill));
    return filled;
  }
  filled.inside = itemsOf(repeater, path, paths).map((index) => ({
    kind: 'unknown',
    inside: (inside ?? []).map((one) =>
      expand(one, [...path, {repeater, index}], paths, (text) => fill(flag ? text.replaceAll(flag, `${index}`) : text)),
    ),
  }));
  return filled;
}

/** The items that a box repeats for within one item of each box around it. */
function itemsOf(repeater: number, path: readonly Repetition[], paths: readonly Repetition[][]): number[] {
  const within = paths.filter((one) => path.every((step, i) => isSame(step, one[i])));
  const steps = within.map((one) => one[path.length]).filter((step) => step !== undefined);
  const items = steps.filter((step) => step.repeater === repeater).map(({index}) => index);
  return [...new Set(items)].sort((a, b) => a - b);
}

function isSame(one: Repetition, other: Repetition | undefined): boolean {
  return one.repeater === other?.repeater && one.index === other.index;
}

function note(box: LayoutBox, around: LayoutBox[], places: Map<string, Place>, before?: LayoutBox): void {
  const {kind, name, inside = []} = box;
  // What an option is called is no name in a configuration.
  if (kind !== 'option' && name !== undefined && !places.has(name)) places.set(name, {box, around, before});
  inside.forEach((one, i) => note(one, [...around, box], places, inside[i - 1]));
}
