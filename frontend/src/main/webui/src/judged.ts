/** What was judged before or begun, as the API tells the page. */

import type {Judgement, PairVerdict} from './api.js';
import {skipped} from './model/verdicts.js';
import type {Answer, Answers, LayoutView, Shown} from './shown.js';

/** What somebody answered on a task, by the places of the page: the verdict on the first pair, if there is one, and all else. */
export type Given = Partial<{outcome: PairVerdict['outcome']; slot: number; strength: number}> & {answers: Answers};

/** A judgement in the list of a person's own. */
export interface Listed {
  annotation_id: number;
  task_id: number;
  /** The task's number in its project; null where the task is gone. */
  inner_id: number | null;
  /** Counts how often it was submitted, from 1. */
  revision: number;
  /** null for a skip. */
  answers: Given | null;
  /** Why it was skipped; null where nobody said so. */
  skip_reason: string | null;
  /** How the prompt begins. */
  beginning: string;
  created_at: string;
  updated_at: string;
}

/** What a person has judged without a long pause, up to now, as the API tells the page. */
export interface Receipt {
  since: string;
  /** Tasks, those that were skipped included. */
  judged: number;
  skipped: number;
  /** Judgements that were changed after they were made. */
  changed: number;
  /** The dataset rows that they give. */
  rows: number;
  /** SHA-256 of the rows' lines of key and revision. */
  rows_sha256: string;
  /** Whether these are all; false where there are more than the server looked at. */
  whole: boolean;
}

/** On which side the preferred answers stood, and the share of the left from 0 to 1 with its 95 % interval. */
export interface Sides {
  left: number;
  right: number;
  share: number;
  low: number;
  high: number;
}

export interface Summary {
  /** null where nothing was judged. */
  receipt: Receipt | null;
  /** null where no answer was preferred. */
  sides: Sides | null;
}

export interface ListedPage {
  judgements: Listed[];
  /** What to ask for next with `before`; null where these are the last. */
  next: number | null;
}

/** A judgement in a list of several projects. */
export interface Placed {
  project: {id: number; title: string};
  judgement: Listed;
}

export interface PlacedPage {
  judgements: Placed[];
  /** What to ask for next with `before`; null where these are the last. */
  next: number | null;
}

/** Which of a person's judgements are wanted. */
export interface Wanted {
  /** Only those that came before this one. */
  before?: number | undefined;
  limit?: number | undefined;
  /** Only those in which this was shown or answered. */
  search?: string | undefined;
}

/** A judgement with its task. */
export interface Judged {
  judgement: Listed;
  shown: Shown;
  layout: LayoutView | null;
  /** Whether the project takes another answer. */
  may_change: boolean;
}

/** What was given, as the page itself says it. @param given null for a skip, which may have a reason */
export function judgementOf(given: Given | null, skipReason: string | null = null): Judgement {
  if (!given) return {verdict: skipped(skipReason ?? undefined)};
  const {outcome, slot, strength, answers} = given;
  const verdict = {outcome, slot, strength};
  const said = Object.entries(verdict).filter(([, member]) => member !== undefined);
  return {
    ...(outcome ? {verdict: Object.fromEntries(said) as PairVerdict} : {}),
    answers: Object.fromEntries(Object.entries(answers).map(([name, answer]) => [name, asList(answer)])),
  };
}

/** A single text, as other programs may have written it, is a list of one. */
function asList(answer: Answer): Answer {
  if (!('text' in answer)) return answer;
  const text: string | string[] = answer.text;
  return Array.isArray(text) ? answer : {text: [text]};
}
