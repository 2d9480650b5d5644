package org.prefstream.export.dataset;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.kit.database.DatabaseErrors;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Tells readers that the statistics of a project have changed, by ties and skips too: at once when this process has committed the change,
 * and within a second when another replica has. {@link FoldTallies} leaves changes alone for as long as that takes.
 */
@ApplicationScoped
public class TallyArrivals {

    private static final String CHANGED = """
            select project_id, max(changed_at) from tally_batch where project_id = any($1) group by project_id
            """;

    private final Pool pool;
    private final Watches<Long> watches = new Watches<>();
    private volatile Map<Long, OffsetDateTime> lastSeen = Map.of();

    TallyArrivals(Pool pool) {
        this.pool = pool;
    }

    /** {@return an ear for the statistics of a project} */
    public Watch watch(long projectId) {
        return watches.watch(projectId);
    }

    /** Calls those whose project is among these. A deletion does not say whose it was; the next look does. */
    void committed(Stream<Long> projectIds) {
        if (!watches.isEmpty()) {
            Set<Long> concerned = projectIds.collect(Collectors.toSet());
            watches.raise(concerned::contains);
        }
    }

    /** Calls those whose project has changed since the last look, by whichever replica. */
    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP, skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> look() {
        Set<Long> projects = watches.keys();
        return projects.isEmpty()
                ? Uni.createFrom().voidItem()
                : pool.preparedQuery(CHANGED)
                        .execute(Tuple.of(projects.toArray(Long[]::new)))
                        .invoke(this::seen)
                        .replaceWithVoid()
                        .onFailure(DatabaseErrors::isTransient)
                        .recoverWithNull(); // the next look may work
    }

    private void seen(RowSet<Row> rows) {
        Map<Long, OffsetDateTime> now = new HashMap<>();
        rows.forEach(row -> now.put(row.getLong(0), row.getOffsetDateTime(1)));
        Map<Long, OffsetDateTime> before = lastSeen;
        lastSeen = Map.copyOf(now);
        watches.raise(project -> !Objects.equals(now.get(project), before.get(project)) && now.containsKey(project));
    }
}
