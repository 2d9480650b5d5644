/** The REST API of targets, of what goes there, and of schedules. */

import type {Delivery, NewSchedule, Schedule, Target} from './model/deliveries.js';
import {read, send} from './requests.js';

const files = (projectId: number, snapshotId: number) => `/api/projects/${projectId}/snapshots/${snapshotId}/files`;
const schedules = (projectId: number) => `/api/projects/${projectId}/schedules`;

export const targetApi = {
  targets: (projectId: number, signal?: AbortSignal) => read<Target[]>(`/api/projects/${projectId}/targets`, {signal}),

  /** The newest 20. */
  deliveries: async (projectId: number, snapshotId: number, signal?: AbortSignal) =>
    (await read<{results: Delivery[]}>(`${files(projectId, snapshotId)}?page_size=20`, {signal})).results,

  /** @param parameters what is asked of the format's file */
  deliver: (
    projectId: number,
    snapshotId: number,
    target: string,
    formatName: string,
    parameters: readonly [string, string][],
  ) =>
    read<Delivery>(files(projectId, snapshotId), {
      method: 'POST',
      json: {...Object.fromEntries(parameters), target, export_type: formatName},
    }),

  cancel: (projectId: number, {snapshot, id}: Delivery) =>
    send(`${files(projectId, snapshot)}/${id}`, {method: 'DELETE'}),

  schedules: (projectId: number, signal?: AbortSignal) => read<Schedule[]>(schedules(projectId), {signal}),

  addSchedule: (projectId: number, schedule: NewSchedule) =>
    read<Schedule>(schedules(projectId), {method: 'POST', json: {...schedule}}),

  changeSchedule: (projectId: number, id: number, schedule: NewSchedule) =>
    read<Schedule>(`${schedules(projectId)}/${id}`, {method: 'PATCH', json: {...schedule}}),

  pauseSchedule: (projectId: number, id: number, paused: boolean) =>
    read<Schedule>(`${schedules(projectId)}/${id}`, {method: 'PATCH', json: {paused}}),

  runSchedule: (projectId: number, id: number) => read<Schedule>(`${schedules(projectId)}/${id}/run`, {method: 'POST'}),

  deleteSchedule: (projectId: number, id: number) => send(`${schedules(projectId)}/${id}`, {method: 'DELETE'}),
};
