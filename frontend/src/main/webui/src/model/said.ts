import type {Judgement} from '../api.js';
import type {Answer} from '../shown.js';
import {texts} from '../texts.js';
import {partsOf} from './answer-parts.js';
import {isAnswer} from './answers.js';
import {isBelow} from './choice-tree.js';
import {spokenNumber} from './numbers.js';
import {spoken} from './verdicts.js';
import {capitalized} from './words.js';

/** One answer in words: of whom it is, unless it is the verdict on the first pair or the reason of a skip, and what it says. */
export interface Said {
  /** The control's name; undefined for the first pair and for the reason of a skip. */
  control?: string;
  words: string;
  /** Whether somebody wrote the words. */
  isWritten: boolean;
}

/** All that a judgement says, in words. It is empty if nothing was answered. */
export function saidIn({verdict, answers = {}}: Judgement): Said[] {
  const first = verdict ? [{words: capitalized(spoken(verdict)), isWritten: false}] : [];
  const reason =
    verdict?.outcome === 'skip' && verdict.skip_reason ? [{words: verdict.skip_reason, isWritten: true}] : [];
  const others = Object.entries(answers).filter(([, answer]) => isAnswer(answer));
  return [
    ...first,
    ...reason,
    ...others.map(([control, answer]) => ({control, words: wordsOfAnswer(answer), isWritten: 'text' in answer})),
  ];
}

/** An answer in words: "Answer 1 is better", "good, short", "4 stars", "2 > 1 = 3", "good: 2, 1 · bad: 3". */
export function wordsOfAnswer(answer: Answer): string {
  if ('outcome' in answer) return capitalized(spoken(answer));
  const {choices, rating, ranking, buckets, text, number} = partsOf(answer);
  if (choices) return wordsOfChoices(choices.map((one) => [one].flat()));
  if (rating !== undefined) return texts.verdicts.stars(rating);
  if (ranking) return ranking.map((group) => group.map((slot) => `${slot + 1}`).join(' = ')).join(' > ');
  if (buckets) {
    return Object.entries(buckets)
      .filter(([, slots]) => slots.length > 0)
      .map(([bucket, slots]) => `${bucket}: ${slots.map((slot) => `${slot + 1}`).join(', ')}`)
      .join(' · ');
  }
  if (text) return text.filter((one) => one.trim() !== '').join(' · ');
  return number === undefined ? '' : spokenNumber(number);
}

/** What stands below something chosen is not said again. */
function wordsOfChoices(paths: readonly string[][]): string {
  return paths
    .filter((path) => !paths.some((other) => isBelow(path, other)))
    .map((path) => path.join(' › '))
    .join(', ');
}
