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

import io.quarkus.hibernate.reactive.panache.Panache;
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
            select project_id, revision, record from project_copy where project_id = any (cast(?1 as bigint[])) and not deleted
            """;
    private static final String READ_IN_FLIGHT = READ.replace('?', '$');

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
        return new Found(true,
                row.getString(2) == null && before != null
                        ? before.project
                        : keep(row.getLong(0), row.getLong(1), row.getString(2)));
    }

    /** {@return the projects of tasks by id, read within the flight as far as they are not kept; those that are gone are missing} */
    public Uni<Map<Long, ProjectRecord>> of(Flight flight, Collection<LockedTask> tasks) {
        Map<Long, ProjectRecord> present = new HashMap<>();
        Set<Long> missing = new HashSet<>();
        for (LockedTask task : tasks) {
            Long revision = task.projectRevision();
            if (revision != null) {
                find(task.projectId(), revision, present, missing);
            }
        }
        if (missing.isEmpty()) {
            return Uni.createFrom().item(present);
        }
        Future<RowSet<Row>> rows = flight.send(READ_IN_FLIGHT, (Object) missing.toArray(Long[]::new));
        return flight.landed().map(landed -> {
            rows.result()
                    .forEach(
                            row -> present.put(row.getLong(0), keep(row.getLong(0), row.getLong(1), row.getString(2))));
            return present;
        });
    }

    /**
     * {@return projects by id, read in the present session as far as they are not kept; those that are gone are missing}
     *
     * @param revisions the present revision of each, by id
     */
    public Uni<Map<Long, ProjectRecord>> of(Map<Long, Long> revisions) {
        Map<Long, ProjectRecord> present = new HashMap<>();
        Set<Long> missing = new HashSet<>();
        revisions.forEach((id, revision) -> find(id, revision, present, missing));
        if (missing.isEmpty()) {
            return Uni.createFrom().item(present);
        }
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(READ, Object[].class)
                        .setParameter(1, missing.toArray(Long[]::new))
                        .getResultList())
                .map(rows -> {
                    rows.forEach(
                            row -> present.put((Long) row[0], keep((Long) row[0], (Long) row[1], (String) row[2])));
                    return present;
                });
    }

    private void find(long id, long revision, Map<Long, ProjectRecord> present, Set<Long> missing) {
        Kept found = kept.getIfPresent(id);
        if (found != null && found.revision == revision) {
            present.put(id, found.project);
        } else {
            missing.add(id);
        }
    }

    private ProjectRecord keep(long id, long revision, String record) {
        ProjectRecord project = Json.read(record, ProjectRecord.class);
        kept.put(id, new Kept(revision, project));
        return project;
    }
}
