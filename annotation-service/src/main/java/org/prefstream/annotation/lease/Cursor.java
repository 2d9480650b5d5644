package org.prefstream.annotation.lease;

import java.util.List;

import org.prefstream.kit.database.Flight;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;

/**
 * How far an annotator's search in a project has come. What this annotator may take among the tasks up to {@code taskId} was
 * freed by transaction {@code since} or a later one, so that it need not be looked for among all tasks.
 *
 * <p>Transactions are numbered when they begin to write and are seen when they commit, in another order. So {@code since} is
 * never later than the oldest transaction that was still running when the annotator looked.
 *
 * @param taskId 0 at the beginning
 * @param now the oldest transaction that is still running
 * @param scored how far the search among tasks with a score has come, which goes by these
 */
record Cursor(long taskId, long since, long now, ScoredPlace scored) {

    /**
     * What the annotator may take changes with the treatment of skipped tasks, and a database that was moved to another server
     * meets other numbers of transactions there. Then the search begins anew.
     */
    private static final String READ = """
            select c.task_id, c.since, cast(cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as bigint),
                c.scored_to, c.scored_task_id, c.scored_since
            from (values (1)) as one left join claim_cursor c
                on c.project_id = $1 and c.annotator = $2 and c.skip_queue = $3
                    and c.server = (select system_identifier from pg_control_system())
            """;
    private static final String KEEP = """
            insert into claim_cursor (project_id, annotator, task_id, since, skip_queue, scored_to, scored_task_id, scored_since,
                server)
            select $1, $2, $3, $4, $5, $6, $7, $8, system_identifier from pg_control_system()
            on conflict (project_id, annotator) do update set task_id = excluded.task_id, since = excluded.since,
                skip_queue = excluded.skip_queue, scored_to = excluded.scored_to, scored_task_id = excluded.scored_task_id,
                scored_since = excluded.scored_since, server = excluded.server
            """;

    /** Asks for a cursor, before anything is searched. {@return a row that {@link #read} reads} */
    static Future<RowSet<Row>> ask(Flight flight, Claim claim) {
        return flight.send(READ, claim.projectId(), claim.annotator(), claim.project().skipQueue());
    }

    /** {@return the cursor, or one from the beginning where there is none} */
    static Cursor read(RowSet<Row> rows) {
        Row row = rows.iterator().next();
        Long taskId = row.getLong(0);
        long now = row.getLong(2);
        if (taskId == null) {
            return beginning(now);
        }
        Double scoredTo = row.getDouble(3);
        return new Cursor(taskId, row.getLong(1), now,
                scoredTo == null
                        ? ScoredPlace.beginning(now)
                        : new ScoredPlace(scoredTo, row.getLong(4), row.getLong(5)));
    }

    /** {@return the cursor of somebody who has not searched yet} */
    static Cursor beginning(long now) {
        return new Cursor(0, now, now, ScoredPlace.beginning(now));
    }

    /** Sends this cursor, to be kept for the next claim. */
    void keep(Flight flight, Claim claim) {
        flight.send(KEEP, claim.projectId(), claim.annotator(), taskId, since, claim.project().skipQueue(),
                scored.score(), scored.taskId(), scored.since());
    }

    /** {@return the cursor after all tasks up to this one were looked at} */
    Cursor to(long lookedAt) {
        return new Cursor(lookedAt, since, now, scored);
    }

    /**
     * {@return the cursor after these tasks were found ahead in order, and some of them locked}
     *
     * <p>A task that somebody else holds may become free without a trace, when that transaction is rolled back. So the cursor
     * stays before it.
     */
    Cursor behind(List<Long> found, List<Long> locked) {
        for (long id : found) {
            if (!locked.contains(id)) {
                return to(id - 1);
            }
        }
        return to(found.get(found.size() - 1));
    }

    /** {@return the cursor after there was nothing, neither ahead nor among what was freed} */
    Cursor caughtUp() {
        return new Cursor(taskId, now, now, scored);
    }

    /** {@return the cursor with another place among the tasks with a score} */
    Cursor with(ScoredPlace place) {
        return new Cursor(taskId, since, now, place);
    }

    /** {@return whether a search from here looks at other tasks ahead than one from the other cursor} */
    boolean isElsewhereThan(Cursor other) {
        return taskId != other.taskId || !scored.isAt(other.scored);
    }
}
