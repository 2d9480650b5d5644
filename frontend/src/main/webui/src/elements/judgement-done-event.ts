import type {Judgement} from '../api.js';

/** Fired when the person is done with an earlier judgement. */
export class JudgementDoneEvent extends Event {
  static readonly type = 'judgement-done';

  /**
   * @param said what was said now; undefined if nothing was
   * @param changed whether it differs from what was said before
   */
  constructor(
    readonly said: Judgement | undefined,
    readonly changed: boolean,
  ) {
    super(JudgementDoneEvent.type, {bubbles: true, composed: true});
  }
}

declare global {
  interface HTMLElementEventMap {
    'judgement-done': JudgementDoneEvent;
  }
}
