package org.prefstream.annotation.lease;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.prefstream.annotation.lease.Queue.Found;
import org.prefstream.annotation.lease.ScoredPlace.Candidate;
import org.prefstream.kit.database.Flight;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;

/**
 * Finds the tasks with the least scores that an annotator may take, for uncertainty sampling. Tasks without a score are not looked
 * at: {@link Queue} gives them when nothing is left here.
 *
 * <p>The search goes on where the annotator's last one ended, so that it does not walk again over what this person has judged and
 * others may still take. First it looks at what was freed or scored anew since. If any of that stands before, it goes back there.
 * So the order is the one of the present scores, whenever they came.
 */
final class ScoredQueue {

    /** Where more than that was freed or scored since, it is cheaper to begin anew. */
    private static final int SINCE_MAX = 1_000;

    /**
     * A task that the annotator has skipped is left to {@link Queue}, where it comes back after the others if it comes back at all. The
     * offset keeps PostgreSQL from reading all annotations first, where the index has the few that are asked for.
     */
    private static final String OPEN = """
            where not exists (select from annotation a where a.task_id = s.task_id and a.completed_by = $4 offset 0)
                and not s.task_id = any (cast($5 as bigint[]))
            """;
    private static final String PORTION_AHEAD = """
            (select t.task_id, t.score from task_slot t
             where t.project_id = $1 and (t.score, t.task_id) > ($2, $3) and t.score is not null and t.free_slots > 0
             order by t.score, t.task_id limit %d) as s
            """.formatted(Queue.PORTION);
    private static final String AHEAD = "select s.task_id, s.score from " + PORTION_AHEAD + OPEN
            + "order by s.score, s.task_id limit " + Queue.CANDIDATES_MAX;
    private static final String END_OF_PORTION = "select s.task_id, s.score from " + PORTION_AHEAD
            + "order by s.score desc, s.task_id desc limit 1";
    private static final String FREED = """
            with freed as materialized (
                select t.task_id, t.score from task_slot t where t.project_id = $1 and t.freed_by >= $6 and t.free_slots > 0
                order by t.freed_by, t.task_id limit %d)
            select first.task_id, first.score, (select count(*) from freed)
            from (values (1)) as one left join (select s.task_id, s.score from freed s
            """
            .formatted(SINCE_MAX) + OPEN + """
                    and (s.score, s.task_id) <= ($2, $3)
                    order by s.score, s.task_id limit 1) as first on true
                    """;

    private ScoredQueue() {
    }

    /**
     * {@return what the annotator may take next, read in the flight's transaction; nothing, and the cursor elsewhere, if the search
     * has to go on there}
     *
     * @param held the tasks that the annotator holds already
     */
    static Uni<Found> find(Flight flight, Claim claim, Cursor cursor, Set<Long> held) {
        ScoredPlace place = cursor.scored();
        Long[] ids = held.toArray(Long[]::new);
        Future<RowSet<Row>> freed = flight.send(FREED, claim.projectId(), place.score(), place.taskId(),
                claim.annotator(), ids, place.since());
        return flight.landed()
                .chain(() -> ahead(flight, claim, cursor.with(place.caughtUp(cursor.now())),
                        from(freed.result(), place, cursor.now()), ids));
    }

    private static ScoredPlace from(RowSet<Row> freed, ScoredPlace place, long now) {
        Row row = freed.iterator().next();
        if (row.getLong(2) == SINCE_MAX) {
            return ScoredPlace.beginning(now);
        }
        ScoredPlace caughtUp = place.caughtUp(now);
        return row.getLong(0) == null ? caughtUp : caughtUp.before(candidate(row));
    }

    private static Uni<Found> ahead(Flight flight, Claim claim, Cursor cursor, ScoredPlace from, Long[] held) {
        Future<RowSet<Row>> rows = flight.send(AHEAD, claim.projectId(), from.score(), from.taskId(), claim.annotator(),
                held);
        return flight.landed().chain(() -> {
            List<Candidate> found = new ArrayList<>();
            rows.result().forEach(row -> found.add(candidate(row)));
            return found.isEmpty()
                    ? nothing(flight, claim, cursor, from)
                    : Uni.createFrom()
                            .item(new Found(found.stream().map(Candidate::taskId).toList(), cursor.with(from),
                                    locked -> cursor.with(from.behind(found, locked))));
        });
    }

    /** Nothing behind the cursor is left either, once there is nothing behind where the search began. */
    private static Uni<Found> nothing(Flight flight, Claim claim, Cursor cursor, ScoredPlace from) {
        Future<RowSet<Row>> end = flight.send(END_OF_PORTION, claim.projectId(), from.score(), from.taskId());
        return flight.landed().map(landed -> {
            for (Row row : end.result()) {
                return Found.anywhere(List.of(), cursor.with(from.behind(candidate(row))));
            }
            return Found.anywhere(List.of(), cursor);
        });
    }

    private static Candidate candidate(Row row) {
        return new Candidate(row.getLong(0), row.getDouble(1));
    }
}
