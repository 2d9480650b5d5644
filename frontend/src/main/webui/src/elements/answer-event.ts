import type {Answer} from '../shown.js';

/** Fired when the annotator answers a control, changes an answer, or takes it back (undefined). */
export class AnswerEvent extends Event {
  static readonly type = 'answer-changed';

  /** @param wrong why what was given is no answer; empty if it is one, or if nothing was given */
  constructor(
    readonly control: string,
    readonly answer: Answer | undefined,
    readonly wrong = '',
  ) {
    super(AnswerEvent.type, {bubbles: true, composed: true});
  }
}

declare global {
  interface HTMLElementEventMap {
    'answer-changed': AnswerEvent;
  }
}
