/** A property and its value, as they are written. */
export interface Declaration {
  name: string;
  value: string;
  important: boolean;
}

const OPENING = '([{';
const CLOSING = ')]}';

/** Takes declarations apart. What is not closed or has no name is left out. */
export function declarationsOf(text: string): Declaration[] {
  const found: Declaration[] = [];
  for (const piece of pieces(text)) {
    const colon = piece.indexOf(':');
    if (colon <= 0) continue;
    const value = piece.slice(colon + 1).trim();
    const plain = value.replace(/\s*!\s*important$/i, '');
    if (plain) found.push({name: piece.slice(0, colon).trim(), value: plain, important: plain !== value});
  }
  return found;
}

/** The text with each escape replaced by what it stands for, to see what it says. */
export function unescaped(css: string): string {
  return css.replace(
    /\\(?:([0-9a-f]{1,6})\s?|\r?\n|([^\n]))/gi,
    (_, code: string | undefined, char: string | undefined) =>
      code ? characterOf(Number.parseInt(code, 16)) : (char ?? ''),
  );
}

function characterOf(code: number): string {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD';
}

/** The declarations as texts without comments. Those that leave a string or a bracket open are left out. */
function pieces(text: string): string[] {
  const found: string[] = [];
  const open: string[] = [];
  let quote = '';
  let broken = false;
  let piece = '';
  const end = () => {
    if (!broken && piece.trim()) found.push(piece.trim());
    piece = '';
    broken = false;
  };
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i);
    if (char === '\\') {
      piece += char + text.charAt(++i);
    } else if (quote) {
      piece += char;
      if (char === quote) quote = '';
      // A string ends with its line, and what it stands in means nothing then.
      else if (char === '\n') [quote, broken] = ['', true];
    } else if (char === '/' && text.charAt(i + 1) === '*') {
      const close = text.indexOf('*/', i + 2);
      i = close < 0 ? text.length : close + 1;
      piece += ' ';
    } else if (char === ';' && open.length === 0) {
      end();
    } else {
      piece += char;
      if (char === '"' || char === "'") quote = char;
      else if (OPENING.includes(char)) open.push(CLOSING.charAt(OPENING.indexOf(char)));
      else if (CLOSING.includes(char) && open.pop() !== char) broken = true;
    }
  }
  if (!quote && open.length === 0) end();
  return found;
}
