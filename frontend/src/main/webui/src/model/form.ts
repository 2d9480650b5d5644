import type {Judgement, PairVerdict, Task} from '../api.js';
import type {Answer, Answers, Asks, Compared, Control, LayoutBox, LayoutView, Shown, ShownPart} from '../shown.js';
import {texts} from '../texts.js';
import {partsOf} from './answer-parts.js';
import {cleaned, isAnswer} from './answers.js';
import {isBoxVisible, isVisible} from './conditions.js';
import {givenTitleOf, isTrue} from './control-looks.js';
import {type Hotkey, hotkeysOf} from './hotkeys.js';
import {withHtml} from './html-contents.js';
import {initialOf} from './initial-answer.js';
import {type Place, expanded, imagesOf, placesOf} from './layout.js';
import {rationaleOf} from './rationale.js';

const LASTING: ReadonlySet<Asks> = new Set<Asks>(['words', 'quantity', 'order', 'buckets']);
/** What an answer compares, so that a task without it is not finished. */
const COMPARING: ReadonlySet<Asks> = new Set<Asks>(['preference', 'order', 'buckets']);

/** The questions of one task: which are asked now, what is missing, and what is sent. It holds no answers itself. */
export class TaskForm {
  /** What the task shows and asks, with a note on what is HTML. */
  readonly shown: Shown;
  readonly layout: LayoutView | null;
  /** What this page can ask, in the order of the configuration. A control that is required when it is visible says so. */
  readonly controls: readonly Control[];
  /** The pair that the verdict is on. */
  readonly main: Control | undefined;
  readonly #places: ReadonlyMap<string, Place>;
  readonly #images: ReadonlySet<string>;

