/** What an owner sets of a project in the page, and what has been changed of it and is not saved yet. */

import {TITLE_MIN} from './file-names.js';

/** Settings by their names in the API. */
export interface Settings {
  title: string;
  description: string;
  expert_instruction: string;
  allow_tie: boolean;
  allow_both_bad: boolean;
  allow_cannot_judge: boolean;
  ask_strength: boolean;
  maximum_annotations: number;
  sampling: 'Sequential sampling' | 'Uniform sampling' | 'Uncertainty sampling';
  show_skip_button: boolean;
  ask_skip_reason: boolean;
  skip_queue: 'REQUEUE_FOR_OTHERS' | 'REQUEUE_FOR_ME' | 'IGNORE_SKIPPED';
  allow_changes: boolean;
  check_consistency: boolean;
  allow_partial_ranking: boolean;
  labeling_layout: 'automatic' | 'standard' | 'configured';
}

export type Key = keyof Settings;

/** How a setting is asked. */
export type Kind = 'line' | 'lines' | 'flag' | 'whole' | 'menu';

export const KINDS: Record<Key, Kind> = {
  title: 'line',
  description: 'lines',
  expert_instruction: 'lines',
  allow_tie: 'flag',
  allow_both_bad: 'flag',
  allow_cannot_judge: 'flag',
  ask_strength: 'flag',
  maximum_annotations: 'whole',
  sampling: 'menu',
  show_skip_button: 'flag',
  ask_skip_reason: 'flag',
  skip_queue: 'menu',
  allow_changes: 'flag',
  check_consistency: 'flag',
  allow_partial_ranking: 'flag',
  labeling_layout: 'menu',
};

/** The settings under their headings, in the order of the page. */
export const GROUPS = {
  general: ['title', 'description'],
  guidelines: ['expert_instruction'],
  verdicts: ['allow_tie', 'allow_both_bad', 'allow_cannot_judge', 'ask_strength'],
  tasks: ['maximum_annotations', 'sampling', 'labeling_layout'],
  annotators: [
    'show_skip_button',
    'ask_skip_reason',
    'skip_queue',
    'allow_changes',
    'check_consistency',
    'allow_partial_ranking',
  ],
} as const satisfies Record<string, readonly Key[]>;

/** The settings that are about orders. All others that can mean nothing to a configuration are about pairs. */
const OF_ORDERS: readonly Key[] = ['allow_partial_ranking'];

export type Group = keyof typeof GROUPS;

/** How many annotators a task can have at most. */
export const OVERLAP_MAX = 1000;

/** Whether a task can have so many annotators. */
export function isOverlap(number: number): boolean {
  return Number.isInteger(number) && number >= 1 && number <= OVERLAP_MAX;
}

/** Why a value cannot be saved. */
export type Flaw = 'title' | 'overlap';

/** Settings as they are stored, with the changes that a person has made to them. */
export class SettingsDraft {
  #changes: Partial<Settings>;

  /** @param changes what was changed before and is not saved yet */
  constructor(
    private stored: Settings,
    changes: Partial<Settings> = {},
  ) {
    this.#changes = changes;
    this.store(stored);
  }

  /** What differs from what is stored. */
  get changes(): Readonly<Partial<Settings>> {
    return this.#changes;
  }

  get count(): number {
    return Object.keys(this.#changes).length;
  }

  /** The values as the person sees them. */
  get values(): Settings {
    return {...this.stored, ...this.#changes};
  }

  set<K extends Key>(key: K, value: Settings[K]): void {
    this.#changes = {...this.#changes, [key]: value};
    this.store(this.stored);
  }

  discard(): void {
    this.#changes = {};
  }

  /** Takes what is stored now. A change that says the same is none any more. */
  store(stored: Settings): void {
    this.stored = stored;
    const kept = Object.entries(this.#changes).filter(([key, value]) => stored[key as Key] !== value);
    this.#changes = Object.fromEntries(kept);
  }

  /** What is wrong with a value; undefined if nothing is. */
  flawOf(key: Key): Flaw | undefined {
    const {title, maximum_annotations: overlap} = this.values;
    if (key === 'title' && Array.from(title.trim()).length < TITLE_MIN) return 'title';
    return key === 'maximum_annotations' && !isOverlap(overlap) ? 'overlap' : undefined;
  }

  /** The first setting that cannot be saved. */
  get firstFlawed(): Key | undefined {
    return Object.values(GROUPS)
      .flat()
      .find((key) => this.flawOf(key) !== undefined);
  }
}

/** The settings among all that the API says of a project. */
export function settingsOf(project: Settings): Settings {
  const keys = Object.values(GROUPS).flat();
  return Object.fromEntries(keys.map((key) => [key, project[key]])) as unknown as Settings;
}

/** Settings by what they are about, without what none of them is about. */
export function bySubject(keys: readonly Key[]): ['pairs' | 'orders', Key[]][] {
  const orders = keys.filter((key) => OF_ORDERS.includes(key));
  const pairs = keys.filter((key) => !OF_ORDERS.includes(key));
  const all: ['pairs' | 'orders', Key[]][] = [
    ['pairs', pairs],
    ['orders', orders],
  ];
  return all.filter(([, of]) => of.length > 0);
}
