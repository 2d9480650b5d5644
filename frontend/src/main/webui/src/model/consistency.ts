import {laterTexts} from '../later-texts.js';

/** How often somebody said the same again about a pair that they had judged before. */
export interface Consistency {
  same: number;
  of: number;
}

/** The sum for people; undefined while there is none. */
export function spokenConsistency({same, of}: Consistency): string | undefined {
  return of === 0 ? undefined : laterTexts.recheck.sum(same, of);
}
