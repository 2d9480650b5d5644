import type {Judgement} from '../api.js';
import type {Answer} from '../shown.js';
import type {TaskForm} from './form.js';
import {spokenJudgement} from './judgement.js';
import {type Command, type KeyUse, optionKeyOf} from './keys.js';
import type {LabelingSession} from './session.js';
import {type Step, TaskAnswers} from './task-answers.js';
import {type Choice, choiceFor, choicesOf, whyBlocked} from './verdicts.js';

export interface JudgingPorts {
  /** undefined before it has begun. */
  session: () => Pick<LabelingSession, 'judge' | 'undo' | 'keep' | 'canUndo' | 'shown'> | undefined;
  /** Is told of a judgement while its task is still shown. */
  onJudging?: (judgement: Judgement, form: TaskForm) => void;
  /** Is told that something was answered. */
  onChange: () => void;
  /** Is told that the annotator went on to another task, or back to one. */
  onMoved: () => void;
  /** Says something; a demand says what is still to be done. */
  say: (words: string, isDemand: boolean) => void;
  /** Leads the annotator to a control. */
  goTo: (control: string) => void;
}

/** Carries out what the annotator does about the task that is shown: verdicts, other answers, being done with it, and going back. */
export class Judging {
  readonly answers: TaskAnswers;

  constructor(private readonly ports: JudgingPorts) {
    this.answers = new TaskAnswers(() => ports.onChange());
  }

  /** What keys are used for on this task besides the usual. */
  readonly keyUse = (): KeyUse => {
    return {strength: this.#strength, options: new Set(this.answers.hotkeys.map(({key}) => key))};
  };

  /** The verdicts that can be given; while no task is shown, all. */
  get choices(): Choice[] {
    const choices = choicesOf(this.#strength);
    return this.answers.form ? choices.filter(({command}) => this.#choiceFor(command)) : [...choices];
  }

  /** Chooses an option, or judges if the task allows it: the pair that is named, or else the one that the keys are for. */
  choose(command: Command, pair?: string): boolean {
    const {answers} = this;
    const option = optionKeyOf(command);
    const choice = this.#choiceFor(command);
    if (option !== undefined) answers.chooseOption(option);
    else if (choice?.verdict.outcome === 'skip') this.#follow(answers.skip());
    else if (choice) this.#follow(answers.judge(choice.verdict, pair), `You said: ${choice.spoken}.`);
    else if (answers.form?.blocked) this.ports.say(whyBlocked(answers.form.shown.demanded), false);
    return true;
  }

  /** Answers a control. In the author's layout a click on one of two answers is a verdict; elsewhere a pair has its cards for that. */
  answer(control: string, answer: Answer | undefined): void {
    const {answers} = this;
    if (answers.form?.asConfigured && answer && 'slot' in answer) {
      this.#follow(answers.judge(answer, control), `You said: ${spokenJudgement({verdict: answer})}.`);
    } else {
      answers.set(control, answer);
    }
  }

  /** Is done with the task; false if the task has nothing but its verdict. */
  save(): boolean {
    if (!this.answers.form?.savable) return false;
    this.#follow(this.answers.save());
    return true;
  }

  /** Goes back to the previous task; false if there is none. */
  undo(): boolean {
    const session = this.ports.session();
    if (!session?.canUndo) return false;
    session.undo();
    this.#moved('Back at the previous comparison.');
    return true;
  }

  /** Lets stand what was said before on the task that is shown; false if nothing was. */
  keep(): boolean {
    const session = this.ports.session();
    if (!session?.shown?.previous) return false;
    session.keep();
    this.#moved('The earlier verdict stands.');
    return true;
  }

  get #strength(): boolean {
    return this.answers.form?.shown.strength ?? false;
  }

  #choiceFor(command: Command): Choice | undefined {
    return choiceFor(command, this.answers.allows, this.#strength);
  }

  /** Goes on to the next task, or says what is missing and goes there. */
  #follow(step: Step, said = ''): void {
    if (step.kind === 'done') {
      this.#judge(step.judgement);
      return;
    }
    this.ports.say(`${said} ${step.words}`.trim(), true);
    if (step.control !== undefined) this.ports.goTo(step.control);
  }

  #judge(judgement: Judgement): void {
    const {form} = this.answers;
    if (form) this.ports.onJudging?.(judgement, form);
    this.ports.session()?.judge(judgement);
    this.#moved(judgement.verdict ? `You said: ${spokenJudgement(judgement)}.` : 'Your answers are taken.');
  }

  #moved(what: string): void {
    const shown = this.ports.session()?.shown;
    this.ports.say(shown ? `${what} Now at number ${shown.lease.inner_id}.` : what, false);
    this.ports.onMoved();
  }
}
