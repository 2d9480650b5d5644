package org.prefstream.export.dataset;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.contract.PreferenceRecord;
import org.prefstream.kit.database.DatabaseErrors;
import org.prefstream.kit.projection.Change;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;

/**
 * Tells readers of streams that rows of theirs have changed: at once when this process has committed them, and within a second
 * when another replica has. Nobody asks the database for each reader.
 */
@ApplicationScoped
public class Arrivals {

    private final RowChanges changes;
    private final Watches<Audience> watches = new Watches<>();
    private volatile long lastSeen;

    Arrivals(RowChanges changes) {
        this.changes = changes;
    }

    /** {@return an ear for the rows that this audience gets} */
    public Watch watch(Audience audience) {
        return watches.watch(audience);
    }

    /** Calls those whose rows are among these changes. A deletion does not say whose row it was, so it calls everybody. */
    void committed(List<Change<PreferenceRecord>> committed) {
        if (watches.isEmpty()) {
            return;
        }
        Set<Audience> concerned = new HashSet<>();
        boolean concernsAll = false;
        for (Change<PreferenceRecord> change : committed) {
            PreferenceRecord record = change.state();
            if (record == null) {
                concernsAll = true;
            } else {
                concerned.add(new Audience(record.projectId(), null));
                concerned.add(new Audience(record.projectId(), record.annotatorId()));
            }
        }
        boolean all = concernsAll;
        watches.raise(audience -> all || concerned.contains(audience));
    }

    /** Calls everybody if positions were taken since the last look, by whichever replica. */
    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP, skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> look() {
        return watches.isEmpty()
                ? Uni.createFrom().voidItem()
                : changes.last()
                        .invoke(this::seen)
                        .replaceWithVoid()
                        .onFailure(DatabaseErrors::isTransient)
                        .recoverWithNull(); // the next look may work
    }

    private void seen(long last) {
        if (last != lastSeen) {
            lastSeen = last;
            watches.raise(audience -> true);
        }
    }
}
