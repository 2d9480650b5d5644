import type {Judging} from '../model/judging.js';
import {type Command, isScrolling} from '../model/keys.js';
import {isReading} from '../model/reading.js';
import {parts} from '../parts.js';
import type {LastVerdictElement} from './last-verdict.js';
import type {ReadingSwitch} from './reading-switch.js';
import type {TaskViewElement} from './task-view.js';

export interface TaskInHand {
  judging: Judging;
  reading: ReadingSwitch;
  /** null while no task is shown. */
  view: TaskViewElement | null;
  /** What offers a break, if anything does. */
  last?: LastVerdictElement | null;
}

/** Carries out a command that is about the task that is shown; false if there is nothing to do, so that the browser may. */
export function obeyOnTask(command: Command, {judging, reading, view, last}: TaskInHand): boolean {
  switch (command) {
    case 'undo':
      return judging.undo();
    case 'redo':
      return judging.redo();
    case 'keep':
      return judging.keep();
    case 'break':
      return last?.takeBreak() ?? false;
    case 'save':
      return judging.save();
    case 'quote':
      // A task is shown once the parts are there that it needs. Without this one it asks for no rationale.
      return judging.quote(parts.fields.loaded?.selectedWords(view) ?? '');
    case 'prompt':
      return view?.switchPrompt() ?? false;
    default:
      if (isScrolling(command)) return view?.scrollAnswers(command) ?? false;
      if (!isReading(command)) return judging.choose(command);
      if (command === 'together' && view?.arrangement === 'authored') return false;
      reading.flip(command);
      return true;
  }
}
