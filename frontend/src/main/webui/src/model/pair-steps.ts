import type {Outcome} from '../api.js';
import type {Answer} from '../shown.js';
import {texts} from '../texts.js';
import {sameAnswer} from './answer-parts.js';
import {degreeOf} from './verdicts.js';
import {capitalized} from './words.js';

/** One answer that a scale for a pair offers. */
export interface Step {
  answer: Answer;
  label: string;
  /** The words on its button. */
  short: string;
  key: string;
}

/** The scale from answer 1 to answer 2, with the tie in its middle. */
export function scaleOf(allows: readonly Outcome[], strength: boolean): Step[] {
  const side = (slot: number) =>
    strength
      ? [1, 2, 3].map((degree) => preference(slot, degree))
      : [{...preference(slot), key: slot === 0 ? '1' : '2'}];
  const prefers = allows.includes('preference');
  return [
    ...(prefers ? side(0).reverse() : []),
    ...(allows.includes('tie') ? [besides('tie', texts.verdicts.tie.label, strength ? '4' : '0')] : []),
    ...(prefers ? side(1) : []),
  ];
}

/** What may be said of a pair besides. */
export function othersOf(allows: readonly Outcome[]): Step[] {
  const others: Step[] = [
    besides('both_bad', texts.verdicts.bothBad.label, 'B'),
    besides('cannot_judge', texts.verdicts.cannotJudge.label, 'C'),
  ];
  return others.filter(({answer}) => 'outcome' in answer && allows.includes(answer.outcome));
}

/** Whether a step is what was answered. */
export function isStep(step: Step, answer: Answer | undefined): boolean {
  return answer !== undefined && sameAnswer(step.answer, answer);
}

function besides(outcome: 'tie' | 'both_bad' | 'cannot_judge', label: string, key: string): Step {
  return {answer: {outcome}, label, short: label, key};
}

function preference(slot: number, strength?: number): Step {
  const degree = degreeOf(strength);
  const label = capitalized(texts.verdicts.prefers(slot + 1, degree));
  if (strength === undefined) return {answer: {outcome: 'preference', slot}, label, short: label, key: ''};
  return {
    answer: {outcome: 'preference', slot, strength},
    label,
    short: capitalized(degree),
    key: String(slot === 0 ? 4 - strength : 4 + strength),
  };
}
