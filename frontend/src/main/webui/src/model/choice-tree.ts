import type {Answer, ChosenValue, Control} from '../shown.js';
import {partsOf} from './answer-parts.js';

/**
 * The options of a control, some of which may stand below others. Where several may be chosen, an option with others below it is
 * chosen together with all of them, as in Label Studio. Of a single choice, it is a heading.
 */
export class ChoiceTree {
  /** By value, as the control lists them: the values from the topmost option down to this one. */
  readonly #paths: ReadonlyMap<string, readonly string[]>;
  /** Those that nothing stands below. */
  readonly #leaves: ReadonlySet<string>;

  constructor(private readonly control: Control) {
    const given = new Map(control.options?.map(({value, path}) => [value, path]));
    this.#paths = new Map(control.choices.map((value) => [value, given.get(value) ?? [value]]));
    const values = [...this.#paths.keys()];
    // What stands below an option follows it.
    this.#leaves = new Set(
      values.filter((value, i) => !values.slice(i + 1, i + 2).some((next) => this.#isIn(next, value))),
    );
  }

  /** Whether results name each option by its path. */
  get isNested(): boolean {
    return this.control.options?.some(({path}) => path) ?? false;
  }

  pathOf(value: string): readonly string[] {
    return this.#paths.get(value) ?? [];
  }

  isChoosable(value: string): boolean {
    return this.control.multiple || this.#leaves.has(value);
  }

  /** What an answer has chosen, by the values that the control lists, in their order. */
  chosenIn(answer: Answer | undefined): Set<string> {
    return new Set(this.#chosen((partsOf(answer).choices ?? []).map((one) => [one].flat())));
  }

  /** The answer once an option is chosen, or let go of if it is chosen. */
  toggled(value: string, answer: Answer | undefined): Answer | undefined {
    const chosen = this.chosenIn(answer);
    const others = [...this.#leaves].filter((leaf) => chosen.has(leaf) && !this.#isIn(leaf, value));
    return this.answer([...(this.control.multiple ? others : []), ...(chosen.has(value) ? [] : [value])]);
  }

  /** The answer that says that these are chosen, and all that stands below them; undefined if nothing is. */
  answer(values: readonly string[]): Answer | undefined {
    const choices = this.#chosen(values.map((value) => this.pathOf(value)))
      .filter((value) => this.isChoosable(value))
      .map((value): ChosenValue => (this.isNested ? [...this.pathOf(value)] : value));
    return choices.length > 0 ? {choices} : undefined;
  }

  /** What these paths lead to, all that stands below it, and each option of which all below it is chosen. */
  #chosen(paths: readonly (readonly string[])[]): string[] {
    const others = [...this.#leaves].filter((leaf) => !paths.some((path) => startsWith(this.pathOf(leaf), path)));
    return [...this.#paths.keys()].filter((value) => !others.some((leaf) => this.#isIn(leaf, value)));
  }

  /** Whether an option is another one or stands below it. */
  #isIn(value: string, other: string): boolean {
    return startsWith(this.pathOf(value), this.pathOf(other));
  }
}

/** Whether a path leads to what another one leads to, or to what stands below that. */
export function startsWith(path: readonly string[], other: readonly string[]): boolean {
  return other.every((value, depth) => value === path[depth]);
}

/** Whether a path leads to what stands below what another one leads to. */
export function isBelow(path: readonly string[], other: readonly string[]): boolean {
  return path.length > other.length && startsWith(path, other);
}
