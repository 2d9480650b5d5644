import type {Answer, ChosenValue, Compared, Control, LayoutBox} from '../shown.js';
import {ChoiceTree} from './choice-tree.js';
import {defaultBucketOf, isTrue, quantityOf} from './control-looks.js';
import {boundsOf, whatIsWrong} from './quantity.js';

/** What a control is answered with before anybody answers it, as its tag or the task's data say; undefined if they say nothing. */
export function initialOf(
  control: Control,
  box: LayoutBox | undefined,
  compared: Compared | undefined,
): Answer | undefined {
  const {asks, multiple, stars} = control;
  if (asks === 'buckets') {
    const home = defaultBucketOf(control, box);
    const slots = compared?.slots.map((_, slot) => slot) ?? [];
    return home === undefined
      ? undefined
      : {buckets: Object.fromEntries(control.choices.map((bucket) => [bucket, bucket === home ? slots : []]))};
  }
  if (asks === 'choice') {
    const tree = new ChoiceTree(control);
    const byData = control.options?.filter(({selected}) => selected).map(({value, path}) => path ?? value) ?? [];
    const chosen = [...tree.chosenIn({choices: [...selectedIn(box, tree.isNested), ...byData]})];
    return tree.answer(chosen.filter((value) => tree.isChoosable(value)).slice(0, multiple ? undefined : 1));
  }
  if (asks === 'words') {
    const text = box?.attributes?.['value'] ?? '';
    // A text with a dollar sign stands for a text of the task, which is not given here.
    return text.trim() === '' || text.includes('$') ? undefined : {text: [text]};
  }
  if (asks === 'quantity') {
    const quantity = quantityOf(box, 'defaultvalue');
    return quantity === undefined || whatIsWrong(quantity, boundsOf(box)) ? undefined : {number: quantity};
  }
  const given = Number.parseFloat(box?.attributes?.['defaultvalue'] ?? '');
  return asks === 'stars' && Number.isInteger(given) && given >= 1 && given <= stars ? {rating: given} : undefined;
}

/** The options of a box that its tags select. */
function selectedIn(box: LayoutBox | undefined, nested: boolean, above: readonly string[] = []): ChosenValue[] {
  return (box?.inside ?? []).flatMap((one) => {
    const path = one.kind === 'option' ? [...above, one.name ?? ''] : above;
    const own = one.kind === 'option' && isTrue(one, 'selected') ? [nested ? [...path] : (one.name ?? '')] : [];
    return [...own, ...selectedIn(one, nested, path)];
  });
}
