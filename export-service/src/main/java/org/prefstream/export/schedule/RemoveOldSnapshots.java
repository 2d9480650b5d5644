package org.prefstream.export.schedule;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;
import org.prefstream.export.dataset.Dataset;
import org.prefstream.export.schedule.KeptSnapshots.Old;
import org.prefstream.export.snapshot.RemoveSnapshot;
import org.prefstream.kit.database.Transactions;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/**
 * Removes the snapshots of schedules that these keep no longer. Each is removed in a transaction of its own that asks once more, so that any
 * number of replicas may look, and a delivery that has begun meanwhile is not disturbed. What was sent to a target stays there.
 */
@ApplicationScoped
class RemoveOldSnapshots {

    private static final Logger LOG = Logger.getLogger(RemoveOldSnapshots.class);
    private static final int AT_ONCE = 20;

    private final Transactions transactions;
    private final Dataset dataset;

    RemoveOldSnapshots(Transactions transactions, Dataset dataset) {
        this.transactions = transactions;
        this.dataset = dataset;
    }

    /** Removes some of what is kept no longer, on a worker thread. */
    @Scheduled(every = "5s", concurrentExecution = ConcurrentExecution.SKIP, skipExecutionIf = ApplicationNotRunning.class)
    void tend() {
        List<Old> old = transactions.bulk(connection -> new KeptSnapshots(connection).tooMany(AT_ONCE));
        for (Old one : old) {
            if (remove(one)) {
                LOG.infof("removed snapshot %d of project %d, of which its schedule keeps %d", one.snapshotId(),
                        one.projectId(), one.keep());
            }
        }
    }

    private boolean remove(Old one) {
        return dataset.changeFrozen(one.projectId(), (frozen, connection) -> {
            var kept = new KeptSnapshots(connection);
            if (!kept.lock(one)) {
                return false;
            }
            kept.forget(one);
            RemoveSnapshot.of(one.snapshotId(), frozen, connection);
            return true;
        });
    }
}
