/** What JSON consists of: a string, a bracket or comma, or anything else up to the next of these. */
const PIECE = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]|[^\s{}[\],:"]+/g;
/** Deeper lines are no longer moved to the right: nobody could read them, and they would take too much room. */
const INDENT_MAX = 20;

/**
 * Puts JSON on lines of its own for each member. Numbers and strings stay as they are spelled: 1.0 stays 1.0, and no digit
 * is rounded. Undefined if the text is not an object or a list in JSON.
 */
export function prettyJson(text: string): string | undefined {
  if (!/^\s*[{[]/.test(text) || !isJson(text)) return undefined;
  const pieces = text.match(PIECE) ?? [];
  let depth = 0;
  let pretty = '';
  pieces.forEach((piece, i) => {
    const next = pieces[i + 1];
    if (piece === '{' || piece === '[') {
      depth++;
      pretty += piece;
      if (next !== '}' && next !== ']') pretty += line(depth);
    } else if (piece === '}' || piece === ']') {
      depth--;
      const before = pieces[i - 1];
      pretty += (before === '{' || before === '[' ? '' : line(depth)) + piece;
    } else if (piece === ',') pretty += piece + line(depth);
    else if (piece === ':') pretty += ': ';
    else pretty += piece;
  });
  return pretty;
}

function line(depth: number): string {
  return '\n' + '  '.repeat(Math.min(depth, INDENT_MAX));
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
