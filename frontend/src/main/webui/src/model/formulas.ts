import type {MarkdownIt} from 'markdown-it';

/** A formula as it was written: what stands between its signs, and all of it. */
export interface Formula {
  tex: string;
  source: string;
  /** Whether it stands on lines of its own. */
  display: boolean;
}

/** Longer formulas stay text: so much TeX is no formula that anybody reads. */
export const FORMULA_MAX = 3_000;
/** A formula on lines of its own has no more of them, so that looking for its end takes no time. */
const LINES_MAX = 100;

const CLOSINGS: Record<string, string> = {$: '$', $$: '$$', '\\(': '\\)', '\\[': '\\]'};
const BLANK_LINE = /\n[ \t]*\n/;
/** What brackets with strokes before them hold if they are no formula, such as the number of a source. */
const WORDS_ONLY = /^[\p{L}\p{N}\s,.-]*$/u;

/** The formula that a token stands for. */
export function formulaOf({content, markup}: {content: string; markup: string}): Formula {
  const source = markup + content + (CLOSINGS[markup] ?? '');
  return {tex: content.trim(), source, display: markup === '$$' || markup === '\\['};
}

/**
 * Teaches a parser formulas: `$…$` and `\(…\)` in running text, `$$…$$` and `\[…\]` there or on lines of their own. As in
 * pandoc, a single `$` begins no formula before a space, and ends none after a space or before a digit: `$5 and $6` are
 * prices. After a letter or a digit it begins none either.
 */
export function addFormulas(parser: MarkdownIt): void {
  parser.inline.ruler.before('escape', 'formula', (state, silent) => {
    const opening = openingAt(state.src, state.pos);
    const from = state.pos + opening.length;
    const end = opening === '' ? -1 : endOf(state.src, from, Math.min(state.posMax, from + FORMULA_MAX), opening);
    if (end < 0) return false;
    if (!silent) {
      const token = state.push('formula', '', 0);
      token.content = state.src.slice(from, end);
      token.markup = opening;
    }
    state.pos = end + opening.length;
    return true;
  });
  parser.block.ruler.before(
    'fence',
    'formula_block',
    (state, first, last, silent) => {
      const lineAt = (line: number) =>
        state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]).trimEnd();
      const opening = lineAt(first).slice(0, 2);
      if ((opening !== '$$' && opening !== '\\[') || (state.sCount[first] ?? 0) - state.blkIndent >= 4) return false;
      const closing = CLOSINGS[opening] ?? '';
      let content = '';
      for (let line = first; line < Math.min(last, first + LINES_MAX); line++) {
        const text = lineAt(line).slice(line === first ? 2 : 0);
        if ((line > first && text === '') || (state.sCount[line] ?? 0) < state.blkIndent) return false;
        content += (line > first ? '\n' : '') + text;
        const end = content.indexOf(closing);
        if (end < 0) continue;
        content = content.slice(0, end);
        if (!text.endsWith(closing) || text.indexOf(closing) < text.length - 2 || content.trim() === '') return false;
        if (silent) return true;
        const token = state.push('formula_block', '', 0);
        token.content = content;
        token.markup = opening;
        token.map = [first, line + 1];
        state.line = line + 1;
        return true;
      }
      return false;
    },
    {alt: ['paragraph', 'reference', 'blockquote', 'list']},
  );
}

function openingAt(text: string, at: number): string {
  const two = text.slice(at, at + 2);
  if (two === '\\(' || two === '\\[') return two;
  if (!two.startsWith('$') || text[at - 1] === '$') return '';
  if (two === '$$') return two;
  return /^\$\s?$/.test(two) || /[\p{L}\p{N}]/u.test(text.charAt(at - 1)) ? '' : '$';
}

/** Where a formula ends; -1 if it is none. */
function endOf(text: string, from: number, most: number, opening: string): number {
  const closing = CLOSINGS[opening] ?? '';
  for (let at = from; at < most; at++) {
    if (text.startsWith(closing, at) && mayEnd(text, at, opening)) {
      const content = text.slice(from, at);
      const none = content.trim() === '' || BLANK_LINE.test(content) || (opening === '\\[' && WORDS_ONLY.test(content));
      return none ? -1 : at;
    }
    if (text[at] === '\\') at++;
  }
  return -1;
}

function mayEnd(text: string, at: number, opening: string): boolean {
  return opening !== '$' || (!/\s/.test(text.charAt(at - 1)) && !/\d/.test(text.charAt(at + 1)));
}
