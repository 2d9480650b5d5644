import type {Content} from '../api.js';
import type {Answers, Control} from '../shown.js';
import {isSame} from './content.js';
import type {TaskForm} from './form.js';

/** Answers that one or several pairs compare. */
export interface PairGroup {
  pairs: Control[];
  slots: Content[];
}

const known = new WeakMap<TaskForm, readonly PairGroup[]>();

/** The groups of a task. Pairs that compare the same objects in the same places share one. Asked again for the same form, it knows. */
export function groupsOf(form: TaskForm): readonly PairGroup[] {
  const groups = known.get(form) ?? grouped(form);
  known.set(form, groups);
  return groups;
}

function grouped(form: TaskForm): PairGroup[] {
  const groups: (PairGroup & {objects: string})[] = [];
  for (const control of form.controls.filter(({asks}) => asks === 'preference')) {
    const compared = form.comparedBy(control.name);
    const objects = JSON.stringify(compared?.objects);
    const slots = compared?.slots ?? [];
    const group = groups.find((one) => one.objects === objects && areSame(one.slots, slots));
    if (group) group.pairs.push(control);
    else groups.push({pairs: [control], slots, objects});
  }
  return groups;
}

function areSame(some: readonly Content[], others: readonly Content[]): boolean {
  return some.length === others.length && some.every((one, i) => isSame(one, others[i] ?? one));
}

/**
 * The pair of a group that a click on its answers judges: the one that the keys are for, if it is in the group, else the first
 * that is not answered yet, else the first; undefined if none of them is asked.
 */
export function pairOf(
  group: PairGroup,
  form: TaskForm,
  answers: Answers,
  active: string | undefined,
): Control | undefined {
  const asked = form.asked(answers).map(({name}) => name);
  const pairs = group.pairs.filter(({name}) => asked.includes(name));
  return pairs.find(({name}) => name === active) ?? pairs.find(({name}) => !answers[name]) ?? pairs[0];
}
