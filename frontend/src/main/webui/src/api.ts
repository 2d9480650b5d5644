/** The REST API as the page uses it. Its paths stand nowhere else. */

import type {Given, Judged, ListedPage, Wanted} from './judged.js';
import {read, send} from './requests.js';
import type {Answers, LayoutView, Shown} from './shown.js';

export type Outcome = 'preference' | 'tie' | 'both_bad' | 'cannot_judge' | 'skip';

/** What the annotator concluded. `slot` is the place of the preferred answer on the page, counted from 0; `strength` is from 1 to 3. */
export type PairVerdict =
  {outcome: 'preference'; slot: number; strength?: number} | {outcome: Exclude<Outcome, 'preference' | 'skip'>};
/** A skip says why where the project asks for that. */
export type Verdict = PairVerdict | {outcome: 'skip'; skip_reason?: string};

/** All that the annotator said about one task. */
export interface Judgement {
  /** On the task's first pair, or that it was skipped. */
  verdict?: Verdict;
  /** To all else, where the task asks more than the first pair. */
  answers?: Answers;
}

/** A judgement as it is submitted. */
export interface Submitted extends Judgement {
  /** The idempotency key: the same for every attempt, so that the server recognises a repeated one. */
  key: string;
  leadTimeSeconds: number;
  /** Whether the server has kept a draft of it, or may have. */
  hadDraft?: boolean | undefined;
  /** The version of the guidelines that the page had when it showed the task. */
  guidelines?: number | undefined;
}

/** One turn of a conversation. */
export interface Message {
  role: string;
  content: string;
  name?: string;
  tool_calls?: unknown[];
  tool_call_id?: string;
}

/** What is shown in one place: a text, or a conversation. That a text is HTML is no word of the API: the page notes it (`withHtml`). */
export type Content =
  {text: string; html?: true; messages?: undefined} | {messages: Message[]; text?: undefined; html?: undefined};

/** Something shown beside the answers. A caption says the same for every task, and is no part of the prompt. */
export type Part = Content & {name: string; caption: boolean};

/** A task as the page shows it, whether it is still to be judged or was judged before. */
export interface Task {
  /** Tells it from all others that the page has. */
  id: string;
  /** The task's number in its project; null where the task is gone. */
  inner_id: number | null;
  shown: Shown;
  /** How the configuration arranges the task; null if it does not say that for this one. */
  layout: LayoutView | null;
  /** What was answered already without being submitted. */
  draft?: Given | null;
}

export interface Lease extends Task {
  token: number;
  task_id: number;
  inner_id: number;
  expires_at: string;
  heartbeat_seconds: number;
}

/** What the server leases. The layout is the same for all tasks that follow one. */
export interface Leased {
  /** Those that the page does not have yet. */
  leases: Omit<Lease, 'layout'>[];
  /** Those that it said it has. */
  known: Pick<Lease, 'id' | 'expires_at'>[];
  layout: LayoutView | null;
  progress: Progress;
  /** The version of the guidelines that is in force. */
  guidelines_version?: number;
}

export interface Progress {
  /** What the person has judged, skips included. */
  mine: number;
  /** Those of them that are skips. */
  skipped: number;
  finished: number;
  total: number;
}

export interface User {
  id: number;
  email: string;
  first_name: string;
  last_name: string;
  username: string;
  role: 'owner' | 'manager' | 'annotator';
}

export interface Project {
  id: number;
  title: string;
  description: string | null;
  expert_instruction: string | null;
  /** Which version of the guidelines that is; 0 while there never were any. */
  guidelines_version?: number;
  task_number: number | null;
  finished_task_number: number | null;
  total_annotations_number: number | null;
  /** What the labeling configuration contains and is not understood, each with tag and line. */
  label_config_warnings: string[];
  /** Whether the labeling configuration asks anything. */
  config_has_control_tags?: boolean;
  /** How many annotators are members; null in the answer that creates the project. */
  member_number?: number | null;
  /** The keys that the data of each task must have. */
  required_data_columns?: readonly string[];
  /** The names of settings that mean nothing to the labeling configuration. */
  settings_without_effect?: readonly string[];
  /** When somebody last judged a task; null if nobody has. Only owners and managers are told. */
  judged_at?: string | null;
}

