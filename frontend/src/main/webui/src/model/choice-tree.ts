import type {Answer, ChosenValue, Control} from '../shown.js';
import {partsOf} from './answer-parts.js';

/**
 * The options of a control, some of which may stand below others. Where several may be chosen, an option with others below it is
 * chosen together with all of them, as in Label Studio. Of a single choice, it is a heading.
 */
export class ChoiceTree {
  /** By value, as the control lists them. */
  readonly #paths: ReadonlyMap<string, readonly string[]>;
  readonly #groups: ReadonlySet<string>;

  constructor(private readonly control: Control) {
    const given = new Map(control.options?.map(({value, path}) => [value, path]));
    this.#paths = new Map(control.choices.map((value) => [value, given.get(value) ?? [value]]));
    this.#groups = new Set([...this.#paths.values()].map((path) => spelled(path.slice(0, -1))));
  }

  /** Whether results name each option by its path. */
  get isNested(): boolean {
    return this.control.options?.some(({path}) => path !== undefined) ?? false;
  }

  /** The values from the topmost option down to this one. */
  pathOf(value: string): readonly string[] {
    return this.#paths.get(value) ?? [value];
  }

  /** Whether others stand below it. */
  isGroup(value: string): boolean {
    return this.#groups.has(spelled(this.pathOf(value)));
  }

  isChoosable(value: string): boolean {
    return this.control.multiple || !this.isGroup(value);
  }

  /** Whether some of what stands below it is chosen, and not all. */
  isPartly(value: string, chosen: ReadonlySet<string>): boolean {
    return !chosen.has(value) && this.#leavesOf(value).some((leaf) => chosen.has(leaf));
  }

  /** What an answer has chosen, by the values that the control lists, in their order. */
  chosenIn(answer: Answer | undefined): Set<string> {
    const said = new Set(partsOf(answer).choices?.map((one) => spelled([one].flat())));
    const isSaid = (path: readonly string[]) => path.some((_, depth) => said.has(spelled(path.slice(0, depth + 1))));
    return this.#withGroups(new Set(this.#leaves.filter((leaf) => isSaid(this.pathOf(leaf)))));
  }

  /** What is chosen, without that below which stands below something chosen. */
  topmost(chosen: ReadonlySet<string>): string[] {
    const paths = new Set([...chosen].map((value) => spelled(this.pathOf(value))));
    return [...chosen].filter((value) => {
      const path = this.pathOf(value);
      return !path.some((_, depth) => depth > 0 && paths.has(spelled(path.slice(0, depth))));
    });
  }

  /** The answer once an option is chosen, or let go of if it is chosen. */
  toggled(value: string, answer: Answer | undefined): Answer | undefined {
    const chosen = this.chosenIn(answer);
    if (!this.control.multiple) return this.answer(chosen.has(value) ? [] : [value]);
    const isTaken = chosen.has(value);
    for (const leaf of this.#leavesOf(value)) {
      if (isTaken) chosen.delete(leaf);
      else chosen.add(leaf);
    }
    return this.answer(chosen);
  }

  /** The answer that says that these are chosen; undefined if nothing is. */
  answer(chosen: Iterable<string>): Answer | undefined {
    const leaves = new Set([...chosen].filter((value) => !this.isGroup(value)));
    const choices = [...this.#withGroups(leaves)]
      .filter((value) => this.isChoosable(value))
      .map((value): ChosenValue => (this.isNested ? [...this.pathOf(value)] : value));
    return choices.length > 0 ? {choices} : undefined;
  }

  get #leaves(): string[] {
    return [...this.#paths.keys()].filter((value) => !this.isGroup(value));
  }

  #leavesOf(value: string): string[] {
    const path = this.pathOf(value);
    return this.#leaves.filter((leaf) => spelled(this.pathOf(leaf).slice(0, path.length)) === spelled(path));
  }

  /** In the order in which they are offered. */
  #withGroups(leaves: ReadonlySet<string>): Set<string> {
    const isChosen = (value: string) => this.#leavesOf(value).every((leaf) => leaves.has(leaf));
    return new Set(
      [...this.#paths.keys()].filter((value) => (this.isGroup(value) ? isChosen(value) : leaves.has(value))),
    );
  }
}

function spelled(path: readonly string[]): string {
  return JSON.stringify(path);
}
