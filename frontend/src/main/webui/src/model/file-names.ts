/** The most characters that a project's title has. */
export const TITLE_MAX = 50;
/** The fewest characters that a project's title has. */
export const TITLE_MIN = 3;

/** A title for a project of a file, of the length that a project's title may have; empty if the name says nothing. */
export function titleOfFile(name: string): string {
  const words = name
    .replace(/\.[^.]*$/, '')
    .replace(/[_\s]+/g, ' ')
    .trim();
  const characters = Array.from(words).slice(0, TITLE_MAX);
  if (characters.length < TITLE_MIN) return '';
  const [first = '', ...rest] = characters;
  return [first.toUpperCase(), ...rest].join('').trim();
}

/** A name for pasted text that tells its format, as names of files do. */
export function nameOfPasted(text: string): string {
  const begin = text.trimStart();
  if (/^[[{]/.test(begin)) return 'pasted.json';
  const header = begin.split('\n', 1)[0] ?? '';
  return header.includes('\t') ? 'pasted.tsv' : 'pasted.csv';
}
