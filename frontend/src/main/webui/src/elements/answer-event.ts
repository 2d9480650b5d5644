import type {Answer} from '../shown.js';

/** Fired when the annotator answers a control, changes an answer, or takes it back (undefined). */
export class AnswerEvent extends Event {
  static readonly type = 'answer-changed';

  constructor(
    readonly control: string,
    readonly answer: Answer | undefined,
  ) {
    super(AnswerEvent.type, {bubbles: true, composed: true});
  }
}

declare global {
  interface HTMLElementEventMap {
    'answer-changed': AnswerEvent;
  }
}
