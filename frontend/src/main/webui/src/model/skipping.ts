import {texts} from '../texts.js';
import type {TaskForm} from './form.js';
import type {Step, TaskAnswers} from './task-answers.js';

/** Skips tasks; first it has it asked why, where the project wants to know. */
export class Skipping {
  /** The task of which it was asked. */
  #asked: TaskForm | undefined;

  /** @param ask asks why, and passes on what is said to {@link skipFor} */
  constructor(
    private readonly answers: TaskAnswers,
    private readonly ask: () => void,
  ) {}

  /** Skips the task that is shown; undefined if it is asked first why. */
  skip(): Step | undefined {
    const {form} = this.answers;
    if (!form?.shown.ask_skip_reason) return this.answers.skip();
    this.#asked = form;
    this.ask();
    return undefined;
  }

  /** Skips it for a reason, unless another task has come since that was asked. */
  skipFor(reason: string): Step {
    if (this.answers.form === this.#asked) return this.answers.skip(reason);
    return {kind: 'lacking', words: texts.judging.skippedNothing};
  }
}
