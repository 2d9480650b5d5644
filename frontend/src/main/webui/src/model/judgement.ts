import type {Judgement} from '../api.js';
import {texts} from '../texts.js';
import {choicesOf, degreeOf, sameVerdict, spoken} from './verdicts.js';

const NAMES_MAX = 3;

/** Whether two judgements say the same, in whatever order. Where nothing else is asked, no answers are the same as an empty list of them. */
export function sameJudgement(a: Judgement, b: Judgement): boolean {
  return fingerprint(a) === fingerprint(b);
}

/** A text that is the same for judgements that say the same. */
export function fingerprint({verdict, answers = {}}: Judgement): string {
  return JSON.stringify(sorted({verdict, answers}));
}

/** A judgement in words, for people: "answer 1 is better", or what was answered where there is no verdict. */
export function spokenJudgement({verdict, answers}: Judgement): string {
  if (verdict) return spoken(verdict);
  const names = Object.keys(answers ?? {});
  return names.length === 0 ? texts.verdicts.nothing : texts.verdicts.answered(quoted(names));
}

/** The same where there is little room: "Answer 1", or "Answer 1, much better" if it says how much. */
export function briefJudgement(judgement: Judgement): string {
  const {verdict} = judgement;
  if (!verdict) return spokenJudgement(judgement);
  if (verdict.outcome !== 'preference') {
    return choicesOf(false).find((choice) => sameVerdict(choice.verdict, verdict))?.label ?? verdict.outcome;
  }
  const {slot, strength} = verdict;
  if (strength === undefined) return texts.names.answer(slot + 1);
  return texts.verdicts.preferred(slot + 1, degreeOf(strength));
}

/** Names in quotation marks; of many only the first. */
export function quoted(names: readonly string[]): string {
  const first = names.slice(0, NAMES_MAX).map(texts.names.quoted).join(', ');
  return names.length > NAMES_MAX ? texts.names.andMore(first, names.length - NAMES_MAX) : first;
}

/** A copy whose members are in the order of their names, and without those that are undefined. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return members.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, member]) => [name, sorted(member)]);
}
