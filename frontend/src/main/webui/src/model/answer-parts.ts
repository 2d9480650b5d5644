import type {Answer, ChosenValue} from '../shown.js';

/** All that answers may say. Each says one thing of it. */
interface Parts {
  outcome?: string;
  slot?: number;
  strength?: number;
  ranking?: number[][];
  buckets?: Record<string, number[]>;
  choices?: ChosenValue[];
  rating?: number;
  text?: string[];
  number?: number;
}

/** What an answer says, so that who asks for one thing need not know of which kind the answer is. */
export function partsOf(answer: Answer | undefined): Parts {
  return answer ?? {};
}

/** Whether two answers say the same, whatever order their parts are in. */
export function sameAnswer(one: Answer | undefined, other: Answer | undefined): boolean {
  return spelled(one) === spelled(other);
}

function spelled(answer: Answer | undefined): string {
  return JSON.stringify(Object.entries(answer ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)));
}
