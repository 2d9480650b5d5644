import type {Outcome, Verdict} from '../api.js';
import type {Command} from './keys.js';

/** A verdict that the page offers, with its words and keys. */
export interface Choice {
  command: Command;
  verdict: Verdict;
  /** The words on its button. */
  label: string;
  /** The words on its button where there is little room. */
  short: string;
  /** The words in a sentence: "You said: answer 1 is better". */
  spoken: string;
  /** The keys, as they are printed on the button. */
  keys: string[];
}

/** The answers have numbers, because a phone shows them one above the other. */
export const LEFT: Choice = {
  command: 'left',
  verdict: {outcome: 'preference', slot: 0},
  label: 'Answer 1 is better',
  short: 'Answer 1',
  spoken: 'answer 1 is better',
  keys: ['1', '←'],
};
export const TIE: Choice = {
  command: 'tie',
  verdict: {outcome: 'tie'},
  label: 'Tie',
  short: 'Tie',
  spoken: 'tie',
  keys: ['0'],
};
export const RIGHT: Choice = {
  command: 'right',
  verdict: {outcome: 'preference', slot: 1},
  label: 'Answer 2 is better',
  short: 'Answer 2',
  spoken: 'answer 2 is better',
  keys: ['2', '→'],
};
export const BOTH_BAD: Choice = {
  command: 'both-bad',
  verdict: {outcome: 'both_bad'},
  label: 'Both bad',
  short: 'Both bad',
  spoken: 'both bad',
  keys: ['B'],
};
export const CANNOT_JUDGE: Choice = {
  command: 'cannot-judge',
  verdict: {outcome: 'cannot_judge'},
  label: 'Can’t judge',
  short: 'Can’t judge',
  spoken: 'cannot judge',
  keys: ['C'],
};
export const SKIP: Choice = {
  command: 'skip',
  verdict: {outcome: 'skip'},
  label: 'Skip',
  short: 'Skip',
  spoken: 'skipped',
  keys: ['S'],
};

export const CHOICES: readonly Choice[] = [LEFT, TIE, RIGHT, BOTH_BAD, CANNOT_JUDGE, SKIP];

/** The choice that a command stands for, if the comparison allows it. */
export function choiceFor(command: Command, allows: readonly Outcome[]): Choice | undefined {
  const choice = CHOICES.find((candidate) => candidate.command === command);
  return choice && allows.includes(choice.verdict.outcome) ? choice : undefined;
}

/** The verdict in words, for people: "answer 1 is better". */
export function spoken(verdict: Verdict): string {
  return CHOICES.find((choice) => sameVerdict(choice.verdict, verdict))?.spoken ?? verdict.outcome;
}

export function sameVerdict(a: Verdict | undefined, b: Verdict | undefined): boolean {
  return a?.outcome === b?.outcome && slotOf(a) === slotOf(b);
}

function slotOf(verdict: Verdict | undefined): number | undefined {
  return verdict?.outcome === 'preference' ? verdict.slot : undefined;
}

const SHORTCUTS: Readonly<Record<string, string>> = {
  '←': 'ArrowLeft',
  '→': 'ArrowRight',
};

/** The keys as the `aria-keyshortcuts` attribute names them. */
export function shortcutsOf(choice: Choice): string {
  return choice.keys.map((key) => SHORTCUTS[key] ?? key).join(' ');
}

/** Why a comparison cannot be judged on this page, given the names of the controls that are demanded besides. */
export function whyBlocked(demanded: readonly string[]): string {
  const names = demanded.map((name) => `“${name}”`).join(', ');
  return `This task also demands an answer to ${names}, which this page cannot ask. A verdict alone would be half an answer, so none is taken here.`;
}
