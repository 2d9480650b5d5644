import type {Content, Judgement} from '../api.js';
import type {Answer} from '../shown.js';
import {isEmpty, isSame} from './content.js';
import type {TaskForm} from './form.js';

/**
 * Whether a judgement may give rows of the dataset, which are preferences between two answers that differ. The service knows
 * more reasons against a row than this.
 */
export function mayGiveRow(judgement: Judgement, form: TaskForm): boolean {
  return Object.entries(form.answersOf(judgement)).some(([name, answer]) => {
    const slots = form.comparedBy(name)?.slots ?? [];
    return rankedBy(answer, slots.length).some((place, i, places) =>
      places.slice(i + 1).some((other) => place.rank !== other.rank && differ(slots[place.slot], slots[other.slot])),
    );
  });
}

interface Place {
  slot: number;
  rank: number;
}

/** Which slots an answer puts before which. */
function rankedBy(answer: Answer, slots: number): Place[] {
  if ('slot' in answer) return Array.from({length: slots}, (_, slot) => ({slot, rank: slot === answer.slot ? 0 : 1}));
  if (!('ranking' in answer)) return [];
  return answer.ranking.flatMap((tied, rank) => tied.map((slot) => ({slot, rank})));
}

function differ(one: Content | undefined, other: Content | undefined): boolean {
  return one !== undefined && other !== undefined && !isEmpty(one) && !isEmpty(other) && !isSame(one, other);
}
