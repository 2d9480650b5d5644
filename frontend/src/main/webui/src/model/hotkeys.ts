import type {Answer, Control, LayoutBox} from '../shown.js';
import {ChoiceTree} from './choice-tree.js';
import {optionsOf, titleOf} from './control-looks.js';
import {type OwnKeys, isTakenKey} from './keys.js';

/** A key that the configuration gives to a value, in lower case. */
export interface Hotkey {
  key: string;
  control: Control;
  /** What the question is called. */
  title: string;
  /** The value, as results say it, and as people read it. */
  choice: string;
  label: string;
}

/** The keys of the options of some controls. A key that the page has for itself is none, and a key stands for one option only. */
export function hotkeysOf(asked: readonly {control: Control; box: LayoutBox | undefined}[], own: OwnKeys): Hotkey[] {
  const taken = new Set<string>();
  return asked.flatMap(({control, box}) => {
    if (control.asks !== 'choice') return [];
    return optionsOf(control, box).flatMap(({value, label, hotkey, isChoosable}) => {
      const key = hotkey.toLowerCase();
      if (!isChoosable || key.trim().length !== 1 || taken.has(key) || isTakenKey(key, own)) return [];
      taken.add(key);
      return [{key, control, title: titleOf(control, box), choice: value, label}];
    });
  });
}

/** What a control's answer becomes when the key is pressed. Where several may be taken, the key of one that is taken lets go of it. */
export function answerByHotkey({control, choice}: Hotkey, answer: Answer | undefined): Answer | undefined {
  const tree = new ChoiceTree(control);
  return control.multiple ? tree.toggled(choice, answer) : tree.answer([choice]);
}
