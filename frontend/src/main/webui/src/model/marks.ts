import {texts} from '../texts.js';
import {spokenNumber} from './numbers.js';

/** One or several characters in a row that nobody could see, as they are shown instead. */
export interface Mark {
  /** Such as `U+202E`, several apart by a space, each with how often it stands there if more than once. */
  sign: string;
  /** What they are, in words. */
  title: string;
}

/** All that has no look of its own, or changes the look of others: a text is searched for it before anything else. */
const HIDDEN = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cs}\u2028\u2029]/u;
const HIDDEN_RUN = /(?:(?![\t\n])[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cs}\u2028\u2029])+/gu;

/** Scripts whose letters take another shape, or part, by a joiner or a non-joiner between them. */
const JOINING =
  /^(?=[\p{L}\p{M}])[\p{scx=Arab}\p{scx=Syrc}\p{scx=Nkoo}\p{scx=Mand}\p{scx=Mong}\p{scx=Deva}\p{scx=Beng}\p{scx=Guru}\p{scx=Gujr}\p{scx=Orya}\p{scx=Taml}\p{scx=Telu}\p{scx=Knda}\p{scx=Mlym}\p{scx=Sinh}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Tibt}\p{scx=Bali}\p{scx=Java}]$/u;
/** In Indic scripts a joiner after the sign that takes a letter's vowel away is spelling, also at the end of a word. */
const VIRAMA = /^[\u094D\u09CD\u0A4D\u0ACD\u0B4D\u0BCD\u0C4D\u0CCD\u0D4D\u0DCA]$/;
/** Scripts without spaces between words, in which a zero width space says where a line may end. */
const SPACELESS = /^(?=[\p{L}\p{M}])[\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]$/u;
const PICTURE = /^[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}]$/u;
const EMOJI = /^\p{Emoji}$/u;
const SYMBOL = /^[\p{Script=Han}\p{Sm}\p{So}]$/u;
const HAN = /^\p{Script=Han}$/u;
const MONGOLIAN = /^\p{Script=Mongolian}$/u;
/** The flags of parts of a country are a black flag, the code of the part in invisible letters, and an end. */
const FLAG_CODE = /^[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]{1,6}\u{E007F}$/u;

const NAMES: Readonly<Record<string, string>> = texts.hidden;

/**
 * Takes a text apart into what can be seen and marks for what cannot: bidi controls, zero width characters, other
 * control characters, halves of characters. The characters of a mark are gone, so they have no effect on what is near.
 * What scripts and emoji need between two of their own stays as it is. The pieces are plain data.
 */
export function piecesOf(text: string): (string | Mark)[] {
  if (!HIDDEN.test(text)) return text === '' ? [] : [text];
  const pieces: (string | Mark)[] = [];
  let shown = 0;
  for (const match of text.matchAll(HIDDEN_RUN)) {
    const end = match.index + match[0].length;
    const harmless = harmlessStart(match[0], before(text, match.index), text.slice(end, end + 2));
    const from = match.index + harmless;
    if (from === end) continue;
    if (from > shown) pieces.push(text.slice(shown, from));
    pieces.push(markOf(text.slice(from, end)));
    shown = end;
  }
  if (shown < text.length) pieces.push(text.slice(shown));
  return pieces;
}

/** How long the start of a run of hidden characters is that its neighbours need. */
function harmlessStart(run: string, previous: string, rest: string): number {
  const first = characterAt(run);
  const next = characterAt(rest);
  if (previous === '\u{1F3F4}' && FLAG_CODE.test(run)) return run.length;
  if (isVariation(first, previous)) {
    // An emoji may be told to be a picture, and then be joined to another one.
    const joined = run.charAt(first.length) === '\u200D' && PICTURE.test(next) && EMOJI.test(previous);
    return first.length + (joined && run.length === first.length + 1 ? 1 : 0);
  }
  if (run.length > 1) return 0;
  return isJoin(run, previous, next) ? 1 : 0;
}

function isVariation(selector: string, previous: string): boolean {
  const code = selector.codePointAt(0) ?? 0;
  if (code === 0xfe0e || code === 0xfe0f) return EMOJI.test(previous) || SYMBOL.test(previous);
  if (code >= 0xfe00 && code <= 0xfe0d) return SYMBOL.test(previous);
  if (code >= 0xe0100 && code <= 0xe01ef) return HAN.test(previous);
  return code >= 0x180b && code <= 0x180f && MONGOLIAN.test(previous);
}

function isJoin(character: string, previous: string, next: string): boolean {
  if (character === '\u200B') return SPACELESS.test(previous) && SPACELESS.test(next);
  if (character !== '\u200C' && character !== '\u200D') return false;
  if (VIRAMA.test(previous) || (JOINING.test(previous) && JOINING.test(next))) return true;
  return character === '\u200D' && PICTURE.test(previous) && PICTURE.test(next);
}

function markOf(run: string): Mark {
  const counts: {sign: string; count: number}[] = [];
  for (const character of run) {
    const sign = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
    const last = counts.at(-1);
    if (last?.sign === sign) last.count++;
    else counts.push({sign, count: 1});
  }
  const names = new Set(counts.map(({sign}) => NAMES[sign] ?? texts.hidden.other));
  return {
    sign: counts.map(({sign, count}) => (count > 1 ? `${sign} × ${spokenNumber(count)}` : sign)).join(' '),
    title: [...names].join(', '),
  };
}

function characterAt(text: string): string {
  const code = text.codePointAt(0);
  return code === undefined ? '' : String.fromCodePoint(code);
}

/** The character before an index, which may be of two units. */
function before(text: string, index: number): string {
  const pair = characterAt(text.slice(Math.max(0, index - 2), index));
  return pair.length === 2 ? pair : text.charAt(index - 1);
}
