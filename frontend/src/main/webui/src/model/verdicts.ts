import type {Outcome, Verdict} from '../api.js';
import type {Answer} from '../shown.js';
import {texts} from '../texts.js';
import type {Command} from './keys.js';
import {capitalized} from './words.js';

/** A verdict that the page offers, with its words and keys. */
export interface Choice {
  command: Command;
  verdict: Verdict;
  /** The words on its button. */
  label: string;
  /** The words on its button where there is little room. */
  short: string;
  /** How much better, as it is printed between the ends of a scale; undefined of what is no such step. */
  degree?: string;
  /** The words in a sentence: "You said: answer 1 is better". */
  spoken: string;
  /** The keys, as they are printed on the button. */
  keys: string[];
}

/** The answers have numbers, because a phone shows them one above the other. */
export const LEFT: Choice = {
  command: 'left',
  verdict: {outcome: 'preference', slot: 0},
  ...preferenceTexts(0),
  keys: ['1', '←'],
};
export const TIE: Choice = {
  command: 'tie',
  verdict: {outcome: 'tie'},
  short: texts.verdicts.tie.label,
  ...texts.verdicts.tie,
  keys: ['0'],
};
export const RIGHT: Choice = {
  command: 'right',
  verdict: {outcome: 'preference', slot: 1},
  ...preferenceTexts(1),
  keys: ['2', '→'],
};
export const BOTH_BAD: Choice = {
  command: 'both-bad',
  verdict: {outcome: 'both_bad'},
  short: texts.verdicts.bothBad.label,
  ...texts.verdicts.bothBad,
  keys: ['B'],
};
export const CANNOT_JUDGE: Choice = {
  command: 'cannot-judge',
  verdict: {outcome: 'cannot_judge'},
  short: texts.verdicts.cannotJudge.label,
  ...texts.verdicts.cannotJudge,
  keys: ['C'],
};
/** That the task was skipped. @param reason why; undefined where nobody says so */
export function skipped(reason?: string): Verdict {
  return {outcome: 'skip', ...(reason === undefined ? {} : {skip_reason: reason})};
}

export const SKIP: Choice = {
  command: 'skip',
  verdict: {outcome: 'skip'},
  short: texts.verdicts.skip.label,
  ...texts.verdicts.skip,
  keys: ['S'],
};

/** From the left end of the scale to its right end. */
export const SCALE: readonly Choice[] = [LEFT, TIE, RIGHT];
/** The scale where a preference says how much better. */
export const STRONG_SCALE: readonly Choice[] = [
  step('left-much', 0, 3, ['1']),
  step('left', 0, 2, ['2', '←']),
  step('left-slightly', 0, 1, ['3']),
  {...TIE, keys: ['4', '0']},
  step('right-slightly', 1, 1, ['5']),
  step('right', 1, 2, ['6', '→']),
  step('right-much', 1, 3, ['7']),
];

const SIDES = SCALE.filter(isSide);
const STRONG_SIDES = STRONG_SCALE.filter(isSide);

/** What a preference says that only names the better answer. */
export const PLAIN_STRENGTH = 2;

export function scaleOf(strength: boolean): readonly Choice[] {
  return strength ? STRONG_SCALE : SCALE;
}

/** All verdicts that there are. */
export function choicesOf(strength: boolean): readonly Choice[] {
  return [...scaleOf(strength), BOTH_BAD, CANNOT_JUDGE, SKIP];
}

/** The choices that stand for "this one is better", one for each slot. */
export function sidesOf(strength: boolean): readonly Choice[] {
  return strength ? STRONG_SIDES : SIDES;
}

/** The choice that a command stands for, if the comparison allows it. */
export function choiceFor(command: Command, allows: readonly Outcome[], strength = false): Choice | undefined {
  const choice = choicesOf(strength).find((candidate) => candidate.command === command);
  return choice && allows.includes(choice.verdict.outcome) ? choice : undefined;
}

/** The verdict in words, for people: "answer 1 is better". */
export function spoken(verdict: Verdict): string {
  if (verdict.outcome === 'preference') return texts.verdicts.prefers(verdict.slot + 1, degreeOf(verdict.strength));
  return choicesOf(false).find((choice) => sameVerdict(choice.verdict, verdict))?.spoken ?? verdict.outcome;
}

export function sameVerdict(a: Verdict | Answer | undefined, b: Verdict): boolean {
  if (!a || !('outcome' in a) || a.outcome !== b.outcome) return false;
  return a.outcome !== 'preference' || b.outcome !== 'preference' || (a.slot === b.slot && a.strength === b.strength);
}

/** Whether an answer prefers a slot, however much. */
export function prefers(answer: Verdict | Answer | undefined, slot: number): boolean {
  return answer !== undefined && 'slot' in answer && answer.slot === slot;
}

function isSide({command}: Choice): boolean {
  return command === 'left' || command === 'right';
}

function preferenceTexts(slot: number): Pick<Choice, 'label' | 'short' | 'spoken'> {
  const words = texts.verdicts.prefers(slot + 1, degreeOf(undefined));
  return {label: capitalized(words), short: texts.names.answer(slot + 1), spoken: words};
}

function step(command: Command, slot: number, strength: number, keys: string[]): Choice {
  const words = texts.verdicts.prefers(slot + 1, degreeOf(strength));
  const short = (slot === 0 ? '◀' : '▶').repeat(strength);
  return {
    command,
    verdict: {outcome: 'preference', slot, strength},
    label: capitalized(words),
    short,
    degree: capitalized(degreeOf(strength)),
    spoken: words,
    keys,
  };
}

/** How much better, in words. */
export function degreeOf(strength: number | undefined): string {
  const {degrees} = texts.verdicts;
  return strength === 3 ? degrees.much : strength === 1 ? degrees.slightly : degrees.plain;
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
  return texts.judging.blocked(demanded.map(texts.names.quoted).join(', '));
}
