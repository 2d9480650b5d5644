/** What the annotator does with an item of an order. */
export type OrderAct =
  | {kind: 'up' | 'down' | 'tie' | 'take' | 'leave' | 'focus-up' | 'focus-down'}
  /** Gives it that place, counted from 0. */
  | {kind: 'place'; at: number};

/** Where a key was pressed. */
interface Focused {
  /** Whether the item itself has the focus, and not something within it. */
  itself: boolean;
  ranked: boolean;
}

/** What a key does with the item in focus; undefined if it is not for it. Only moves repeat while a key is held. */
export function orderActOf(event: KeyboardEvent, {itself, ranked}: Focused): OrderAct | undefined {
  const {key} = event;
  if (event.ctrlKey || event.metaKey || event.isComposing) return undefined;
  const move = moveOf(event, {itself, placed: ranked});
  if (move || event.altKey || event.repeat) return move;
  if (/^[1-9]$/.test(key)) return {kind: 'place', at: Number(key) - 1};
  if (!ranked) return itself && (key === 'Enter' || key === ' ') ? {kind: 'take'} : undefined;
  if (key.toLowerCase() === 't') return {kind: 'tie'};
  return key === 'Backspace' || key === 'Delete' ? {kind: 'leave'} : undefined;
}

/**
 * What an arrow does with the item in focus: with Alt it moves the item, if that has a place, and alone the focus.
 *
 * @param itself whether the item itself has the focus
 */
export function moveOf(
  {key, altKey}: KeyboardEvent,
  {itself, placed}: {itself: boolean; placed: boolean},
): {kind: 'up' | 'down' | 'focus-up' | 'focus-down'} | undefined {
  const arrow = key === 'ArrowUp' ? 'up' : key === 'ArrowDown' ? 'down' : undefined;
  if (!arrow) return undefined;
  if (altKey) return placed ? {kind: arrow} : undefined;
  return itself ? {kind: `focus-${arrow}`} : undefined;
}
