import {describe, expect, it} from 'vitest';

import {
  type Sight,
  forgettable,
  heightOf,
  pagesOf,
  rowAfter,
  rowsOfPage,
  topFor,
  windowOf,
} from '../src/model/task-window.js';

const MILLION = 1_000_000;
const sight = (top: number, height = 600): Sight => ({top, height});

/** The rows that are wholly in sight, by where they are painted. */
function seen(at: Sight, count: number): [first: number, last: number] {
  const {first, last, offset} = windowOf(at, count);
  const rows = Array.from({length: last - first}, (_, i) => ({row: first + i, top: offset + i * 40 - at.top}));
  const whole = rows.filter(({top}) => top >= -0.001 && top + 40 <= at.height + 0.001).map(({row}) => row);
  return [whole[0] ?? -1, whole.at(-1) ?? -1];
}

describe('a list that browsers can lay out', () => {
  it('has each row where its number says, with some above and below those in sight', () => {
    expect(heightOf(250)).toBe(10_000);
    expect(windowOf(sight(0), 250)).toEqual({first: 0, last: 27, offset: 0});
    expect(windowOf(sight(4_000), 250)).toEqual({first: 88, last: 127, offset: 3_520});
    expect(windowOf(sight(9_400), 250)).toEqual({first: 223, last: 250, offset: 8_920});
    expect(seen(sight(4_020), 250)).toEqual([101, 114]);
  });

  it('paints nothing of an empty list', () => {
    expect(windowOf(sight(0), 0)).toEqual({first: 0, last: 0, offset: 0});
  });

  it('paints what there is where the list became shorter than where it was scrolled to', () => {
    const {first, last} = windowOf(sight(9_400), 10);

    expect([first, last]).toEqual([10, 10]);
  });
});

describe('a list of a million rows', () => {
  const height = heightOf(MILLION);

  it('is no higher than browsers lay out', () => {
    expect(height).toBeLessThanOrEqual(17_000_000);
  });

  it('begins with the first row, ends with the last one, and has the middle in the middle', () => {
    expect(seen(sight(0), MILLION)).toEqual([0, 14]);
    expect(seen(sight(height - 600), MILLION)).toEqual([MILLION - 15, MILLION - 1]);
    expect(seen(sight((height - 600) / 2), MILLION)[0]).toBeCloseTo(MILLION / 2 - 7, -1);
  });

  it('paints few rows wherever it is scrolled to', () => {
    for (let top = 0; top <= height - 600; top += 1_234_567) {
      const {first, last} = windowOf(sight(top), MILLION);
      expect(last - first).toBeLessThanOrEqual(41);
    }
  });

  it.each([0, 14, 15, 777_777, MILLION - 1])('is scrolled so that row %i is wholly in sight', (row) => {
    for (const from of [0, 5_000_000, height - 600]) {
      const [first, last] = seen(sight(topFor(row, sight(from), MILLION)), MILLION);
      expect(first).toBeLessThanOrEqual(row);
      expect(last).toBeGreaterThanOrEqual(row);
    }
  });
});

describe('scrolling to a row', () => {
  it('moves nothing where the row is in sight', () => {
    expect(topFor(105, sight(4_000), 250)).toBe(4_000);
  });

  it('goes no further than needed', () => {
    expect(topFor(99, sight(4_000), 250)).toBe(3_960);
    expect(topFor(115, sight(4_000), 250)).toBe(4_040);
  });
});

describe('keys', () => {
  it.each([
    ['ArrowDown', 5, 6],
    ['ArrowUp', 5, 4],
    ['ArrowUp', 0, 0],
    ['ArrowDown', 99, 99],
    ['PageDown', 5, 19],
    ['PageUp', 5, 0],
    ['Home', 50, 0],
    ['End', 50, 99],
    ['x', 5, undefined],
  ])('%s leads from row %i to %s', (key, from, to) => {
    expect(rowAfter(key, from, 100, rowsOfPage(sight(0)))).toBe(to);
  });

  it('lead nowhere in an empty list', () => {
    expect(rowAfter('End', 0, 0, 14)).toBeUndefined();
  });
});

describe('pages', () => {
  it('are those that have the rows', () => {
    expect(pagesOf({first: 0, last: 27})).toEqual([0]);
    expect(pagesOf({first: 88, last: 127})).toEqual([0, 1]);
    expect(pagesOf({first: 100, last: 200})).toEqual([1]);
    expect(pagesOf({first: 0, last: 0})).toEqual([]);
  });

  it('are forgotten once many are loaded, those first that are far away', () => {
    const loaded = Array.from({length: 60}, (_, i) => i);

    expect(forgettable(loaded.slice(0, 40), [5])).toEqual([]);
    const gone = forgettable(loaded, [50, 51]);
    expect(gone).toHaveLength(20);
    expect(Math.max(...gone)).toBe(19);
    expect(gone).not.toContain(50);
  });
});
