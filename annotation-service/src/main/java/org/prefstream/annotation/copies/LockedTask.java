package org.prefstream.annotation.copies;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.prefstream.contract.TaskRecord;
import org.prefstream.kit.database.Flight;
import org.prefstream.labelstudio.json.Json;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;

/**
 * A task whose row is locked until the transaction ends.
 *
 * @param json what task-service published; null where it was deleted
 * @param freeSlots how many more annotators may take it
 * @param projectRevision the revision of its project; null where the project is deleted or not known here
 */
public record LockedTask(
        long taskId,
        long projectId,
        @Nullable String json,
        int freeSlots,
        @Nullable Long projectRevision) {

    /** The tasks of a group: those named, those of leases, and those of annotations. */
    private static final String OF_GROUP = """
            (array(select unnest(cast($1 as bigint[]))
                union select task_id from lease where id = any (cast($2 as bigint[]))
                union select task_id from annotation where id = any (cast($3 as bigint[]))))
            """;
    /** A task that another transaction holds is passed over, so that the rest of the group does not wait for it. */
    private static final String LOCK = """
            select s.task_id, s.project_id, t.record, s.free_slots, case when not p.deleted then p.revision end
            from task_slot s join task_copy t using (task_id) left join project_copy p on p.project_id = s.project_id
            where s.task_id = any %s order by s.task_id for update of s skip locked
            """.formatted(OF_GROUP);
    private static final String THERE = "select task_id from task_slot where task_id = any " + OF_GROUP;

    /**
     * What was asked about the tasks of a group.
     *
     * @param locked the tasks that are locked now
     * @param there the ids of all, also of those that another transaction holds
     */
    public record Locking(Future<RowSet<Row>> locked, Future<RowSet<Row>> there) {

        /** {@return the locked tasks} */
        public List<LockedTask> tasks() {
            List<LockedTask> tasks = new ArrayList<>();
            locked.result().forEach(row -> tasks.add(LockedTask.read(row)));
            return tasks;
        }

        /** {@return the ids of the tasks that are there} */
        public Set<Long> idsThere() {
            Set<Long> ids = new HashSet<>();
            there.result().forEach(row -> ids.add(row.getLong(0)));
            return ids;
        }
    }

    /** Locks tasks, as far as nobody else holds them: those named, those of leases, and those of annotations. */
    public static Locking lock(Flight flight, Collection<Long> tasks, Collection<Long> leases,
            Collection<Long> annotations) {
        Object[] ids = {tasks.toArray(Long[]::new), leases.toArray(Long[]::new), annotations.toArray(Long[]::new)};
        return new Locking(flight.send(LOCK, ids), flight.send(THERE, ids));
    }

    private static LockedTask read(Row row) {
        return new LockedTask(row.getLong(0), row.getLong(1), row.getString(2), row.getInteger(3), row.getLong(4));
    }

    /** {@return whether the task is there and belongs to a project that is known here} */
    public boolean isThere() {
        return json != null && projectRevision != null;
    }

    /** {@return what task-service published; only for a task that is there} */
    public TaskRecord read() {
        return Json.read(Objects.requireNonNull(json), TaskRecord.class);
    }
}
