package org.prefstream.annotation.copies;

import java.util.Collection;
import java.util.Objects;

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
 * @param json what task-service published; null where the task was deleted a moment ago
 * @param freeSlots how many more annotators may take it
 * @param projectRevision the revision of its project; null where the project is deleted or not known here
 */
public record LockedTask(
        long taskId,
        long projectId,
        @Nullable String json,
        int freeSlots,
        @Nullable Long projectRevision) {

    /** Rows are locked by ascending id, so two transactions do not deadlock. */
    private static final String LOCK = """
            select s.task_id, s.project_id, t.record, s.free_slots, case when not p.deleted then p.revision end
            from task_slot s join task_copy t using (task_id) left join project_copy p on p.project_id = s.project_id
            where s.task_id = any (array(select unnest(cast($1 as bigint[]))
                union select task_id from lease where id = any (cast($2 as bigint[]))
                union select task_id from annotation where id = any (cast($3 as bigint[]))))
            order by s.task_id for update of s
            """;

    /** Locks tasks: those named, those of leases, and those of annotations. {@return the rows, which {@link #read} reads} */
    public static Future<RowSet<Row>> lock(Flight flight, Collection<Long> tasks, Collection<Long> leases,
            Collection<Long> annotations) {
        return flight.send(LOCK, tasks.toArray(Long[]::new), leases.toArray(Long[]::new),
                annotations.toArray(Long[]::new));
    }

    /** {@return the task of a row that {@link #lock} has found} */
    public static LockedTask read(Row row) {
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
