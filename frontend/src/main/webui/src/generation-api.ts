/** The REST API for answers from a model. Its paths stand nowhere else. */

import {read} from './requests.js';

/** A model as it is asked. What is null is left to its server. */
export interface Source {
  model: string;
  temperature: number | null;
  top_p: number | null;
  max_tokens: number | null;
  system: string;
  seed: number;
  /** Of a million tokens, in whatever currency. */
  input_price: number;
  output_price: number;
}

/** What a model is asked for: the answers that tasks miss, or which of two answers is better. */
export type RunKind = 'answers' | 'verdicts';

/** How a project has its answers given, or judged, without the key. */
export interface Generation {
  kind: RunKind;
  enabled: boolean;
  /** Empty before anything was set. */
  base_url: string;
  has_key: boolean;
  /** Whether the operator lets keys be kept. */
  can_keep_key: boolean;
  sources: Source[];
  answers_per_prompt: number;
  concurrency: number;
  requests_per_minute: number | null;
  /** By what a judge prefers an answer; empty for the guidelines. */
  criterion: string;
  /** The fields of a task that answers go to, or that are compared. */
  fields: string[];
  /** Why that cannot be done; null if it can. */
  problem: string | null;
  /** How many tasks miss answers, or a verdict of this judge. */
  awaiting: number;
}

/** What is sent of it: numbers, or what was typed for one. */
export type SentGeneration = Record<string, unknown>;

/** How one model did when it was tried. */
export interface Tried {
  model: string;
  ok: boolean;
  words: string;
}

/** A run through tasks that miss answers, or a verdict. */
export interface Run {
  id: number;
  kind: RunKind;
  state: 'RUNNING' | 'DONE' | 'CANCELLED' | 'STOPPED';
  tasks: number;
  done: number;
  failed: number;
  remaining: number;
  tasks_per_minute: number | null;
  seconds_left: number | null;
  /** Tasks of which two answers are the same. */
  identical: number;
  cut_off: number;
  /** Verdicts that were not understood. */
  refused: number;
  /** Tasks for which the same place won in both orders. */
  contradicted: number;
  tokens_in: number;
  tokens_out: number;
  cost: number;
  models: string[];
  reason: string | null;
  created_at: string;
  put_aside?: {task: number; reason: string}[];
}

/** Where an answer of a task, or a verdict about it, came from. */
export interface GeneratedAnswer {
  run: number;
  kind: RunKind;
  field: string;
  model: string;
  sampling: Record<string, unknown>;
  seed: number;
  tokens_out: number | null;
  finish_reason: string | null;
  cut_off: boolean;
  identical: boolean;
  asked_at: string;
  took_seconds: number;
  /** A judge's words; null for an answer. */
  said: string | null;
}

const below = (projectId: number, rest: string) => `/api/projects/${projectId}/${rest}`;

export const generationApi = {
  settings: (projectId: number, kind: RunKind, signal?: AbortSignal) =>
    read<Generation>(below(projectId, `generation?kind=${kind}`), {signal}),

  save: (projectId: number, kind: RunKind, sent: SentGeneration) =>
    read<Generation>(below(projectId, `generation?kind=${kind}`), {method: 'PUT', json: sent}),

  /** Asks each model a tiny question. Nothing is stored. */
  tryOut: (projectId: number, kind: RunKind, sent: SentGeneration) =>
    read<Tried[]>(below(projectId, `generation/test?kind=${kind}`), {method: 'POST', json: sent}),

  /** @param key the idempotency key: the same key begins one run */
  begin: (projectId: number, kind: RunKind, key: string) =>
    read<Run>(below(projectId, 'generate'), {method: 'POST', json: {kind}, headers: {'Idempotency-Key': key}}),

  /** The newest first. */
  runs: (projectId: number, kind: RunKind, signal?: AbortSignal) =>
    read<Run[]>(below(projectId, `generations?kind=${kind}`), {signal}),

  /** With what it has put aside. */
  run: (projectId: number, run: number, signal?: AbortSignal) =>
    read<Run>(below(projectId, `generations/${run}`), {signal}),

  cancel: (projectId: number, run: number) =>
    read<Run>(below(projectId, `generations/${run}/cancel`), {method: 'POST', json: {}}),

  resume: (projectId: number, run: number) =>
    read<Run>(below(projectId, `generations/${run}/resume`), {method: 'POST', json: {}}),

  answersOf: (taskId: number, signal?: AbortSignal) =>
    read<GeneratedAnswer[]>(`/api/tasks/${taskId}/generated-answers`, {signal}),
};
