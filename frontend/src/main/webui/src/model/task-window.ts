/** Which rows of a long list are in sight, and which pages of them are to be loaded and kept. */

/** How high a row is, in pixels. */
export const ROW_HEIGHT = 40;
/** How many rows are loaded at a time. */
export const PAGE_ROWS = 100;

/** Firefox lays out nothing that is higher than about 17.8 million pixels. Other browsers go further. */
const HEIGHT_MAX = 15_000_000;
/** How many rows are there above and below those in sight, so that scrolling finds them painted. */
const MARGIN_ROWS = 12;
const PAGES_KEPT = 40;

/** Where somebody has scrolled to, and how much is in sight, in pixels. */
export interface Sight {
  top: number;
  height: number;
}

/** The rows from `first` to before `last`, and where the first of them begins, in pixels from the top of the list. */
export interface RowWindow {
  first: number;
  last: number;
  offset: number;
}

/** How high the list is, in pixels. */
export function heightOf(count: number): number {
  return Math.min(count * ROW_HEIGHT, HEIGHT_MAX);
}

/** The rows that are to be painted. A list higher than browsers can lay out is scrolled in proportion. */
export function windowOf(sight: Sight, count: number): RowWindow {
  const top = trueTop(sight, count);
  const first = Math.max(0, Math.floor(top / ROW_HEIGHT) - MARGIN_ROWS);
  const last = Math.min(count, Math.ceil((top + sight.height) / ROW_HEIGHT) + MARGIN_ROWS);
  return {first: Math.min(first, last), last, offset: sight.top - (top - first * ROW_HEIGHT)};
}

/** Where to scroll so that a row is wholly in sight; where it is already, if it is. */
export function topFor(row: number, sight: Sight, count: number): number {
  const top = trueTop(sight, count);
  const start = row * ROW_HEIGHT;
  if (start < top) return shownTop(start, sight, count);
  const end = start + ROW_HEIGHT;
  return end > top + sight.height ? shownTop(end - sight.height, sight, count) : sight.top;
}

/** How many rows a press on Page Down goes. */
export function rowsOfPage({height}: Sight): number {
  return Math.max(1, Math.floor(height / ROW_HEIGHT) - 1);
}

/** The row to which a key leads from another one; undefined if it is a key for something else. */
export function rowAfter(key: string, row: number, count: number, page: number): number | undefined {
  const steps: Record<string, number> = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: page,
    PageUp: -page,
    Home: -count,
    End: count,
  };
  const step = steps[key];
  return step === undefined || count === 0 ? undefined : Math.min(count - 1, Math.max(0, row + step));
}

/** The pages, counted from 0, that have the rows from `first` to before `last`. */
export function pagesOf({first, last}: Pick<RowWindow, 'first' | 'last'>): number[] {
  if (last <= first) return [];
  const start = Math.floor(first / PAGE_ROWS);
  return Array.from({length: Math.ceil(last / PAGE_ROWS) - start}, (_, i) => start + i);
}

/** The pages that are far away from those in sight, where more are loaded than are kept. */
export function forgettable(loaded: Iterable<number>, inSight: readonly number[]): number[] {
  const middle = ((inSight[0] ?? 0) + (inSight.at(-1) ?? 0)) / 2;
  const byDistance = [...loaded].sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
  return byDistance.slice(PAGES_KEPT).filter((page) => !inSight.includes(page));
}

/** How far the list would be scrolled if it were as high as its rows. */
function trueTop({top, height}: Sight, count: number): number {
  return top * stretch(height, count);
}

function shownTop(top: number, {height}: Sight, count: number): number {
  return top / stretch(height, count);
}

/** How many pixels of rows go by for one that is scrolled. */
function stretch(height: number, count: number): number {
  const full = count * ROW_HEIGHT;
  const shown = heightOf(count);
  return full === shown || shown <= height ? 1 : (full - height) / (shown - height);
}
