import type {Choice} from '../model/verdicts.js';

/** Fired when the annotator has chosen a verdict. */
export class ChoiceEvent extends Event {
  static readonly type = 'verdict-chosen';

  /** @param pair the name of the control that it is on; undefined for the one that the keys are for */
  constructor(
    readonly choice: Choice,
    readonly pair?: string,
  ) {
    super(ChoiceEvent.type, {bubbles: true, composed: true});
  }
}

declare global {
  interface HTMLElementEventMap {
    'verdict-chosen': ChoiceEvent;
  }
}
