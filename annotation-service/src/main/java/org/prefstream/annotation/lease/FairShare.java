package org.prefstream.annotation.lease;

import java.time.Instant;
import java.util.Set;

import org.prefstream.kit.database.Flight;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;

/**
 * How many tasks of a project a person may keep for a journey offline: as many as they want while nobody else is at work there, and
 * otherwise half of what is left for them. So whoever takes tasks along for hours never leaves the others without any.
 *
 * @param alone whether nobody else holds a task of the project
 * @param left how many more tasks the person could take; where it is enough for everybody, no more than that is counted
 */
record FairShare(boolean alone, long left) {

    /** Counting stops where half of it is all that anybody may have. */
    private static final int ENOUGH = 2 * ClaimTasks.KEPT_LEASES_MAX;

    /** So many of the tasks ahead, and of those that were freed, are looked at. */
    private static final int LOOKED_AT = 5_000;

    static final String READ = """
            select not exists (select from lease
                               where project_id = $1 and annotator <> $2 and state = 'LIVE'
                                   and expires_at > cast(cast($3 as text) as timestamptz)),
                (select count(*) from (
                    select from (
                        (select task_id from (%3$s) as ahead)
                        union
                        (select task_id from task_slot where project_id = $1 and freed_by >= $5 and free_slots > 0
                         order by freed_by, task_id limit %1$d)) as s
                    where not s.task_id = any (cast($6 as bigint[]))
                        and not exists (select from annotation a
                                        where a.task_id = s.task_id and a.completed_by = $2 and (a.counts or not $7))
                    limit %2$d) as open)
            """.formatted(LOOKED_AT, ENOUGH, Queue.freeAhead("$4", LOOKED_AT));

    FairShare {
        if (left < 0) {
            throw new IllegalArgumentException("a count of tasks is never " + left);
        }
    }

    /**
     * Asks in the flight's transaction, and locks nothing.
     *
     * @param held the tasks that the person holds already
     */
    static Uni<FairShare> ask(Flight flight, Claim claim, Cursor cursor, Set<Long> held, Instant now) {
        Future<RowSet<Row>> read = flight.send(READ, claim.projectId(), claim.annotator(), now.toString(),
                cursor.taskId(), cursor.since(), held.toArray(Long[]::new), claim.getsSkippedBack());
        return flight.landed().map(landed -> {
            Row row = read.result().iterator().next();
            return new FairShare(row.getBoolean(0), row.getLong(1));
        });
    }

    /** {@return how many tasks the person may hold who holds that many; never fewer than those} */
    int of(int here) {
        long half = (here + left + 1) / 2;
        return alone ? ClaimTasks.KEPT_LEASES_MAX : (int) Math.min(ClaimTasks.KEPT_LEASES_MAX, Math.max(here, half));
    }
}
