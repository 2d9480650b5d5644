import type {Column} from '../owner-api.js';
import type {TaskData} from '../task-api.js';

/** What a thumbnail of a labeling page is drawn of. */
export type Piece = 'reading' | 'conversation' | 'pair' | 'order' | 'options' | 'stars' | 'writing';

/** A labeling configuration to start a project from. */
export interface Template {
  title: string;
  group: string;
  /** A short HTML text. */
  details: string;
  config: string;
  /** The data of a task that it shows. Its keys are what tasks need. */
  example: TaskData;
  /** What a project of it is set to, by names of the API. */
  settings: Readonly<Record<string, unknown>>;
  /** From top to bottom. */
  sketch: readonly Piece[];
}

/** The column that stands for each key of a template's tasks; those that nobody has chosen yet are missing. */
export type Mapping = ReadonlyMap<string, string>;

/** The keys that a template's tasks need. */
export function keysOf({example}: Template): string[] {
  return Object.keys(example);
}

/** The columns that a configuration can show. */
export function mappable(columns: readonly Column[]): Column[] {
  return columns.filter(({hindrance, kind}) => hindrance === null && kind !== 'empty');
}

/**
 * The columns that probably stand for a template's keys: those of the same name, else the answers for what is compared and the prompts for the
 * rest, in their order. No column is taken twice.
 */
export function mappingFor(template: Template, columns: readonly Column[]): Mapping {
  const usable = mappable(columns);
  const mapping = new Map<string, string>();
  const free = () => usable.filter(({name}) => ![...mapping.values()].includes(name));
  for (const key of keysOf(template)) {
    const same = free().find(({name}) => plain(name) === plain(key));
    if (same) mapping.set(key, same.name);
  }
  for (const key of keysOf(template).filter((key) => !mapping.has(key))) {
    const role = isCompared(template, key) ? 'answer' : 'prompt';
    const likely = free().find((column) => column.role === role);
    if (likely) mapping.set(key, likely.name);
  }
  return mapping;
}

/** A template's configuration for tasks with other keys. */
export function configFor(template: Template, mapping: Mapping): string {
  return template.config.replaceAll(/="\$(\w+)"/g, (whole, key: string) => {
    const column = mapping.get(key);
    return column === undefined ? whole : `="$${escaped(column)}"`;
  });
}

/** What a template is for, without markup. */
export function wordsOf({details}: Template): string {
  return details
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ([.,])/g, '$1')
    .trim();
}

/** Keys that end with a number have others beside them, and a list is compared within itself. */
function isCompared({example}: Template, key: string): boolean {
  const value = example[key];
  return /\d$/.test(key) || (Array.isArray(value) && value.every((item) => typeof item === 'string'));
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

function escaped(column: string): string {
  const entities: Record<string, string> = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;'};
  return column.replaceAll(/[&<>"]/g, (character) => entities[character] ?? character);
}
