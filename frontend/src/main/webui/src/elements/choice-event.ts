import type {Choice} from '../model/verdicts.js';

/** Fired when the annotator has chosen a verdict. */
export class ChoiceEvent extends Event {
  static readonly type = 'verdict-chosen';

  constructor(readonly choice: Choice) {
    super(ChoiceEvent.type, {bubbles: true, composed: true});
  }
}

declare global {
  interface HTMLElementEventMap {
    'verdict-chosen': ChoiceEvent;
  }
}
