/** A place where two lists differ: what stands in one of them from its index up to another, and in the other instead. */
export interface Edit {
  from: {one: number; other: number};
  to: {one: number; other: number};
}

/**
 * Finds the fewest entries to take out of one list and to put in to get the other (E. W. Myers: An O(ND) difference
 * algorithm, 1986). Entries are the same if they are the same number. The time grows with the square of how many differ,
 * and so does the memory: 4 bytes for each of it.
 *
 * @param most how many may differ
 * @returns the places in their order, or undefined if more than `most` entries differ
 */
export function editsBetween(one: readonly number[], other: readonly number[], most: number): Edit[] | undefined {
  const shorter = Math.min(one.length, other.length);
  let start = 0;
  while (start < shorter && one[start] === other[start]) start++;
  let end = 0;
  while (end < shorter - start && one[one.length - 1 - end] === other[other.length - 1 - end]) end++;
  const middle = {one: one.slice(start, one.length - end), other: other.slice(start, other.length - end)};
  const steps = stepsBetween(middle.one, middle.other, most);
  return steps && joined(steps, start);
}

/** One entry of a list that the other does not have, and how far the other list is there. */
interface Step {
  one: number;
  other: number;
  in: 'one' | 'other';
}

/** The entries that only one list has, from the last to the first. */
function stepsBetween(one: readonly number[], other: readonly number[], most: number): Step[] | undefined {
  const bound = Math.min(most, one.length + other.length);
  const centre = bound + 1;
  // How far into `one` each diagonal comes: where the index in `one` is greater by so many than that in `other`.
  const reach = new Int32Array(2 * centre + 1);
  const history: Int32Array[] = [];
  for (let count = 0; count <= bound; count++) {
    history.push(reach.slice(centre - count - 1, centre + count + 2));
    const lowest = -count + 2 * Math.max(0, count - other.length);
    const highest = count - 2 * Math.max(0, count - one.length);
    for (let diagonal = lowest; diagonal <= highest; diagonal += 2) {
      const below = reach[centre + diagonal - 1] ?? 0;
      const above = reach[centre + diagonal + 1] ?? 0;
      let x = diagonal === -count || (diagonal !== count && below < above) ? above : below + 1;
      while (x < one.length && x - diagonal < other.length && one[x] === other[x - diagonal]) x++;
      reach[centre + diagonal] = x;
      if (x >= one.length && x - diagonal >= other.length) return walkedBack(history, one.length, other.length);
    }
  }
  return undefined;
}

function walkedBack(history: readonly Int32Array[], length: number, otherLength: number): Step[] {
  const steps: Step[] = [];
  let diagonal = length - otherLength;
  for (let count = history.length - 1; count > 0; count--) {
    const reach = history[count] ?? new Int32Array();
    const below = reach[count + diagonal] ?? 0;
    const above = reach[count + diagonal + 2] ?? 0;
    const down = diagonal === -count || (diagonal !== count && below < above);
    const x = down ? above : below;
    diagonal += down ? 1 : -1;
    steps.push({one: x, other: x - diagonal, in: down ? 'other' : 'one'});
  }
  return steps;
}

/** Puts steps together that stand next to each other. */
function joined(steps: readonly Step[], start: number): Edit[] {
  const edits: Edit[] = [];
  for (const step of steps.toReversed()) {
    const from = {one: start + step.one, other: start + step.other};
    let last = edits.at(-1);
    if (last?.to.one !== from.one || last.to.other !== from.other) {
      last = {from, to: {...from}};
      edits.push(last);
    }
    last.to[step.in]++;
  }
  return edits;
}
