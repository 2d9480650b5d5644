package org.prefstream.annotation.lease;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;

import org.prefstream.kit.database.Flight;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;

/**
 * Finds the tasks that an annotator may take next. The search goes on behind the last task that the annotator claimed; with
 * uniform sampling it starts at a random place ahead, and with uncertainty sampling {@link ScoredQueue} comes first. It reads an index
 * that holds only tasks with free slots. When nothing is left ahead, it looks by another index at what was freed since the annotator's
 * last look. So its cost grows neither with the number of tasks nor with what was labeled before; but once per person it walks over
 * what this person has judged without claiming it.
 *
 * <p>It locks nothing, so what it found may be gone or held by somebody else.
 */
final class Queue {

    /** More claims than that do not run at once, so that each finds something that the others do not hold. */
    static final int CANDIDATES_MAX = 32;
    /** So many tasks a transaction walks over before it keeps the place. */
    static final int PORTION = 50_000;

    /** Project and task are compared as one, so that other projects' tasks are not walked over (ADR 0073). */
    private static final String FREE_AHEAD = """
            select t.project_id, t.task_id from task_slot t
            where (t.project_id, t.task_id) > ($1, %s) and (t.project_id, t.task_id) < ($1 + 1, 0) and t.free_slots > 0
            """;
    private static final String PORTION_AHEAD = "(" + freeAhead("$2", PORTION) + ") as s ";
    /** Where skipped tasks return to their annotator, a skip is no judgement. */
    private static final String NOT_JUDGED = """
            where not exists (select from annotation a where a.task_id = s.task_id and a.completed_by = $3 and (a.counts or not $4) offset 0)
            """;
    static final String AHEAD = "select s.task_id from " + PORTION_AHEAD + NOT_JUDGED
            + "order by s.project_id, s.task_id limit " + CANDIDATES_MAX;
    static final String END_OF_PORTION = "select coalesce(max(s.task_id), $2) from " + PORTION_AHEAD;
    static final String FREED = """
            select s.task_id from task_slot s
            """ + NOT_JUDGED + """
            and s.project_id = $1 and s.freed_by >= $2 and s.free_slots > 0
            order by s.freed_by, s.task_id limit
            """ + CANDIDATES_MAX;
    static final String RANGE_AHEAD = "select (select task_id from (" + freeAhead("$2", 1)
            + ") as first), (select task_id from (" + FREE_AHEAD.formatted("$2")
            + "order by t.project_id desc, t.task_id desc limit 1) as last)";

    /**
     * What a search has found.
     *
     * @param candidates tasks that the annotator may take, the first one first
     * @param cursor as it is once nothing of what was found is taken
     * @param behind gives the cursor as it is once some of what was found is locked
     */
    record Found(List<Long> candidates, Cursor cursor, Function<List<Long>, Cursor> behind) {

        /** What follows on the cursor, so that none that the annotator may take stands between. */
        static Found ahead(List<Long> candidates, Cursor cursor) {
            return new Found(candidates, cursor, locked -> cursor.behind(candidates, locked));
        }

        /** What stands anywhere, so that the cursor stays. */
        static Found anywhere(List<Long> candidates, Cursor cursor) {
            return new Found(candidates, cursor, locked -> cursor);
        }

        /** {@return the cursor as it is once some of what was found is locked} */
        Cursor cursor(List<Long> locked) {
            return behind.apply(locked);
        }
    }

    private Queue() {
    }

    /**
     * {@return SQL for the first tasks of the project {@code $1} that have free slots: {@code project_id} and {@code task_id}}
     *
     * @param place of the task behind which they stand, as SQL
     */
    static String freeAhead(String place, int limit) {
        return FREE_AHEAD.formatted(place) + "order by t.project_id, t.task_id limit " + limit;
    }

    /**
     * {@return what the annotator may take next, read in the flight's transaction}
     *
     * @param held the tasks that the annotator holds already
     */
    static Uni<Found> find(Flight flight, Claim claim, Cursor cursor, Set<Long> held) {
        if (claim.isByScore()) {
            return leastCertain(flight, claim, cursor, held);
        }
        return claim.isAtRandom() ? anywhere(flight, claim, cursor, held) : next(flight, claim, cursor, held);
    }

    private static Uni<Found> leastCertain(Flight flight, Claim claim, Cursor cursor, Set<Long> held) {
        return ScoredQueue.find(flight, claim, cursor, held)
                .chain(found -> found.candidates().isEmpty() && !found.cursor().isElsewhereThan(cursor)
                        ? next(flight, claim, found.cursor(), held)
                        : Uni.createFrom().item(found));
    }

    private static Uni<Found> anywhere(Flight flight, Claim claim, Cursor cursor, Set<Long> held) {
        Future<RowSet<Row>> range = flight.send(RANGE_AHEAD, claim.projectId(), cursor.taskId());
        return flight.landed().chain(() -> {
            Row row = range.result().iterator().next();
            if (row.getLong(0) == null) {
                return next(flight, claim, cursor, held);
            }
            long start = ThreadLocalRandom.current().nextLong(row.getLong(0) - 1, row.getLong(1));
            return search(flight, AHEAD, claim, start, held).chain(found -> found.isEmpty()
                    ? next(flight, claim, cursor, held)
                    : Uni.createFrom().item(Found.anywhere(found, cursor)));
        });
    }

    private static Uni<Found> next(Flight flight, Claim claim, Cursor cursor, Set<Long> held) {
        return search(flight, AHEAD, claim, cursor.taskId(), held).chain(found -> found.isEmpty()
                ? freed(flight, claim, cursor, held)
                : Uni.createFrom().item(Found.ahead(found, cursor)));
    }

    private static Uni<Found> freed(Flight flight, Claim claim, Cursor cursor, Set<Long> held) {
        Future<RowSet<Row>> end = flight.send(END_OF_PORTION, claim.projectId(), cursor.taskId());
        return search(flight, FREED, claim, cursor.since(), held).map(found -> {
            long lookedAt = end.result().iterator().next().getLong(0);
            if (lookedAt > cursor.taskId()) {
                return Found.anywhere(List.of(), cursor.to(lookedAt));
            }
            return Found.anywhere(found, found.isEmpty() ? cursor.caughtUp() : cursor);
        });
    }

    private static Uni<List<Long>> search(Flight flight, String sql, Claim claim, long from, Set<Long> held) {
        Future<RowSet<Row>> rows = flight.send(sql, claim.projectId(), from, claim.annotator(),
                claim.getsSkippedBack());
        return flight.landed().map(landed -> {
            List<Long> found = new ArrayList<>();
            rows.result().forEach(row -> found.add(row.getLong(0)));
            found.removeAll(held);
            return found;
        });
    }
}
