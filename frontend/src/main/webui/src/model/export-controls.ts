import {type Format, useOf} from './export-choice.js';

/** Parameters of a file whose words the API lists for each format, in the order in which people are asked. */
export const FILE_CONTROLS = [
  'part',
  'shape',
  'variant',
  'lint',
  'conflicts',
  'license',
  'columns',
  'compress',
] as const;
export type FileControl = (typeof FILE_CONTROLS)[number];

/** What was chosen, by the API's names and words. What is missing is as usual. */
export type Controls = Readonly<Partial<Record<FileControl, string>>>;

/** What a file can be asked. */
export interface Choice {
  name: FileControl;
  /** The usual one first; none where it may be any text. */
  words: readonly string[];
  chosen: string;
}

/** The other way to have the rows that are left out, which is a part here. */
const NOT_OFFERED: ReadonlySet<string> = new Set(['report']);
/** The API takes any identifier. These are those of the Hub that datasets have most; the first one says none. */
export const LICENSES = [
  'unknown',
  'apache-2.0',
  'mit',
  'cc0-1.0',
  'cc-by-4.0',
  'cc-by-sa-4.0',
  'cc-by-nc-4.0',
  'odc-by',
  'other',
] as const;
const REJECTED = 'rejected';
const DATA = 'data';
const COMPRESSED: Readonly<Partial<Record<string, string>>> = {gzip: '.gz', zstd: '.zst'};

/** What people can choose of a file in that format, and what they have chosen. */
export function choicesOf(format: Format, controls: Controls): Choice[] {
  return FILE_CONTROLS.flatMap((name): Choice[] => {
    if (name === 'columns') return format.choices?.[name] ? [{name, words: [], chosen: controls[name] ?? ''}] : [];
    const words = wordsOf(format, name);
    const chosen = chosenOf(words, controls[name]);
    return chosen !== undefined && words.length > 1 && isOfUse(format, name, controls) ? [{name, words, chosen}] : [];
  });
}

/** The parameters of what was chosen. What is usual is not among them. */
export function controlParameters(format: Format, controls: Controls): [string, string][] {
  return choicesOf(format, controls)
    .filter(({words: [usual = ''], chosen}) => chosen !== usual)
    .map(({name, chosen}) => [name, chosen]);
}

/** Reads from parameters what was chosen. What a format cannot be asked is left out when the format is known. */
export function chosenControls(query: URLSearchParams): Controls {
  const controls: Partial<Record<FileControl, string>> = {};
  for (const name of FILE_CONTROLS) {
    const word = query.get(name);
    if (word !== null) controls[name] = word;
  }
  return controls;
}

/** Without what makes a file unreadable, and with the part that is text. */
export function readableControls(format: Format, controls: Controls): Controls {
  const words = wordsOf(format, 'part');
  const isPacked = format.ending === 'zip' && chosenOf(words, controls.part) === words[0];
  const part = isPacked && words.includes(DATA) ? {part: DATA} : {};
  return {...controls, compress: '', ...part};
}

/** The end of a file's name, without the dot. @param usual that of the format's files */
export function endingOf(format: Format, controls: Controls, usual: string): string {
  const chosen = new Map(controlParameters(format, controls));
  const part = chosen.get('part');
  const ending = part === undefined ? usual : part === 'dataset_info' ? 'json' : 'jsonl';
  return ending + (COMPRESSED[chosen.get('compress') ?? ''] ?? '');
}

function wordsOf(format: Format, name: FileControl): readonly string[] {
  if (name === 'license') return format.choices?.['license'] ? LICENSES : [];
  return useOf(format) !== 'training' && name === 'part'
    ? []
    : (format.choices?.[name] ?? []).filter((word) => !NOT_OFFERED.has(word));
}

function chosenOf(words: readonly string[], word: string | undefined): string | undefined {
  return words.find((known) => known === word) ?? words[0];
}

/** A zip file is compressed already, and rows that are left out are not refused for it. */
function isOfUse(format: Format, name: FileControl, controls: Controls): boolean {
  const parts = wordsOf(format, 'part');
  const part = chosenOf(parts, controls.part);
  if (name === 'compress') return format.ending !== 'zip' || part !== parts[0];
  return name !== 'lint' || part !== REJECTED;
}
