import type {Judgement, Outcome, PairVerdict, Task, Verdict} from '../api.js';
import {judgementOf} from '../judged.js';
import type {Answer, Answers, Control} from '../shown.js';
import {texts} from '../texts.js';
import {isAnswer} from './answers.js';
import {TaskForm} from './form.js';
import {type Hotkey, answerByHotkey} from './hotkeys.js';
import {sameJudgement} from './judgement.js';
import {PLAIN_STRENGTH, skipped, whyBlocked} from './verdicts.js';

/** What came of an attempt to be done with a task. */
export type Step =
  | {kind: 'done'; judgement: Judgement}
  /** Something is missing: what to say, and the name of the control to answer next, if it is one to go to. */
  | {kind: 'lacking'; words: string; control?: string};

const NOTHING: Answers = {};

/** Holds what is answered on the task that is shown, until it is submitted. It knows nothing of the page's elements. */
export class TaskAnswers {
  #form: TaskForm | undefined;
  #id: string | undefined;
  #answers = NOTHING;
  /** Names of the controls that the annotator was told are missing. */
  #told = new Set<string>();
  /** Why what was given is no answer, by control's name. It must not be taken for nothing in silence. */
  #wrong: ReadonlyMap<string, string> = new Map();
  #mayBeEmptied = false;
  #lastPair: string | undefined;
  /** Whether the answers are to be kept while another task is shown. */
  #isDraft = false;
  /** What was answered when the task came. */
  #before = NOTHING;
  #mayBeDropped = false;
  #skipped = false;
  #restored = false;
  #locked = false;
  /** What was answered on a task when the annotator went back to an earlier one, or skipped it. */
  readonly #drafts = new Map<string, Answers>();

  constructor(private readonly onChange: () => void) {}

