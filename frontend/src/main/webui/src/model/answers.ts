import type {Answer} from '../shown.js';

/** What an answer may have, one or another. */
interface AnswerParts {
  choices?: string[];
  rating?: number;
  ranking?: number[][];
  text?: string[];
}

/** An answer as what it may have, so that it can be asked for without the name of what it is. */
export function partsOf(answer: Answer | undefined): AnswerParts {
  return (answer ?? {}) as AnswerParts;
}

/** Whether an answer says something. A text of blanks says nothing. */
export function isAnswer(answer: Answer | undefined): boolean {
  if (!answer) return false;
  const {choices, rating = 1, ranking, text} = partsOf(answer);
  if (choices) return choices.length > 0;
  if (text) return text.some(isWords);
  if (ranking) return ranking.some((group) => group.length > 0);
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
