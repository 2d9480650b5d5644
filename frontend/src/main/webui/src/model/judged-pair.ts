import type {Judgement, PairVerdict, Task} from '../api.js';
import type {Compared} from '../shown.js';
import {TaskForm} from './form.js';

/** Two answers with what somebody said about them: that one is better, or a tie. */
export interface JudgedPair {
  task: Task;
  /** The name of the control that compares them. */
  control: string;
  /** The place in which the better one stood; undefined of a tie. */
  better: number | undefined;
}

/** How what is said again about a pair stands to what was said before. */
export type Echo =
  | 'same'
  /** The other answer was better before. */
  | 'other'
  /** One of them was better before, and now neither is said to be. */
  | 'one'
  /** It was a tie before. */
  | 'tie';

/**
 * The pair of a task that may be asked again. Only the page's own layout with one pair that is asked once can ask it alone.
 *
 * @returns undefined if there is none, or if nothing was said that could be said again
 */
export function pairOf(task: Task, {verdict}: Judgement): JudgedPair | undefined {
  if (!task.shown.check_consistency || (verdict?.outcome !== 'preference' && verdict?.outcome !== 'tie'))
    return undefined;
  const form = new TaskForm(task);
  const [pair, ...others] = form.controls.filter(({asks}) => asks === 'preference');
  if (!pair || others.length > 0 || pair.repeats.length > 0 || form.asConfigured || form.blocked) return undefined;
  return {task, control: pair.name, better: verdict.outcome === 'preference' ? verdict.slot : undefined};
}

/** The pair as a task of its own: its answers in swapped places, and nothing asked besides. It may be left out whatever the project says. */
export function swapped({task, control}: JudgedPair): Task {
  const {shown} = task;
  return {
    id: `recheck-${task.id}`,
    inner_id: task.inner_id,
    layout: null,
    // Whatever else the project asks is not asked again.
    shown: {
      parts: shown.parts,
      comparisons: shown.comparisons.filter((one) => one.control === control).map(inSwappedPlaces),
      controls: shown.controls.filter(({name}) => name === control).map((one) => ({...one, required: false})),
      allows: [...new Set([...shown.allows, 'skip' as const])],
      demanded: [],
      strength: shown.strength,
      ask_skip_reason: false,
      may_be_empty: false,
      follows_layout: false,
    },
  };
}

/** Compares what is said about a swapped pair with what was said before. How much better an answer is does not count. */
export function echoOf({better}: JudgedPair, now: PairVerdict): Echo {
  if (better === undefined) return now.outcome === 'tie' ? 'same' : 'tie';
  if (now.outcome !== 'preference') return 'one';
  return now.slot === better ? 'other' : 'same';
}

function inSwappedPlaces({control, objects, slots}: Compared): Compared {
  return {control, objects: objects.toReversed(), slots: slots.toReversed()};
}
