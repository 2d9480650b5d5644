import type {Judgement} from '../api.js';
import type {Answer} from '../shown.js';
import {texts} from '../texts.js';
import type {TaskForm} from './form.js';
import {partsOf} from './answer-parts.js';
import {spokenJudgement} from './judgement.js';
import {type Command, type KeyUse, optionKeyOf} from './keys.js';
import type {Undone} from './phase.js';
import {withQuote} from './rationale.js';
import type {LabelingSession} from './session.js';
import {Settling} from './settling.js';
import {Skipping} from './skipping.js';
import {type Step, TaskAnswers} from './task-answers.js';
import {type Choice, choiceFor, choicesOf, whyBlocked} from './verdicts.js';

/** What leads from task to task. */
export type JudgingSession = Pick<
  LabelingSession,
  'judge' | 'undo' | 'redo' | 'keep' | 'canUndo' | 'isGoingBack' | 'shown'
>;

export interface JudgingPorts {
  /** undefined before it has begun. */
  session: () => JudgingSession | undefined;
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
  /** Asks why the task is skipped, and calls {@link Judging.skip} with what is said. */
  askWhySkipped: () => void;
  /** Calls back after that many milliseconds, and returns a function that cancels the call. */
  later: (millis: number, action: () => void) => () => void;
  /** Is told that verdicts are taken again after a task came by itself. */
  onSettled?: () => void;
}

/** Carries out what the annotator does about the task that is shown: verdicts, other answers, being done with it, and going back. */
export class Judging {
  readonly answers: TaskAnswers;
  /** Whether the annotator leads to another task right now, so that it is known to come. */
  #isLeading = false;
  readonly #settling: Settling;
  readonly #skipping: Skipping;

  constructor(private readonly ports: JudgingPorts) {
    this.answers = new TaskAnswers(() => ports.onChange());
    this.#settling = new Settling(ports);
    this.#skipping = new Skipping(this.answers, () => ports.askWhySkipped());
  }

  /** Is told what is shown now. */
  show(shown: JudgingSession['shown']): void {
    this.#settling.show(shown?.task.id, this.#isLeading);
    this.answers.show(shown?.task, shown?.previous, shown?.mayChange);
  }