  /** Is told which task is shown, what was said about it before, and whether that may be said otherwise. */
  show(task: Task | undefined, previous?: Judgement, mayChange = true): void {
    if (task?.id === this.#id) return;
    if (this.#id !== undefined && this.#isDraft) this.#drafts.set(this.#id, this.#answers);
    this.#id = task?.id;
    this.#form = task && new TaskForm(task);
    this.#isDraft = previous === undefined;
    this.#skipped = previous?.verdict?.outcome === 'skip';
    this.#locked = !mayChange;
    this.#restored = false;
    const kept = this.#drafts.get(this.#id ?? '');
    const begun = kept ?? this.#restore(task) ?? this.#form?.initial() ?? NOTHING;
    // What was answered on a task that was skipped is not lost, if it was skipped by mistake.
    this.#answers = (previous && !(this.#skipped && kept) ? this.#form?.answersOf(previous) : begun) ?? NOTHING;
    this.#before = this.#answers;
    if (!this.#skipped) this.#drafts.delete(this.#id ?? '');
    this.#mayBeDropped = false;
    this.#told = new Set();
    this.#wrong = new Map();
    this.#mayBeEmptied = false;
    this.#lastPair = undefined;
  }

  /** Whether the answers were begun earlier, and come from the server. */
  get restored(): boolean {
    return this.#restored;
  }

  /** Whether the answers are there to be read only. */
  get locked(): boolean {
    return this.#locked;
  }

  /** Whether nothing would be lost with the answers, or the annotator was asked and may lose it. */
  mayLeave(): boolean {
    const may = this.#mayBeDropped || !this.#isChanged;
    this.#mayBeDropped = true;
    return may;
  }

  /** What is answered so far and what was before anybody answered, where that is worth keeping. */
  get begun(): {answered: Judgement; initial: Judgement} | undefined {
    const form = this.#form;
    if (!this.#isDraft || !form?.keepsDrafts) return undefined;
    return {answered: form.judgement(this.#answers), initial: form.judgement(form.initial())};
  }

  /** undefined while no task is shown. */
  get form(): TaskForm | undefined {
    return this.#form;
  }

  get answers(): Answers {
    return this.#answers;
  }

  /** What is asked now. */
  get asked(): Control[] {
    return this.#form?.asked(this.#answers) ?? [];
  }

  /** What to say at controls that are still missing after the annotator was told so, by name. */
  get problems(): Readonly<Record<string, string>> {
    const form = this.#form;
    if (!form) return {};
    const missing = [...this.#told].filter((name) => !form.isAnswered(name, this.#answers));
    return Object.fromEntries(missing.map((name) => [name, this.#demandOf(form, name)]));
  }

  /** The pair that the verdict keys are for: the first that is not answered, else the one that was judged last. */
  get active(): Control | undefined {
    const pairs = this.#form?.pairs(this.#answers) ?? [];
    return (
      pairs.find(({name}) => !isAnswer(this.#answers[name])) ??
      pairs.find(({name}) => name === this.#lastPair) ??
      pairs[0]
    );
  }

  /** The control that a reason for the verdict is written in, if one is asked now. */
  get rationale(): Control | undefined {
    return this.#form?.rationale(this.#answers, this.active);
  }

  /** The outcomes that a verdict can have now: without a pair the task can only be skipped. */
  get allows(): Outcome[] {
    const allows = this.#form?.shown.allows ?? [];
    return this.active ? allows : allows.filter((outcome) => outcome === 'skip');
  }

  /** The name of the pair that the verdict is on, where several are asked; else empty. */
  get pairName(): string {
    const several = (this.#form?.pairs(this.#answers).length ?? 0) > 1;
    const name = several ? this.active?.name : undefined;
    return name === undefined ? '' : (this.#form?.titleOf(name) ?? name);
  }

  /** The verdict on the pair that the keys are for, or that the task was skipped. */
  get chosen(): Verdict | Answer | undefined {
    if (this.#skipped) return {outcome: 'skip'};
    return this.active && this.#answers[this.active.name];
  }

  get hotkeys(): Hotkey[] {
    if (!this.#form || this.#form.blocked || this.#locked) return [];
    return this.#form.hotkeys(this.#answers);
  }

  /** Answers a control, or takes its answer back. @param wrong why what was given is no answer */
  set(name: string, answer: Answer | undefined, wrong = ''): void {
    const others = Object.entries(this.#answers).filter(([other]) => other !== name);
    this.#answers = Object.fromEntries(answer ? [...others, [name, answer] as const] : others);
    // The field of what is not asked any more is gone, and with it what was given there.
    const asked = new Set(this.asked.map((control) => control.name));
    const wrongs = new Map([...this.#wrong, [name, wrong] as const]);
    this.#wrong = new Map([...wrongs].filter(([one, words]) => words !== '' && asked.has(one)));
    this.#mayBeEmptied = false;
    this.#mayBeDropped = false;
    this.#skipped = false;
    this.onChange();
  }

  /** Chooses the option that has a key, or lets go of it. */
  chooseOption(key: string): void {
    const hotkey = this.hotkeys.find((one) => one.key === key);
    if (hotkey) this.set(hotkey.control.name, answerByHotkey(hotkey, this.#answers[hotkey.control.name]));
  }

  /** Judges a pair, if none is named the one that the keys are for. It is done with the task if nothing else is to be answered. */
  judge(verdict: PairVerdict, pair = this.active?.name): Step {
    const form = this.#form;
    if (!form || pair === undefined) return {kind: 'lacking', words: ''};
    this.set(pair, this.#inFull(verdict));
    this.#lastPair = pair;
    return this.#lacks(form, form.unfinished(this.#answers)) ?? this.#done(form);
  }

  /** Is done with the task, and says nothing else about it than perhaps why. */
  skip(reason?: string): Step {
    this.#isDraft = false;
    if (this.#id !== undefined && this.#form?.savable) this.#drafts.set(this.#id, this.#answers);
    return {kind: 'done', judgement: {verdict: skipped(reason)}};
  }

  /** Is done with the task, unless something is missing. An empty answer has to be confirmed, where one is taken at all. */
  save(): Step {
    const form = this.#form;
    if (!form) return {kind: 'lacking', words: ''};
    const lacks = this.#lacks(form, form.missing(this.#answers));
    if (lacks) return lacks;
    if (form.isEmpty(this.#answers) && !this.#mayBeEmptied) return this.#empty(form);
    return this.#done(form);
  }

  /** Whether an earlier judgement is said otherwise than it was. What is begun on a task of its own is kept anyway. */
  get #isChanged(): boolean {
    const form = this.#form;
    if (!form || this.#isDraft || this.#locked) return false;
    return this.#wrong.size > 0 || !sameJudgement(form.judgement(this.#answers), form.judgement(this.#before));
  }

  /** What the server has kept of a task that somebody began. */
  #restore(task: Task | undefined): Answers | undefined {
    const form = this.#form;
    if (!task?.draft || !form || !this.#isDraft) return undefined;
    const answers = form.answersOf(judgementOf(task.draft));
    this.#restored = !sameJudgement(form.judgement(answers), form.judgement(form.initial()));
    return answers;
  }

  /** A preference that does not say how much better an answer is says "better", where it has to say something. */
  #inFull(verdict: PairVerdict): Answer {
    if (verdict.outcome !== 'preference' || !this.#form?.shown.strength) return verdict;
    return {...verdict, strength: verdict.strength ?? PLAIN_STRENGTH};
  }

  #done(form: TaskForm): Step {
    this.#isDraft = false;
    return {kind: 'done', judgement: form.judgement(this.#answers)};
  }

  /** Says what cannot be answered here, or else what is missing and what was given and is no answer, in the order in which it is asked. */
  #lacks(form: TaskForm, missing: readonly Control[]): Step | undefined {
    const demanded = form.demanded(this.#answers);
    if (demanded.length > 0) return {kind: 'lacking', words: whyBlocked(demanded)};
    const controls = this.asked.filter((control) => missing.includes(control) || this.#wrong.has(control.name));
    if (controls.length === 0) return undefined;
    this.#told = new Set(controls.map(({name}) => name));
    this.onChange();
    const words = controls.map(({name}) => this.#demandOf(form, name)).join(' ');
    const first = controls[0]?.name;
    return first === undefined ? {kind: 'lacking', words} : {kind: 'lacking', words, control: first};
  }

  #demandOf(form: TaskForm, name: string): string {
    return this.#wrong.get(name) ?? form.demandOf(name, this.#answers);
  }

  #empty(form: TaskForm): Step {
    this.#mayBeEmptied = form.shown.may_be_empty;
    if (this.#mayBeEmptied) return {kind: 'lacking', words: texts.judging.mayBeEmpty};
    const {empty, emptyOrSkip} = texts.judging;
    return {kind: 'lacking', words: form.shown.allows.includes('skip') ? emptyOrSkip : empty};
  }
}
