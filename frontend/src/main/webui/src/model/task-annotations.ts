/** What people and models said of a task, in words. */

import type {User} from '../api.js';
import type {ListedTask} from '../task-api.js';
import {type Said, wordsOfAnswer} from './said.js';
import {sampleOf} from './sample.js';
import type {Answer} from '../shown.js';
import {isFigure} from './task-columns.js';

const SHOWN_MAX = 1_000;

/** An answer to one control, as Label Studio writes it. */
export interface Region {
  from_name?: string;
  value?: unknown;
}

export interface TaskAnnotation {
  id: number;
  result: readonly Region[] | null;
  completed_by: Pick<User, 'id' | 'first_name' | 'last_name' | 'email'> | number;
  was_cancelled: boolean;
  skip_reason?: string;
  created_at: string;
  updated_at: string;
  /** In seconds; null where nobody measured it. */
  lead_time: number | null;
}

export interface TaskPrediction {
  id: number;
  result: readonly Region[];
  model_version: string;
  /** null where the model does not say how sure it is. */
  score: number | null;
  created_at: string;
}

/** A task with all that was said of it. */
export interface FullTask extends ListedTask {
  annotations: readonly TaskAnnotation[];
  predictions: readonly TaskPrediction[];
}

/** What a result says, each control's answer in words. Sides are the places of the data, whatever stood where on the page. */
export function saidInResult(result: readonly Region[] | null): Said[] {
  return (result ?? []).map(({from_name: control, value}) => ({
    ...(typeof control === 'string' && {control}),
    words: wordsOfValue(asRecord(value)),
    isWritten: Array.isArray(asRecord(value)['text']),
  }));
}

/** How much better the preferred answer is, from 1 to 3; undefined where nobody was asked. */
export function strengthIn(result: readonly Region[] | null): number | undefined {
  const strengths = (result ?? []).map(({value}) => asRecord(value)['strength']);
  return strengths.find((strength): strength is number => isFigure(strength) && strength > 0);
}

const OUTCOMES = ['tie', 'both_bad', 'cannot_judge'] as const;

function wordsOfValue(value: Record<string, unknown>): string {
  const {selected, strength, ranker, choices, rating, text, number} = value;
  if (selected !== undefined) return wordsOfSelected(selected, strength);
  if (ranker !== undefined) return wordsOfRanker(ranker);
  const answer: Partial<Record<string, unknown>> = {
    ...(Array.isArray(choices) && {
      choices: choices.map((one) => (Array.isArray(one) ? one.map(String) : String(one))),
    }),
    ...(isFigure(rating) && {rating}),
    ...(Array.isArray(text) && {text: text.map(String)}),
    ...(isFigure(number) && {number}),
  };
  return wordsOfAnswer(answer as Answer) || sampleOf(value, SHOWN_MAX);
}

function wordsOfSelected(selected: unknown, strength: unknown): string {
  const [side] = Array.isArray(selected) ? (selected as unknown[]) : [selected];
  const slot = side === 'left' ? 0 : side === 'right' ? 1 : undefined;
  if (slot !== undefined) {
    const step = isFigure(strength) && strength > 0 ? {strength} : {};
    return wordsOfAnswer({outcome: 'preference', slot, ...step});
  }
  const outcome = OUTCOMES.find((one) => one === side);
  return outcome ? wordsOfAnswer({outcome}) : sampleOf(side, SHOWN_MAX);
}

/** An order such as "2 > 1 = 3", or what is in each bucket. */
function wordsOfRanker(ranker: unknown): string {
  if (Array.isArray(ranker)) return ranker.map((place) => [place].flat().map(String).join(' = ')).join(' > ');
  const buckets = Object.entries(asRecord(ranker)).filter(([, items]) => Array.isArray(items));
  const [only] = buckets;
  if (buckets.length === 1 && only) return wordsOfRanker(only[1]);
  return buckets.map(([bucket, items]) => `${bucket}: ${(items as unknown[]).map(String).join(', ')}`).join(' · ');
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