  /** What keys are used for on this task besides the usual. */
  readonly keyUse = (): KeyUse => {
    const {form, hotkeys} = this.answers;
    const rationale = form?.asksRationale ?? false;
    return {strength: this.#strength, rationale, options: new Set(hotkeys.map(({key}) => key))};
  };

  /** The verdicts that can be given; while no task is shown, all. */
  get choices(): Choice[] {
    const choices = choicesOf(this.#strength);
    return this.answers.form ? choices.filter(({command}) => this.#choiceFor(command)) : [...choices];
  }

  /** Chooses an option, or judges if the task allows it: the pair that is named, or else the one that the keys are for. */
  choose(command: Command, pair?: string): boolean {
    if (this.#isOff || this.isSettling) return true;
    const {answers} = this;
    const option = optionKeyOf(command);
    const choice = this.#choiceFor(command);
    if (option !== undefined) answers.chooseOption(option);
    else if (choice?.verdict.outcome === 'skip') this.#follow(this.#skipping.skip());
    else if (choice) this.#follow(answers.judge(choice.verdict, pair), texts.judging.youSaid(choice.spoken));
    else if (answers.form?.blocked) this.ports.say(whyBlocked(answers.form.shown.demanded), false);
    return true;
  }

  /** Skips the task, now that it is known why. */
  skip(reason: string): void {
    if (!this.#isOff) this.#follow(this.#skipping.skipFor(reason));
  }

  /** Answers a control. In the author's layout a click on one of two answers is a verdict; elsewhere a pair has its cards for that. @param wrong why what was given is no answer */
  answer(control: string, answer: Answer | undefined, wrong = ''): void {
    const {answers} = this;
    // What is written while another task is on its way belongs to the one that is shown. A verdict may be for the other.
    if (answer && 'outcome' in answer ? this.#isOff || this.isSettling : this.#isLocked) return;
    if (answers.form?.asConfigured && answer && 'slot' in answer) {
      this.#follow(answers.judge(answer, control), texts.judging.youSaid(spokenJudgement({verdict: answer})));
    } else {
      answers.set(control, answer, wrong);
    }
  }

  /** Takes words of the task into the rationale, and leads there; without any words it only leads there. */
  quote(words: string): boolean {
    const {form, rationale, answers} = this.answers;
    if (!form || this.#isLocked) return true;
    if (rationale) {
      const {text = []} = partsOf(answers[rationale.name]);
      if (words !== '') this.answers.set(rationale.name, {text: withQuote(text, words)});
      this.ports.say(
        words === '' ? texts.judging.writeReason(form.titleOf(rationale.name)) : texts.judging.quoted,
        false,
      );
      this.ports.goTo(rationale.name);
    } else {
      this.ports.say(form.asksRationale ? texts.judging.rationaleLater : texts.judging.noRationale, true);
    }
    return true;
  }

  /** Is done with the task; false if the task has nothing but its verdict. Who saves by keyboard answers the next task by keyboard. */
  save(byKeyboard = true): boolean {
    if (!this.answers.form?.savable) return false;
    if (this.#isOff || this.isSettling) return true;
    const step = this.answers.save();
    this.#follow(step);
    if (step.kind === 'done' && byKeyboard) this.#goOnWriting();
    return true;
  }

  /** Goes back to the previous task; false if there is none. */
  undo(): boolean {
    const session = this.ports.session();
    if (!session?.canUndo) return false;
    if (session.isGoingBack || !this.mayLeave()) return true;
    void this.#lead(() => session.undo()).then((undone) => this.#undone(undone));
    if (this.#isGoingBack) this.ports.say(texts.judging.goingBack, true);
    return true;
  }

  /** Goes forward again to the next task; false if the annotator has not gone back. */
  redo(): boolean {
    if (!this.mayLeave()) return true;
    const forward = this.#lead(() => this.ports.session()?.redo() ?? false);
    if (forward) this.#moved(texts.judging.forward);
    return forward;
  }

  /** Lets stand what was said before on the task that is shown; false if nothing was. */
  keep(): boolean {
    const session = this.ports.session();
    if (!session) return false;
    if (session.isGoingBack) {
      this.#lead(() => session.keep());
      this.ports.say(texts.judging.stayed, false);
      return true;
    }
    if (!session.shown?.previous) return false;
    if (!this.mayLeave()) return true;
    this.#lead(() => session.keep());
    this.#moved(texts.judging.kept);
    return true;
  }

  /** Whether the annotator may go elsewhere. Once, a change of an earlier judgement that would be lost is in the way, and said. */
  mayLeave(): boolean {
    const may = this.answers.mayLeave();
    if (!may) this.ports.say(texts.judging.notSaved, true);
    return may;
  }

  get #strength(): boolean {
    return this.answers.form?.shown.strength ?? false;
  }

  /** Whether the task takes no verdict: another one is on its way, or this one is there to be read. */
  get #isOff(): boolean {
    return this.#isLocked || this.#isGoingBack;
  }

  get #isGoingBack(): boolean {
    return this.ports.session()?.isGoingBack ?? false;
  }

  get #isLocked(): boolean {
    if (this.answers.locked) this.ports.say(texts.judging.noChanges, true);
    return this.answers.locked;
  }

  /** Whether the task came by itself just now, so that what is pressed is meant for the one before. */
  get isSettling(): boolean {
    return this.#settling.isOn;
  }

  #lead<T>(act: () => T): T {
    this.#isLeading = true;
    try {
      return act();
    } finally {
      this.#isLeading = false;
    }
  }

  /** Leads to the first question of the task that is shown, unless the verdict keys are for it. */
  #goOnWriting(): void {
    const {form, asked} = this.answers;
    const first = asked[0]?.name;
    if (form && !form.main && first !== undefined) this.ports.goTo(first);
  }

  #undone(undone: Undone): void {
    if (undone === 'back') this.#moved(texts.judging.back);
    else if (undone !== 'left') this.ports.say(texts.judging.notBack[undone], true);
  }

  #choiceFor(command: Command): Choice | undefined {
    return choiceFor(command, this.answers.allows, this.#strength);
  }

  /** Goes on to the next task, or says what is missing and goes there. */
  #follow(step: Step | undefined, said = ''): void {
    if (!step) return;
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
    this.#lead(() => this.ports.session()?.judge(judgement));
    this.#moved(judgement.verdict ? texts.judging.youSaid(spokenJudgement(judgement)) : texts.judging.taken);
  }

  #moved(what: string): void {
    const shown = this.ports.session()?.shown;
    this.ports.say(shown?.task.inner_id ? texts.judging.nowAt(what, shown.task.inner_id) : what, false);
    this.ports.onMoved();
  }
}
