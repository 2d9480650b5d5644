import type {Answers, ChosenValue, Control, LayoutBox} from '../shown.js';
import {partsOf} from './answer-parts.js';
import {startsWith} from './choice-tree.js';
import {optionsOf} from './control-looks.js';
import type {Place} from './layout.js';

/** What conditions are about. */
export interface Asked {
  controls: readonly Control[];
  /** Where the controls stand in the layout, by name. A control without a place has no condition. */
  places: ReadonlyMap<string, Place>;
}

/**
 * Whether a control is visible, given what is answered so far: whether the conditions of its box and of all boxes around it
 * hold. What was chosen in a control that is not visible itself counts as not chosen.
 */
export function isVisible(name: string, asked: Asked, answers: Answers): boolean {
  return new Visibility(asked, answers).of(name);
}

/** Whether a box is visible, given those that it stands in: whether the conditions of all of them hold. */
export function isBoxVisible(path: readonly LayoutBox[], asked: Asked, answers: Answers): boolean {
  return new Visibility(asked, answers).ofAll(path);
}

class Visibility {
  /** The controls that are looked at just now, because conditions may refer to each other in a circle. */
  readonly #open = new Set<string>();

  constructor(
    private readonly asked: Asked,
    private readonly answers: Answers,
  ) {}

  of(name: string): boolean {
    const place = this.asked.places.get(name);
    if (!place || this.#open.has(name)) return true;
    this.#open.add(name);
    const visible = this.ofAll([...place.around, place.box]);
    this.#open.delete(name);
    return visible;
  }

  ofAll(boxes: readonly LayoutBox[]): boolean {
    return boxes.every((box) => this.#holds(box));
  }

  /** Nothing on this page has regions, so none is ever selected, and what is asked about each is never asked. */
  #holds({attributes = {}}: LayoutBox): boolean {
    if (attributes['perregion']?.toLowerCase() === 'true') return false;
    switch (attributes['visiblewhen']) {
      case 'choice-selected':
        return this.#isChosen(attributes);
      case 'choice-unselected':
        return !this.#isChosen(attributes);
      case 'region-selected':
        return false;
      default:
        return true;
    }
  }

  #isChosen({whentagname, whenchoicevalue}: Record<string, string>): boolean {
    const names = whentagname ? listed(whentagname) : this.#choiceNames();
    const wanted = whenchoicevalue ? [whenchoicevalue, ...listed(whenchoicevalue)] : undefined;
    return names.some((name) => {
      const {choices = []} = partsOf(this.answers[name]);
      return choices.some((value) => wanted?.some((word) => this.#means(name, word, value)) ?? true) && this.of(name);
    });
  }

  /**
   * Whether a word of a condition means what was chosen: as the value itself, or as what its option says where it has an alias. Of
   * a path it means the last one.
   */
  #means(name: string, word: string, chosen: ChosenValue): boolean {
    const path = [chosen].flat();
    if (word === path.at(-1)) return true;
    const control = this.asked.controls.find((control) => control.name === name);
    const options = control ? optionsOf(control, this.asked.places.get(name)?.box) : [];
    return options.some(
      (option) => option.label === word && option.path.length === path.length && startsWith(option.path, path),
    );
  }

  #choiceNames(): string[] {
    return this.asked.controls.filter(({asks}) => asks === 'choice').map(({name}) => name);
  }
}

function listed(text: string): string[] {
  return text.split(',').map((one) => one.trim());
}
