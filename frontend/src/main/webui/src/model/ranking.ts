import {laterTexts} from '../later-texts.js';
import {texts} from '../texts.js';

/** Places from the best on. What stands in one place is tied. What stands in none is not ranked. */
export type Ranking = readonly (readonly number[])[];

/** The place of an item from 0; -1 if it is not ranked. */
export function placeOf(ranking: Ranking, item: number): number {
  return ranking.findIndex((group) => group.includes(item));
}

/** All ranked items, the best first. */
export function ranked(ranking: Ranking): number[] {
  return ranking.flat();
}

export function without(ranking: Ranking, item: number): Ranking {
  return ranking.map((group) => group.filter((other) => other !== item)).filter((group) => group.length > 0);
}

/** Gives an item a place of its own. Beyond the last place, it is the last. */
export function place(ranking: Ranking, item: number, at: number): Ranking {
  const rest = without(ranking, item);
  const index = Math.max(0, Math.min(at, rest.length));
  return [...rest.slice(0, index), [item], ...rest.slice(index)];
}

/** Moves a ranked item past the place next to it, or out of its tie. */
export function move(ranking: Ranking, item: number, direction: 1 | -1): Ranking {
  const at = placeOf(ranking, item);
  const group = ranking[at];
  if (!group) return ranking;
  if (group.length === 1) return place(ranking, item, Math.max(0, at + direction));
  const rest = group.filter((other) => other !== item);
  return [...ranking.slice(0, at), ...(direction < 0 ? [[item], rest] : [rest, [item]]), ...ranking.slice(at + 1)];
}

/** Whether an item shares its place with the one above it. */
export function isTiedUp(ranking: Ranking, item: number): boolean {
  const group = ranking[placeOf(ranking, item)];
  return group !== undefined && group[0] !== item;
}

/** Ties an item, with what is tied to it below, with the one above; or parts them. */
export function toggleTie(ranking: Ranking, item: number): Ranking {
  const at = placeOf(ranking, item);
  const group = ranking[at];
  const above = ranking[at - 1];
  if (!group) return ranking;
  const within = group.indexOf(item);
  if (within > 0) {
    return [...ranking.slice(0, at), group.slice(0, within), group.slice(within), ...ranking.slice(at + 1)];
  }
  return above ? [...ranking.slice(0, at - 1), [...above, ...group], ...ranking.slice(at + 1)] : ranking;
}

/** Puts an item before the ranked item of that index, counted without the item itself. Between tied items it is tied too. */
export function dropAt(ranking: Ranking, item: number, index: number): Ranking {
  const rest = without(ranking, item);
  let passed = 0;
  for (const [at, group] of rest.entries()) {
    const within = index - passed;
    if (within <= 0) return place(rest, item, at);
    if (within < group.length) {
      const joined = [...group.slice(0, within), item, ...group.slice(within)];
      return rest.map((other, i) => (i === at ? joined : other));
    }
    passed += group.length;
  }
  return [...rest, [item]];
}

/** Says where an item stands, such as "Answer 3 is now second of four." Places are counted, tied items share one. */
export function spokenPlace(ranking: Ranking, item: number): string {
  const at = placeOf(ranking, item);
  const name = texts.names.answer(item + 1);
  if (at < 0) return laterTexts.order.nowNotRanked(name);
  return laterTexts.order.nowAt(name, at + 1, ranking.length, (ranking[at]?.length ?? 0) > 1);
}
