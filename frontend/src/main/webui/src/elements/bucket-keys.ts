import {moveOf} from './order-keys.js';

/** What the annotator does with an item that is sorted into buckets. */
export type BucketAct =
  | {kind: 'up' | 'down' | 'leave' | 'focus-up' | 'focus-down'}
  /** Puts it into that bucket, counted from 0, if there is one. */
  | {kind: 'put'; bucket: number};

/** Where a key was pressed. */
interface Focused {
  /** Whether the item itself has the focus, and not something within it. */
  itself: boolean;
  sorted: boolean;
}

/** What a key does with the item in focus; undefined if it is not for it. Only moves repeat while a key is held. */
export function bucketActOf(event: KeyboardEvent, {itself, sorted}: Focused): BucketAct | undefined {
  const {key} = event;
  if (event.ctrlKey || event.metaKey || event.isComposing) return undefined;
  const move = moveOf(event, {itself, placed: sorted});
  if (move || event.altKey || event.repeat) return move;
  if (/^[1-9]$/.test(key)) return {kind: 'put', bucket: Number(key) - 1};
  return sorted && (key === 'Backspace' || key === 'Delete') ? {kind: 'leave'} : undefined;
}
