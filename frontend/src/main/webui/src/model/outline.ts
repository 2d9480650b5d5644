/** A tag of a configuration as the outline shows it. */
export interface OutlineTag {
  tag: string;
  /** The attribute `name`; empty if it has none. */
  name: string;
  /** What the tag is about; empty if it says nothing of that. */
  toName: string;
  /** From 1. */
  line: number;
  /** How many tags it stands in. */
  depth: number;
}

/** How many tags are listed at most: nobody looks through more, and each is an element of the page. */
export const OUTLINE_MAX = 500;

const PIECE =
  /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<(\/?)([A-Za-z][\w.:-]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>/g;

/** The tags of a text in their order, also of one that is being written and is no XML yet. Comments are no part of it. */
export function outlineOf(xml: string): OutlineTag[] {
  const found: OutlineTag[] = [];
  let depth = 0;
  let line = 1;
  let counted = 0;
  for (const piece of xml.matchAll(PIECE)) {
    const [, end, tag, attributes = ''] = piece;
    if (tag === undefined) continue;
    if (end === '/') {
      depth = Math.max(0, depth - 1);
      continue;
    }
    line += newLines(xml, counted, piece.index);
    counted = piece.index;
    if (found.length < OUTLINE_MAX) {
      found.push({tag, name: attribute(attributes, 'name'), toName: attribute(attributes, 'toName'), line, depth});
    }
    if (!attributes.endsWith('/')) depth++;
  }
  return found;
}

/** The place of the tag that a line belongs to: the last one that begins in it or above; -1 if there is none. */
export function tagAt(outline: readonly OutlineTag[], line: number): number {
  return outline.findLastIndex((one) => one.line <= line);
}

function attribute(attributes: string, name: string): string {
  const [, double, single] = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes) ?? [];
  return double ?? single ?? '';
}

function newLines(text: string, from: number, to: number): number {
  let lines = 0;
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}
