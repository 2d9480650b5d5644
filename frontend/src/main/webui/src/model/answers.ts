import type {Answer} from '../shown.js';
import {partsOf} from './answer-parts.js';

/** Whether an answer says something. A text of blanks says nothing. */
export function isAnswer(answer: Answer | undefined): boolean {
  if (!answer) return false;
  const {choices, rating = 1, ranking, buckets, text} = partsOf(answer);
  if (choices) return choices.length > 0;
  if (text) return text.some(isWords);
  if (ranking) return ranking.some((group) => group.length > 0);
  if (buckets) return Object.values(buckets).some((slots) => slots.length > 0);
  return rating > 0;
}

/** An answer without those of its texts that say nothing. */
export function cleaned(answer: Answer): Answer {
  const {text} = partsOf(answer);
  return text ? {text: text.filter(isWords)} : answer;
}

function isWords(text: string): boolean {
  return text.trim() !== '';
}
