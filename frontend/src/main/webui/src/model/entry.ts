import type {Judgement, Submitted, Task} from '../api.js';
import {wordsOf} from './content.js';
import {TaskForm} from './form.js';
import type {LeadTimer} from './lead-timer.js';

/**
 * A judgement on its way to the server, with what the annotator needs to recognise it if it is refused: on a lease, or a change
 * of an earlier judgement. What earlier versions of the page stored is on a lease, and may have a verdict and no answers, which
 * means the same as now.
 */
export type Entry = Submitted & Target & {taskNumber: number | null; promptStart: string};

/** What a judgement is on. */
export type Target =
  | {leaseId: string; token: number; annotationId?: undefined}
  | {annotationId: number; leaseId?: undefined; token?: undefined};

/** Tells apart what judgements are on. */
export function subjectOf({leaseId, annotationId}: Target): string {
  return leaseId ?? `annotation ${annotationId}`;
}

interface Given {
  task: Task;
  timer: LeadTimer;
  judgement: Judgement;
  target: Target;
  guidelines?: number | undefined;
}

const BEGINNING_MAX = 80;

/** A judgement that was given just now. */
export function entryOf({task, timer, judgement, target, guidelines}: Given, key: string, hadDraft = false): Entry {
  const form = new TaskForm(task);
  const prompt = form.parts(form.answersOf(judgement)).map(wordsOf).join(' ');
  return {
    key,
    ...target,
    ...judgement,
    leadTimeSeconds: timer.seconds,
    taskNumber: task.inner_id,
    promptStart: prompt.slice(0, BEGINNING_MAX),
    ...(hadDraft ? {hadDraft} : {}),
    ...(guidelines === undefined ? {} : {guidelines}),
  };
}
