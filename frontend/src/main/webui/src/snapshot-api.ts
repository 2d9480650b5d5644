/** The REST API of snapshots. Its paths stand nowhere else, but for that of a file (src/model/snapshots.ts). */

import type {Comparison, Snapshot, SnapshotPage} from './model/snapshots.js';
import {read, send} from './requests.js';

const KEYS_PER_PAGE = 50;

export const snapshotApi = {
  /** The newest 100. */
  snapshots: (projectId: number, signal?: AbortSignal) =>
    read<SnapshotPage>(`/api/projects/${projectId}/snapshots`, {signal}),

  /** @param selection the parameters that select its rows, as an export has them */
  makeSnapshot: (projectId: number, title: string, selection: readonly [string, string][]) =>
    read<Snapshot>(
      `/api/projects/${projectId}/snapshots?${new URLSearchParams(selection.map(([...one]) => one)).toString()}`,
      {method: 'POST', json: {title}},
    ),

  deleteSnapshot: (projectId: number, snapshotId: number) =>
    send(`/api/projects/${projectId}/snapshots/${snapshotId}`, {method: 'DELETE'}),

  /** @param after the key behind which keys are wanted; empty for the first ones */
  compareSnapshots: (projectId: number, from: number, to: number, after: string) => {
    const query = new URLSearchParams({limit: `${KEYS_PER_PAGE}`, ...(after === '' ? {} : {after})});
    return read<Comparison>(`/api/projects/${projectId}/snapshots/${from}/compare/${to}?${query.toString()}`);
  },
};
