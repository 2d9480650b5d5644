package org.prefstream.export.snapshot;

import java.sql.Connection;
import java.sql.SQLException;

import org.prefstream.export.dataset.FrozenRows;

/** Removes snapshots, also for others, in their transactions. */
public final class RemoveSnapshot {

    private RemoveSnapshot() {
    }

    /**
     * Removes a snapshot with its deliveries, and the contents that no other one holds. It blocks.
     *
     * @param frozen within {@link org.prefstream.export.dataset.Dataset#changeFrozen}
     */
    public static void of(long snapshotId, FrozenRows frozen, Connection connection) throws SQLException {
        frozen.remove(snapshotId);
        frozen.tasks().remove(snapshotId);
        new SnapshotTable(connection).delete(snapshotId);
    }
}
