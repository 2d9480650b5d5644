import {isBelow} from './choice-tree.js';
import type {Option} from './control-looks.js';

/** How many options it stands below. */
export function depth({path}: Option): number {
  return path.length - 1;
}

/** The label with those of the options that it stands below: "Sciences › Law". */
export function fullLabel(option: Option, options: readonly Option[]): string {
  const above = options.filter((other) => isBelow(option.path, other.path));
  return [...above, option].map(({label}) => label).join(' › ');
}

/** Whether some of what stands below an option is chosen, and not all. */
export function isPartly(option: Option, options: readonly Option[], chosen: ReadonlySet<string>): boolean {
  return (
    !chosen.has(option.value) && options.some((other) => chosen.has(other.value) && isBelow(other.path, option.path))
  );
}

/** The chosen options, without those that stand below a chosen one. */
export function topmost(options: readonly Option[], chosen: ReadonlySet<string>): Option[] {
  const taken = options.filter(({value}) => chosen.has(value));
  return taken.filter((option) => !taken.some((other) => isBelow(option.path, other.path)));
}
