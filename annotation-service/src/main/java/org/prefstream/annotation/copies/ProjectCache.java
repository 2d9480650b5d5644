package org.prefstream.annotation.copies;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.prefstream.contract.ProjectRecord;
import org.prefstream.kit.database.Flight;
import org.prefstream.labelstudio.json.Json;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;

/**
 * Keeps parsed projects. Whoever locks a task or looks for a project learns its revision, and a project that is kept under another
 * revision is read anew; so what is kept is never old.
 */
@ApplicationScoped
public class ProjectCache {

    private static final int KEPT_MAX = 1_000;
    private static final String READ = """
            select project_id, revision, record from project_copy where project_id = any (cast($1 as bigint[])) and not deleted
            """;

    private static final String LOOK = """
            select project_id, revision, case when not deleted and revision <> $2 then record end, deleted
            from project_copy where project_id = $1
            """;

    /**
     * A project as it is found here.
     *
     * @param known whether a topic or its owner has told of it
     * @param project null where it is not known, or deleted
     */
    record Found(boolean known, @Nullable ProjectRecord project) {
    }

    private record Kept(long revision, ProjectRecord project) {
    }

    private final Pool pool;
    private final Cache<Long, Kept> kept = Caffeine.newBuilder().maximumSize(KEPT_MAX).build();

    ProjectCache(Pool pool) {
        this.pool = pool;
    }

    /** {@return the project as its copy says now; its record is read and parsed only where another revision was kept} */
    Uni<Found> find(long projectId) {
        Kept before = kept.getIfPresent(projectId);
        return pool.preparedQuery(LOOK)
                .execute(Tuple.of(projectId, before == null ? -1L : before.revision))
                .map(rows -> rows.size() == 0
                        ? new Found(false, null)
                        : found(rows.iterator().next().getDelegate(), before));
    }

    private Found found(Row row, @Nullable Kept before) {
        if (row.getBoolean(3)) {
            return new Found(true, null);
        }
        return new Found(true, row.getString(2) == null && before != null ? before.project : keep(row));
    }

    /** {@return the projects of tasks by id, read within the flight as far as they are not kept; those that are gone are missing} */
    public Uni<Map<Long, ProjectRecord>> of(Flight flight, Collection<LockedTask> tasks) {
        Map<Long, ProjectRecord> present = new HashMap<>();
        Set<Long> missing = new HashSet<>();
        for (LockedTask task : tasks) {
            Long revision = task.projectRevision();
            Kept found = kept.getIfPresent(task.projectId());
            if (found != null && revision != null && found.revision == revision) {
                present.put(task.projectId(), found.project);
            } else if (revision != null) {
                missing.add(task.projectId());
            }
        }
        if (missing.isEmpty()) {
            return Uni.createFrom().item(present);
        }
        Future<RowSet<Row>> rows = flight.send(READ, (Object) missing.toArray(Long[]::new));
        return flight.landed().map(landed -> {
            rows.result().forEach(row -> present.put(row.getLong(0), keep(row)));
            return present;
        });
    }

    private ProjectRecord keep(Row row) {
        ProjectRecord project = Json.read(row.getString(2), ProjectRecord.class);
        kept.put(row.getLong(0), new Kept(row.getLong(1), project));
        return project;
    }
}
