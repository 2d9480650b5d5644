/** What an export holds of what was judged: the parameters of the API, and how a form and an address say them. */

/** Days are `YYYY-MM-DD` as the browser's clock has them; the empty string is no limit. */
export interface Selection {
  /** How much better the chosen answer is at least, 1 to 3; 0 for any. */
  minStrength: number;
  /** How many percent of the pairs of judgements agree at least; 0 for any. */
  minAgreement: number;
  byMajority: boolean;
  /** Whether ties have rows, in formats that can have them. */
  withTies: boolean;
  /** Whose judgements; empty for everybody's. */
  annotators: readonly number[];
  /** The first day. */
  since: string;
  /** The last day. */
  until: string;
  withoutGroundTruths: boolean;
  split: Split | '';
  /** How many percent each split of a folder has, with commas between them; empty for one split of all rows. */
  shares: string;
}

export const SPLITS = ['train', 'validation', 'test'] as const;
export type Split = (typeof SPLITS)[number];

/** A dataset of everything. */
export const EVERYTHING: Selection = {
  minStrength: 0,
  minAgreement: 0,
  byMajority: false,
  withTies: false,
  annotators: [],
  since: '',
  until: '',
  withoutGroundTruths: false,
  split: '',
  shares: '',
};

export const STRENGTHS = [0, 1, 2, 3] as const;

/** Something that the server found about a file. */
export interface Finding {
  code: string;
  count: number;
  /** A sentence for people. */
  detail: string;
}

/** What a file would hold. */
export interface DryRun {
  rows: 'task' | 'annotation' | 'preference';
  rows_in: number;
  rows_out: number;
  left_out: Finding[];
  size: {bytes: number; exact: boolean};
  warnings: Finding[];
  /** Whether there is no such file, because rows break a rule and were not to be left out. */
  refused?: boolean;
}

/**
 * The parameters of a selection. What is wanted anyway is not among them.
 *
 * @param areRows whether the format has a row for each preference; others are not asked how these are chosen
 * @param hasSplits whether the format has files of several splits; one that is chosen is the only one
 */
export function parametersOf(selection: Selection, areRows: boolean, hasSplits = false): [string, string][] {
  const {
    minStrength,
    minAgreement,
    byMajority,
    withTies,
    annotators,
    since,
    until,
    withoutGroundTruths,
    split,
    shares,
  } = selection;
  const found: [string, string | false][] = [
    ['min_strength', areRows && minStrength > 0 && `${minStrength}`],
    ['min_agreement', areRows && minAgreement > 0 && `${minAgreement / 100}`],
    ['aggregate', areRows && byMajority && 'majority'],
    ['ties', areRows && withTies && 'both'],
    ['split', areRows && split],
    ['split_shares', hasSplits && split === '' && shares],
    ['annotators', annotators.length > 0 && annotators.join(',')],
    ['since', since !== '' && beginningOf(since)],
    ['until', until !== '' && beginningOf(until, 1)],
    ['ground_truth', withoutGroundTruths && 'exclude'],
  ];
  return found.filter((parameter): parameter is [string, string] => Boolean(parameter[1]));
}

/** Reads a selection from parameters. What they cannot mean is left out. */
export function selectionOf(query: URLSearchParams): Selection {
  const strength = query.get('min_strength') ?? '';
  const agreement = Number(query.get('min_agreement'));
  const annotators = query.get('annotators') ?? '';
  const shares = query.get('split_shares') ?? '';
  return {
    minStrength: /^[1-3]$/.test(strength) ? Number(strength) : 0,
    minAgreement: agreement > 0 && agreement <= 1 ? Math.round(agreement * 10_000) / 100 : 0,
    byMajority: query.get('aggregate') === 'majority',
    withTies: query.get('ties') === 'both',
    annotators: /^\d{1,15}(,\d{1,15})*$/.test(annotators) ? annotators.split(',').map(Number) : [],
    since: dayOf(query.get('since')),
    until: dayOf(query.get('until'), -1),
    withoutGroundTruths: query.get('ground_truth') === 'exclude',
    split: SPLITS.find((split) => split === query.get('split')) ?? '',
    shares: areWhole(shares) ? shares : '',
  };
}

/** Why a selection takes nothing, before anybody is asked. */
export function isBackwards({since, until}: Selection): boolean {
  return since !== '' && until !== '' && until < since;
}

/** Whether each row of a folder is in one of its splits. */
export function isUneven({split, shares}: Selection): boolean {
  return split === '' && shares !== '' && !areWhole(shares);
}

function areWhole(shares: string): boolean {
  const percents = shares.split(',');
  const sum = percents.reduce((sum, percent) => sum + Number(percent), 0);
  return (
    percents.length === SPLITS.length &&
    percents.every((percent) => /^\d{1,3}(\.\d{1,3})?$/.test(percent)) &&
    Math.round(sum * 1000) === 100_000
  );
}

/** The instant at which a day begins here, or one so many days later. */
function beginningOf(day: string, later = 0): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + later).toISOString();
}

/** The day of an instant here, or one so many days later; empty if it is none. */
function dayOf(instant: string | null, later = 0): string {
  const then = new Date(instant ?? '');
  if (Number.isNaN(then.getTime())) return '';
  then.setDate(then.getDate() + later);
  const [year, month, date] = [then.getFullYear(), then.getMonth() + 1, then.getDate()];
  return [`${year}`.padStart(4, '0'), `${month}`.padStart(2, '0'), `${date}`.padStart(2, '0')].join('-');
}
