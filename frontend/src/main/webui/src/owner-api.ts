/** The REST API as the pages of owners and managers use it, beside what all use (src/api.ts). Its paths stand nowhere else. */

import type {User} from './api.js';
import {importApi} from './import-api.js';
import type {DatasetTopic} from './model/export-code.js';
import type {Format} from './model/export-choice.js';
import type {DryRun} from './model/export-selection.js';
import type {Account, Invitation, InvitationTerms, Member} from './model/people.js';
import type {Settings} from './model/project-settings.js';
import type {Statistics} from './model/statistics.js';
import type {Template} from './model/templates.js';
import {read, send} from './requests.js';
import type {LayoutView, Shown} from './shown.js';
import {type TaskData, taskApi} from './task-api.js';

/** What a column is to annotators; null where they do not see it. */
export type ColumnRole = 'prompt' | 'answer' | null;

/** What the first tasks of a file hold under one key of their data. */
export interface Column {
  name: string;
  kind: 'text' | 'conversation' | 'pair' | 'list' | 'numeric' | 'empty' | 'other';
  /** How many of the tasks that were read have a value that is not blank. */
  filled: number;
  role: ColumnRole;
  /** Why no configuration can show it: not every task has it, or its name cannot be written in one. */
  hindrance: 'missing' | 'name' | null;
}

/** What a file holds, and a labeling configuration for it. */
export interface Proposal {
  /** The extension of files in its format, such as `.csv`. */
  found_format: string;
  tasks_read: number;
  /** Whether the file has no more tasks than were read. */
  are_all: boolean;
  /** How many of these bring annotations or predictions. */
  annotated: number;
  columns: Column[];
  /** null where nobody can tell what is to be compared. */
  label_config: string | null;
  /** Three at most. */
  tasks: TaskData[];
}

/** Tasks as a configuration shows them; those that it cannot show say why. */
export interface Preview {
  tasks: {shown?: Shown; problem?: string}[];
  layout: LayoutView | null;
  label_config_warnings: string[];
}

/** Which columns to show, and which to compare. */
export interface ChosenColumns {
  prompts: readonly string[];
  answers: readonly string[];
}

/** How a project asks: its labeling configuration, and other settings by their names. */
export interface Asked {
  label_config: string;
  [setting: string]: unknown;
}

/** What a project is made with. */
export interface ProjectSettings extends Asked {
  title: string;
  maximum_annotations: number;
}

/** A version of a project's guidelines, without its text. */
export interface GuidelinesEntry {
  version: number;
  /** null where nobody knows. */
  created_by: Pick<User, 'first_name' | 'last_name' | 'email'> | null;
  created_at: string;
  characters: number;
}

/** How many versions are listed, the newest first. */
const VERSIONS_MAX = 1000;

/** A tag of labeling configurations, and the attributes that it may have. */
export interface TagWords {
  tag: string;
  attributes: string[];
}

export const ownerApi = {
  ...taskApi,
  ...importApi,

  /**
   * Recognises what a file holds. Nothing is stored.
   *
   * @param beginning the file, or as much of it as its first tasks need
   * @param chosen undefined to have the columns recognised
   */
  propose: (
    {name, beginning, isCut}: {name: string; beginning: Blob; isCut: boolean},
    chosen?: ChosenColumns,
    signal?: AbortSignal,
  ) => {
    const query = new URLSearchParams({file_name: name, cut: `${isCut}`});
    for (const prompt of chosen?.prompts ?? []) query.append('prompt', prompt);
    for (const answer of chosen?.answers ?? []) query.append('answer', answer);
    return read<Proposal>(`/api/projects/proposal?${query.toString()}`, {method: 'POST', body: beginning, signal});
  },

  preview: (asked: Asked, tasks: readonly TaskData[], signal?: AbortSignal) =>
    read<Preview>('/api/projects/preview', {method: 'POST', json: {...asked, tasks}, signal}),

  /** What a configuration can be written of. */
  tags: (signal?: AbortSignal) => read<TagWords[]>('/api/templates/tags', {signal}),

  /** Refused with a line for each error, if the project cannot have such a configuration. */
  validate: (projectId: number, labelConfig: string, signal?: AbortSignal) =>
    read<{label_config_warnings: string[]}>(`/api/projects/${projectId}/validate`, {
      method: 'POST',
      json: {label_config: labelConfig},
      signal,
    }),

  templates: async (signal?: AbortSignal) =>
    (await read<{templates: Template[]}>('/api/templates', {signal})).templates,

  /** @param key the idempotency key: the same key makes the same project once */
  createProject: (settings: ProjectSettings, key: string) =>
    read<{id: number}>('/api/projects', {method: 'POST', json: settings, headers: {'Idempotency-Key': key}}),

  statistics: (projectId: number, signal?: AbortSignal) =>
    read<Statistics>(`/api/projects/${projectId}/statistics`, {signal}),

  /** Where a stream of events says that statistics have changed. */
  statisticsStream: (projectId: number) => `/api/projects/${projectId}/statistics/stream`,

  formats: (projectId: number, signal?: AbortSignal) =>
    read<Format[]>(`/api/projects/${projectId}/export/formats`, {signal}),

  /** Where the dataset's topic is. */
  topic: (projectId: number, signal?: AbortSignal) =>
    read<DatasetTopic>(`/api/projects/${projectId}/export/topic`, {signal}),

  /** What a file would hold. @param path where it is */
  dryRun: (path: string, signal?: AbortSignal) => read<DryRun>(`${path}&dry_run=true`, {signal}),

  change: (id: number, changes: Partial<Settings & {label_config: string}>) =>
    read<Settings>(`/api/projects/${id}`, {method: 'PATCH', json: changes}),

  /** The version in force, and the newest ones. */
  guidelines: (projectId: number, signal?: AbortSignal) =>
    read<{version: number; versions: GuidelinesEntry[]}>(
      `/api/projects/${projectId}/guidelines?page_size=${VERSIONS_MAX}`,
      {signal},
    ),

  /** The text of a version. */
  guidelinesVersion: async (projectId: number, version: number) =>
    (await read<{text: string}>(`/api/projects/${projectId}/guidelines/${version}`)).text,

  members: (projectId: number, signal?: AbortSignal) => read<Member[]>(`/api/projects/${projectId}/members`, {signal}),

  /** Makes somebody a member; nothing changes for one who is already. */
  addMember: (projectId: number, user: number) =>
    read<Member>(`/api/projects/${projectId}/members`, {method: 'POST', json: {user}}),

  removeMember: (projectId: number, user: number) =>
    send(`/api/projects/${projectId}/members/${user}`, {method: 'DELETE'}),

  accounts: (signal?: AbortSignal) => read<Account[]>('/api/users', {signal}),

  changeAccount: (id: number, changes: Partial<Pick<Account, 'role' | 'active'>>) =>
    read<Account>(`/api/users/${id}`, {method: 'PATCH', json: changes}),

  /** Those that the person may see, the newest first, with those that have ended. */
  invitations: (signal?: AbortSignal) => read<Invitation[]>('/api/invitations', {signal}),

  /** Makes a link. No other answer has its `url`. */
  invite: (terms: InvitationTerms) => read<Invitation>('/api/invitations', {method: 'POST', json: terms}),

  revoke: (invitationId: number) => send(`/api/invitations/${invitationId}`, {method: 'DELETE'}),

  deleteProject: (id: number) => send(`/api/projects/${id}`, {method: 'DELETE'}),
};

export type OwnerApi = typeof ownerApi;
