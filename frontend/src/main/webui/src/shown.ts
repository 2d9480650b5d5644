/** What a task shows and asks, as the API tells the page. The API decides what tags mean; the page knows none of them. */

import type {Content, Outcome, Part} from './api.js';

/** A place in a list that the configuration repeats for: which Repeater of it, from 0, and which item, from 0. */
export interface Repetition {
  repeater: number;
  index: number;
}

/** What a control asks for; `other` cannot be asked on this page. */
export type Asks = 'preference' | 'order' | 'buckets' | 'choice' | 'stars' | 'words' | 'quantity' | 'other';

/** A question of the configuration, as it is for this task. */
export interface Control {
  name: string;
  asks: Asks;
  /** Names of the objects that it is about. */
  about: string[];
  /** The values that may be chosen, or the buckets to sort into, as results say them; or keys of options that have a path. */
  choices: string[];
  /** Whether several of the choices may be taken. */
  multiple: boolean;
  /** The most stars; 0 for other questions. */
  stars: number;
  /** Whether no answer counts without an answer to this. What has a condition is not required here. */
  required: boolean;
  /** The repetitions around it, the outermost first. */
  repeats: Repetition[];
  /** What is said of choices beside their values: by a task that brings them, or where options stand below others. */
  options?: GivenOption[];
}

/** What is said of a choice. What is not said is absent; people read the value then. */
export interface GivenOption {
  value: string;
  label?: string;
  hint?: string;
  hotkey?: string;
  /** Where options may stand below others: the values from the topmost one down to this one, as results say it. */
  path?: string[];
  /** Whether the task's data choose it before anybody does. */
  selected?: boolean;
}

/** What a result says of an option that was chosen: its value, or the path to it. */
export type ChosenValue = string | string[];

/** Something shown beside what is compared. */
export type ShownPart = Part & {repeats: Repetition[]};

/** What one control compares. */
export interface Compared {
  control: string;
  /** Names of the objects in whose places the slots stand, in the order of the configuration; of a list to be ordered its one name. */
  objects: string[];
  /** What stands in the places of the page, from left to right or from top to bottom. */
  slots: Content[];
}

export interface Shown {
  parts: ShownPart[];
  /** One per control that compares, in the order of the configuration. */
  comparisons: Compared[];
  /** All that is asked, in the order of the configuration. */
  controls: Control[];
  /** The verdicts on a pair that the project takes, and `skip` where it may be skipped. Without any but `skip`, judging is blocked. */
  allows: Outcome[];
  /** Names of the controls that must be answered and cannot be asked on this page: they block judging. */
  demanded: string[];
  /** Whether a preference says how much better, from 1 to 3. */
  strength: boolean;
  /** Whether whoever skips is asked why. */
  ask_skip_reason: boolean;
  /** Whether the page asks a pair again after a while, for the annotator alone. It does not if this is absent. */
  check_consistency?: boolean;
  /** Whether an order must have all that is compared. It need not if this is absent. */
  whole_rankings?: boolean;
  /** Whether an answer without any content may be saved. */
  may_be_empty: boolean;
  /** Whether the configuration's layout is that of this task. If not, there is none for it. */
  follows_layout: boolean;
}

/** What a tag of the configuration does on the page. */
export type BoxKind =
  /** Arranges what stands in it. */
  | 'group'
  /** Holds folds, one or several of which may be open. */
  | 'folds'
  /** Hides what stands in it until it is opened. Its title is its `text`. */
  | 'fold'
  /** A style sheet for the layout, in `text`. */
  | 'sheet'
  /** Repeats what stands in it for each item of a list. */
  | 'repeat'
  /** Shows a part, or what is compared, by its `name`. */
  | 'heading'
  | 'markup'
  | 'plain'
  | 'html'
  | 'dialogue'
  | 'items'
  /** The same, whose text is the address of an image. */
  | 'image'
  | 'medium'
  /** Asks a control, by its `name`. What stands in it are its options, perhaps within groups. */
  | 'control'
  /** One value that a control offers: its `name` is what results say, its `text` what people read. */
  | 'option'
  /** What nobody here knows. What stands in it is shown. */
  | 'unknown';

/** One tag of the configuration. */
export interface LayoutBox {
  kind: BoxKind;
  name?: string;
  text?: string;
  /** What the tag says about its looks and its question, by the names of attributes in lower case, such as `placeholder`. */
  attributes?: Record<string, string>;
  /** Of a `repeat`: which Repeater it is, and the text that stands for the index in names, such as `{{idx}}`. */
  repeater?: number;
  flag?: string;
  inside?: LayoutBox[];
}

/** How the project asks. It comes with leases, once for all of them. */
export interface LayoutView {
  /** Whether the page arranges the task as the configuration says, and not in its own way. */
  as_configured: boolean;
  root: LayoutBox;
}

/** What a control is answered with, as the API takes it. Slots are places on the page. */
export type Answer =
  | {outcome: 'preference'; slot: number; strength?: number}
  | {outcome: 'tie' | 'both_bad' | 'cannot_judge'}
  /** Best first; slots in one group are tied; what is left out is not ranked. */
  | {ranking: number[][]}
  /** By bucket, the slots in it in their order; what is left out is not sorted. */
  | {buckets: Record<string, number[]>}
  | {choices: ChosenValue[]}
  | {rating: number}
  | {text: string[]}
  | {number: number};

/** Answers by control's name. */
export type Answers = Readonly<Record<string, Answer>>;