export interface Page<T> {
  count: number;
  next: string | null;
  results: T[];
}

export const api = {
  logIn: (email: string, password: string, signal?: AbortSignal) =>
    send('/user/login', {method: 'POST', form: {email, password}, signal}),

  logOut: () => send('/user/logout', {method: 'POST'}),

  whoAmI: (signal?: AbortSignal) => read<User>('/api/current-user/whoami', {signal}),

  project: (id: number, signal?: AbortSignal) => read<Project>(`/api/projects/${id}`, {signal}),

  /**
   * @param known ids of leases whose tasks the page has, which need not be sent again
   * @param keepSeconds how long the leases last without a heartbeat; undefined if as long as usual
   */
  leases: (projectId: number, count: number, known: readonly string[], keepSeconds?: number) =>
    read<Leased>(`/api/projects/${projectId}/leases`, {
      method: 'POST',
      json: {count, known, ...(keepSeconds === undefined ? {} : {keep_seconds: keepSeconds})},
    }),

  heartbeat: (lease: Lease, signal?: AbortSignal) =>
    read<{expires_at: string}>(`/api/leases/${lease.id}/heartbeat`, {
      method: 'POST',
      json: {token: lease.token},
      signal,
    }),

  handBack: (lease: Lease) => send(`/api/leases/${lease.id}?token=${lease.token}`, {method: 'DELETE', keepalive: true}),

  /** Keeps what was answered so far, in place of what was kept before. */
  draft: (lease: Lease, {verdict, answers}: Judgement, leadTimeSeconds: number, signal?: AbortSignal) =>
    send(`/api/leases/${lease.id}/draft`, {
      method: 'PUT',
      json: {token: lease.token, ...verdict, answers: answers ?? {}, lead_time_seconds: leadTimeSeconds},
      signal,
      keepalive: true,
    }),

  verdict: (leaseId: string, token: number, given: Submitted) =>
    read<{annotation_id: number; revision: number; progress: Progress}>(`/api/leases/${leaseId}/verdict`, {
      method: 'POST',
      json: {token, ...bodyOf(given)},
      headers: {'Idempotency-Key': given.key},
      keepalive: true,
    }),

  /** The person's own judgements in a project, the newest first. */
  judgements: (projectId: number, {before, limit, search}: Wanted, signal?: AbortSignal) => {
    const asked = Object.entries({before, limit, search}).filter(([, value]) => value !== undefined && value !== '');
    const query = new URLSearchParams(asked.map(([name, value]) => [name, `${value}`])).toString();
    return read<ListedPage>(`/api/projects/${projectId}/judgements${query && `?${query}`}`, {signal});
  },

  /** What the addresses of images begin with that the server shows. */
  imageSources: () => read<string[]>('/images/sources'),

  judgement: (annotationId: number, signal?: AbortSignal) => read<Judged>(`/api/judgements/${annotationId}`, {signal}),

  /** Judges again what was judged before. */
  change: (annotationId: number, given: Submitted) =>
    read<{annotation_id: number; revision: number}>(`/api/judgements/${annotationId}`, {
      method: 'PUT',
      json: bodyOf(given),
      headers: {'Idempotency-Key': given.key},
      keepalive: true,
    }),
};

export type Api = typeof api;

/** Where the rows come from that a person's judgements give, as server-sent events: all that come from now on. */
export function rowsPath(projectId: number): string {
  return `/api/projects/${projectId}/stream?from=now&mine=true`;
}

/** Where the server shows an image, by its address. */
export function imagePath(address: string): string {
  return `/images?from=${encodeURIComponent(address)}`;
}

function bodyOf({verdict, answers, leadTimeSeconds, hadDraft, guidelines}: Submitted) {
  return {
    ...verdict,
    answers,
    lead_time_seconds: leadTimeSeconds,
    guidelines_version: guidelines,
    ...(hadDraft ? {had_draft: true} : {}),
  };
}