  constructor({shown, layout}: Pick<Task, 'shown' | 'layout'>) {
    const root = layout && expanded(layout.root, shown);
    this.shown = root ? withHtml(shown, root) : shown;
    this.layout = layout;
    this.#places = root ? placesOf(root) : new Map<string, Place>();
    this.#images = new Set(root ? imagesOf(root) : []);
    this.controls = shown.controls
      .filter((control) => this.#canAsk(control))
      .map((control) => ({...control, required: control.required || isTrue(this.boxOf(control.name), 'required')}));
    this.main = this.controls.find(({asks}) => asks === 'preference');
  }

  /** Whether the task cannot be judged here whatever is answered, because it demands what this page cannot ask. */
  get blocked(): boolean {
    return this.shown.demanded.length > 0;
  }

  /** Names of what is demanded and cannot be asked here, given what is answered so far: what has a condition, while it holds. */
  demanded(answers: Answers): string[] {
    const atTimes = this.shown.controls.filter(
      ({name, asks}) => asks === 'other' && isTrue(this.boxOf(name), 'required') && this.#isVisible(name, answers),
    );
    // What another program has answered is not missing.
    const lacking = atTimes.map(({name}) => name).filter((name) => !isAnswer(answers[name]));
    return [...new Set([...this.shown.demanded, ...lacking])];
  }

  /** Whether a reason can be given for a verdict, if only at times. */
  get asksRationale(): boolean {
    return !this.blocked && rationaleOf(this.controls, this.main) !== undefined;
  }

  /** Whether the page arranges the task as the configuration says. */
  get asConfigured(): boolean {
    return this.layout?.as_configured ?? false;
  }

  /** Whether the annotator says when the task is done, because a verdict alone may not be all. */
  get savable(): boolean {
    return !this.blocked && (!this.main || this.controls.length > 1);
  }

  /** Whether answering takes so long that what was begun is worth keeping. A pair alone takes one press. */
  get keepsDrafts(): boolean {
    return !this.blocked && (this.controls.length > 1 || this.controls.some(({asks}) => LASTING.has(asks)));
  }

  /** Names of what the configuration has besides, and this page neither asks nor is blocked by, given what is answered so far. */
  notAsked(answers: Answers): string[] {
    const demanded = this.demanded(answers);
    return this.shown.controls
      .filter(({name, asks, required}) => asks === 'other' && !required && !demanded.includes(name))
      .map(({name}) => name);
  }

  /** The control's tag in the layout. */
  boxOf(name: string): LayoutBox | undefined {
    return this.#places.get(name)?.box;
  }

  /** Whether what has that name is the address of an image, and shown as one. */
  isImage(name: string): boolean {
    return this.#images.has(name);
  }

  /** What people call a control: as its tag says, or else by its name. */
  titleOf(name: string): string {
    return givenTitleOf(this.boxOf(name)) || name;
  }

  /** What is shown beside what is compared: all but the captions that are not visible now, or head a question of their own. */
  parts(answers: Answers): ShownPart[] {
    return this.shown.parts.filter(
      (part) => !part.caption || (this.#isVisible(part.name, answers) && !this.#isHead(part)),
    );
  }

  /** The caption that stands directly before a control, if it is visible. That of the pair with the verdict stands with the prompt. */
  headOf(control: string, answers: Answers): ShownPart | undefined {
    const name = this.#places.get(control)?.before?.name;
    const head = this.shown.parts.find((part) => part.name === name && this.#isHead(part));
    return head && this.#isVisible(head.name, answers) ? head : undefined;
  }

  comparedBy(name: string): Compared | undefined {
    return this.shown.comparisons.find(({control}) => control === name);
  }

  /** What is asked, given what is answered so far: all whose conditions hold. */
  asked(answers: Answers): Control[] {
    return this.controls.filter(({name}) => this.#isVisible(name, answers));
  }

  /** Whether a box of the layout is visible, given those that it stands in and what is answered so far. */
  isBoxVisible(path: readonly LayoutBox[], answers: Answers): boolean {
    return isBoxVisible(path, {controls: this.controls, places: this.#places}, answers);
  }

  /** The control that a reason for the verdict on a pair is written in, if one is asked. */
  rationale(answers: Answers, pair: Control | undefined): Control | undefined {
    const asked = this.asked(answers);
    return rationaleOf(this.controls, pair, (control) => asked.includes(control));
  }

  /** The pairs among what is asked. */
  pairs(answers: Answers): Control[] {
    return this.asked(answers).filter(({asks}) => asks === 'preference');
  }

  /** What must be answered before the task can be saved: what is required, and an order that is begun where only whole ones count. */
  missing(answers: Answers): Control[] {
    return this.asked(answers).filter(
      ({name, required}) => (required || isAnswer(answers[name])) && !this.isAnswered(name, answers),
    );
  }

  /** Whether an answer is enough. One that says something can be too little where an order must have all that is compared. */
  isAnswered(name: string, answers: Answers): boolean {
    return isAnswer(answers[name]) && this.#unranked(name, answers) === 0;
  }

  /** What must be answered before a verdict leads on to the next task: all that is missing, and all that compares. */
  unfinished(answers: Answers): Control[] {
    return this.asked(answers).filter(
      ({name, asks, required}) => (required || COMPARING.has(asks)) && !this.isAnswered(name, answers),
    );
  }

  /** Whether nothing is answered of what is asked. */
  isEmpty(answers: Answers): boolean {
    return !this.asked(answers).some(({name}) => isAnswer(answers[name]));
  }

  /** What to say of a control that is missing. */
  demandOf(name: string, answers: Answers): string {
    const unranked = this.#unranked(name, answers);
    if (unranked > 0) return texts.judging.unranked(unranked);
    return this.boxOf(name)?.attributes?.['requiredmessage'] ?? texts.judging.demand(this.titleOf(name));
  }

  /** The keys that choose an option, given what is answered so far. */
  hotkeys(answers: Answers): Hotkey[] {
    return hotkeysOf(
      this.asked(answers).map((control) => ({control, box: this.boxOf(control.name)})),
      {strength: this.shown.strength, rationale: this.asksRationale},
    );
  }

  /** The answers that the configuration gives in advance. */
  initial(): Answers {
    const given = this.controls.map(
      (control) => [control.name, initialOf(control, this.boxOf(control.name), this.comparedBy(control.name))] as const,
    );
    return Object.fromEntries(given.filter((one): one is [string, Answer] => one[1] !== undefined));
  }

  /** What is sent: the answers to all that is asked, without what says nothing. */
  judgement(answers: Answers): Judgement {
    const said = this.asked(answers).flatMap(({name}) => {
      const answer = answers[name];
      return answer && isAnswer(answer) ? [[name, cleaned(answer)] as const] : [];
    });
    // What another program answered and this page does not ask stays as it is.
    const kept = Object.entries(answers).filter(([name]) => this.#isKnownOnly(name));
    const {[this.main?.name ?? '']: verdict, ...others} = Object.fromEntries([...said, ...kept]);
    return {
      ...(verdict ? {verdict: verdict as PairVerdict} : {}),
      ...(this.savable || kept.length > 0 ? {answers: others} : {}),
    };
  }

  /** The answers that a judgement was made of. */
  answersOf({verdict, answers = {}}: Judgement): Answers {
    if (verdict?.outcome === 'skip') return this.initial();
    return this.main && verdict ? {...answers, [this.main.name]: verdict} : answers;
  }

  #isHead({name, caption}: ShownPart): boolean {
    return (
      caption && this.controls.some((one) => one !== this.main && this.#places.get(one.name)?.before?.name === name)
    );
  }

  /** How many answers an order that is begun leaves out, where it may leave none out. */
  #unranked(name: string, answers: Answers): number {
    const {ranking} = partsOf(answers[name]);
    if (!this.shown.whole_rankings || !ranking?.length) return 0;
    return (this.comparedBy(name)?.slots.length ?? 0) - ranking.flat().length;
  }

  #isVisible(name: string, answers: Answers): boolean {
    return isVisible(name, {controls: this.controls, places: this.#places}, answers);
  }

  #isKnownOnly(name: string): boolean {
    return (
      this.shown.controls.some((control) => control.name === name) && !this.controls.some((one) => one.name === name)
    );
  }

  #canAsk({name, asks}: Control): boolean {
    const slots = this.comparedBy(name)?.slots.length ?? 0;
    if (asks === 'preference') return slots === 2;
    return COMPARING.has(asks) ? slots > 0 : asks !== 'other';
  }
}
