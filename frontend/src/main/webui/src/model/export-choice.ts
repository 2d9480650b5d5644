import {type Controls, controlParameters, readableControls} from './export-controls.js';
import {type Selection, isBackwards, isUneven, parametersOf} from './export-selection.js';

/** A format as the API lists it. */
export interface Format {
  title: string;
  description: string;
  /** Where whoever invented the format documents it. */
  link: string;
  tags?: string[];
  name: string;
  /** The end of its files' names, without the dot. */
  ending?: string;
  /** Whether the project can have nothing for it. */
  disabled?: boolean;
  /** The parameters that its files take, each with its words, the usual one first. */
  choices?: Readonly<Record<string, readonly string[]>>;
}

/** What a file is for. */
export type Use = 'training' | 'scripts' | 'tables';

/** Formats that stand together. Those that stand behind the first ones are folded. */
export const GROUPS = ['training', 'trainers', 'services', 'ended', 'tables', 'scripts'] as const;
export type Group = (typeof GROUPS)[number];

const FOLDED: ReadonlySet<Group> = new Set(['trainers', 'services', 'ended']);
const BY_TAG: Readonly<Record<string, Group | undefined>> = {
  trainer: 'trainers',
  service: 'services',
  'ended-service': 'ended',
};

export function groupOf(format: Format): Group {
  const use = useOf(format);
  if (use !== 'training') return use;
  return format.tags?.map((tag) => BY_TAG[tag]).find((group) => group !== undefined) ?? 'training';
}

/** Whether a group shows its formats only when somebody wants to see them, or one of them is chosen. */
export const isFolded = (group: Group): boolean => FOLDED.has(group);

/** What may be asked of a file, by the API's names. */
export type ExportOption = 'spreadsheet' | 'download_all_tasks';

export type Options = Readonly<Partial<Record<ExportOption, boolean>>>;

const TABLES = new Set(['CSV', 'TSV']);

export function useOf({name, tags}: Format): Use {
  if (tags?.includes('training')) return 'training';
  return TABLES.has(name) ? 'tables' : 'scripts';
}

/** The formats with those to train on first, and those last that the project can have nothing for. */
export function usualFirst(formats: readonly Format[]): Format[] {
  const place = (format: Format) => (format.disabled ? 2 : useOf(format) === 'training' ? 0 : 1);
  return [...formats].sort((one, other) => place(one) - place(other));
}

/** Formats whose files are folders, in which each split has files of its own. */
const FOLDERS = new Set(['HF']);

export const holdsSplits = ({name}: Format): boolean => FOLDERS.has(name);

/** What may be asked of a file in that format. */
export function optionsOf(format: Format): ExportOption[] {
  switch (useOf(format)) {
    case 'training':
      return [];
    case 'tables':
      return ['spreadsheet', 'download_all_tasks'];
    case 'scripts':
      return ['download_all_tasks'];
  }
}

/** What people have chosen, as the API's parameters. The page's address has the same. */
export function exportQuery(format: Format, options: Options, controls: Controls, selection: Selection): string {
  const query = new URLSearchParams({exportType: format.name});
  for (const option of optionsOf(format)) if (options[option]) query.set(option, 'true');
  for (const [name, value] of controlParameters(format, controls)) query.set(name, value);
  for (const [name, value] of parametersOf(selection, useOf(format) === 'training', holdsSplits(format)))
    query.set(name, value);
  return query.toString();
}

/** Whether a selection cannot be meant of a file in that format, so that nobody is asked. */
export function isMeaningless(format: Format, selection: Selection): boolean {
  return isBackwards(selection) || (holdsSplits(format) && isUneven(selection));
}

/** Formats whose files are no text. */
const PACKED = new Set(['PARQUET', 'HF']);

/** What shows how a file begins: of a packed one, the same rows as text. */
export function previewQuery(format: Format, options: Options, controls: Controls, selection: Selection): string {
  const readable = readableControls(format, controls);
  return PACKED.has(format.name)
    ? exportQuery({...format, name: 'TRL'}, options, {...readable, license: ''}, selection)
    : exportQuery(format, options, readable, selection);
}

/** The options that parameters say. */
export function chosenOptions(query: URLSearchParams): Options {
  return {
    spreadsheet: query.get('spreadsheet') === 'true',
    download_all_tasks: query.get('download_all_tasks') === 'true',
  };
}

/** Where the file is. @param query see {@link exportQuery} */
export function exportPath(projectId: number, query: string): string {
  return `/api/projects/${projectId}/export?${query}`;
}

/** Whether somebody can be shown how a file begins. */
export function hasPreview({name, ending, choices}: Format): boolean {
  return ending !== 'zip' || PACKED.has(name) || choices?.['part'] !== undefined;
}
