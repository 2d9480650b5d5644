import {laterTexts} from '../later-texts.js';
import {texts} from '../texts.js';

/** By bucket, in the order of the configuration, the items in it in their order. What is in none is not sorted. */
export type Sorting = readonly (readonly number[])[];

/** The bucket of an item from 0; -1 if it is not sorted. */
export function bucketOf(sorting: Sorting, item: number): number {
  return sorting.findIndex((bucket) => bucket.includes(item));
}

export function unsorted(sorting: Sorting, item: number): Sorting {
  return sorting.map((bucket) => bucket.filter((other) => other !== item));
}

/** Puts an item into a bucket, before the item of that index, counted without the item itself; at the end if nothing is said. */
export function put(sorting: Sorting, item: number, bucket: number, index = Infinity): Sorting {
  return unsorted(sorting, item).map((items, at) =>
    at === bucket ? [...items.slice(0, index), item, ...items.slice(index)] : items,
  );
}

/** Moves an item past the one next to it in its bucket. */
export function moveWithin(sorting: Sorting, item: number, direction: 1 | -1): Sorting {
  const bucket = bucketOf(sorting, item);
  const at = sorting[bucket]?.indexOf(item) ?? -1;
  return at < 0 ? sorting : put(sorting, item, bucket, Math.max(0, at + direction));
}

/** Says where an item is, such as "Answer 3 is now second of four in “Good”." */
export function spokenBucket(sorting: Sorting, item: number, titles: readonly string[]): string {
  const bucket = bucketOf(sorting, item);
  const name = texts.names.answer(item + 1);
  if (bucket < 0) return laterTexts.buckets.nowNotSorted(name);
  const items = sorting[bucket] ?? [];
  return laterTexts.buckets.nowIn(name, titles[bucket] ?? '', items.indexOf(item) + 1, items.length);
}
