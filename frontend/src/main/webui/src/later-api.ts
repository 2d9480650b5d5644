/** The REST API as parts of the page use it that come after the first load, beside what all use (src/api.ts). */

import type {Page, Project} from './api.js';
import type {PlacedPage, Summary} from './judged.js';
import {read} from './requests.js';

export const laterApi = {
  /** @param byJudged whether those come first that were judged last, and not the newest; for owners and managers */
  projects: (page: number, byJudged: boolean, signal?: AbortSignal) =>
    read<Page<Project>>(`/api/projects?page=${page}&page_size=100${byJudged ? '&ordering=-judged_at' : ''}`, {signal}),

  /** The newest projects whose titles contain a text. */
  projectsTitled: (title: string, signal?: AbortSignal) =>
    read<Page<Project>>(`/api/projects?page_size=20&title=${encodeURIComponent(title)}`, {signal}),

  /** The person's judgements in all projects, the newest first. @param before only those that came before this one */
  ownJudgements: (before: number | undefined, signal?: AbortSignal) =>
    read<PlacedPage>(`/api/judgements${before === undefined ? '' : `?before=${before}`}`, {signal}),

  /** A receipt of the person's recent work in a project, and on which side they prefer answers. */
  summary: (projectId: number, signal?: AbortSignal) =>
    read<Summary>(`/api/projects/${projectId}/judgements/summary`, {signal}),
};
