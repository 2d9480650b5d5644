package org.prefstream.annotation.copies;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.contract.ProjectRecord;
import org.prefstream.kit.database.Flight;
import org.prefstream.labelstudio.json.Json;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;

/**
 * Keeps parsed projects. Whoever locks a task learns the revision of its project, and a project that is kept under another
 * revision is read anew; so what is kept is never old.
 */
@ApplicationScoped
public class ProjectCache {

    private static final int KEPT_MAX = 1_000;
    private static final String READ = """
            select project_id, revision, record from project_copy where project_id = any (cast($1 as bigint[])) and not deleted
            """;

    private record Kept(long revision, ProjectRecord project) {
    }

    private final Cache<Long, Kept> kept = Caffeine.newBuilder().maximumSize(KEPT_MAX).build();

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
