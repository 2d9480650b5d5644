import type {Outcome} from '../api.js';
import type {Answer} from '../shown.js';
import {sameAnswer} from './answer-parts.js';

/** One answer that a scale for a pair offers. */
export interface Step {
  answer: Answer;
  label: string;
  /** The words on its button. */
  short: string;
  key: string;
}

const DEGREES = ['slightly better', 'better', 'much better'];

/** The scale from answer 1 to answer 2, with the tie in its middle. */
export function scaleOf(allows: readonly Outcome[], strength: boolean): Step[] {
  const side = (slot: number) =>
    strength
      ? [1, 2, 3].map((degree) => preference(slot, degree))
      : [{...preference(slot), key: slot === 0 ? '1' : '2'}];
  const prefers = allows.includes('preference');
  return [
    ...(prefers ? side(0).reverse() : []),
    ...(allows.includes('tie')
      ? [{answer: {outcome: 'tie'}, label: 'Tie', short: 'Tie', key: strength ? '4' : '0'} as const]
      : []),
    ...(prefers ? side(1) : []),
  ];
}

/** What may be said of a pair besides. */
export function othersOf(allows: readonly Outcome[]): Step[] {
  const others: Step[] = [
    {answer: {outcome: 'both_bad'}, label: 'Both bad', short: 'Both bad', key: 'B'},
    {answer: {outcome: 'cannot_judge'}, label: 'Can’t judge', short: 'Can’t judge', key: 'C'},
  ];
  return others.filter(({answer}) => 'outcome' in answer && allows.includes(answer.outcome));
}

/** Whether a step is what was answered. */
export function isStep(step: Step, answer: Answer | undefined): boolean {
  return answer !== undefined && sameAnswer(step.answer, answer);
}

function preference(slot: number, strength?: number): Step {
  const name = `Answer ${slot + 1}`;
  if (strength === undefined) {
    return {answer: {outcome: 'preference', slot}, label: `${name} is better`, short: `${name} is better`, key: ''};
  }
  const degree = DEGREES[strength - 1] ?? '';
  return {
    answer: {outcome: 'preference', slot, strength},
    label: `${name} is ${degree}`,
    short: degree.charAt(0).toUpperCase() + degree.slice(1),
    key: String(slot === 0 ? 4 - strength : 4 + strength),
  };
}
