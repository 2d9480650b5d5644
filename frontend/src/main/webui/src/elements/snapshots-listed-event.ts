import type {Snapshot} from '../model/snapshots.js';

/** Fired when the snapshots of a project are known, and when one was made or deleted. */
export class SnapshotsListedEvent extends Event {
  static readonly type = 'snapshots-listed';

  constructor(readonly snapshots: readonly Snapshot[]) {
    super(SnapshotsListedEvent.type);
  }
}
