import type {ChosenColumns, Column, ColumnRole} from '../owner-api.js';

/** The role of each column, by its name. */
export type Assigned = ReadonlyMap<string, ColumnRole>;

/** What has to be chosen before something can be compared. */
export type Missing = 'noAnswer' | 'oneAnswer' | 'manyAnswers' | 'notComparable';

/** The roles after one was given. A list of answers is compared by itself, so that it takes the place of all other answers. */
export function withRole(columns: readonly Column[], roles: Assigned, name: string, role: ColumnRole): Assigned {
  const lists = new Set(columns.filter(isList).map((column) => column.name));
  const changed = new Map(roles).set(name, role);
  if (role !== 'answer') return changed;
  const leaves = (other: string) =>
    other !== name && changed.get(other) === 'answer' && (lists.has(name) || lists.has(other));
  for (const other of changed.keys()) if (leaves(other)) changed.set(other, null);
  return changed;
}

/** What is missing; undefined where the answers can be compared. */
export function missingOf(columns: readonly Column[], roles: Assigned): Missing | undefined {
  const answers = columns.filter(({name}) => roles.get(name) === 'answer');
  const [first] = answers;
  if (!first) return 'noAnswer';
  if (answers.some(({kind}) => kind === 'other')) return 'notComparable';
  if (answers.length === 1) return isList(first) ? undefined : 'oneAnswer';
  return answers.length === 2 ? undefined : 'manyAnswers';
}

/** The columns by their roles, in the order of the file. */
export function chosenOf(columns: readonly Column[], roles: Assigned): ChosenColumns {
  const named = (role: ColumnRole) => columns.map(({name}) => name).filter((name) => roles.get(name) === role);
  return {prompts: named('prompt'), answers: named('answer')};
}

function isList({kind}: Column): boolean {
  return kind === 'pair' || kind === 'list';
}

/** The roles that columns were recognised to have. */
export function recognised(columns: readonly Column[]): Assigned {
  return new Map(columns.map(({name, role}) => [name, role]));
}

/** Whether all roles are those that were recognised. */
export function areRecognised(columns: readonly Column[], roles: Assigned): boolean {
  return columns.every(({name, role}) => roles.get(name) === role);
}
