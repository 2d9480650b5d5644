import type {Verdict} from '../api.js';
import {laterTexts} from '../later-texts.js';

/** A prepared comparison of the practice round. */
export interface Lesson {
  prompt: string;
  answers: readonly [string, string];
  /** What to look at, and which key to use. What stands between two accents is a key. */
  hint: string;
}

export const LESSONS = laterTexts.practice.lessons;

/** Which lesson leads to going back, from 0. */
export const UNDO_LESSON = 4;

/** What a verdict means in the dataset. */
export function meaningOf(verdict: Verdict): string {
  const {meaning} = laterTexts.practice;
  switch (verdict.outcome) {
    case 'preference':
      return meaning.preference(verdict.slot + 1);
    case 'tie':
      return meaning.tie;
    case 'both_bad':
      return meaning.bothBad;
    case 'cannot_judge':
      return meaning.cannotJudge;
    case 'skip':
      return meaning.skip;
  }
}
