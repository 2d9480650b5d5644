package org.prefstream.annotation.copies;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.kit.database.Flight;
import org.prefstream.kit.database.SetStatement;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/**
 * Counts the slots of tasks: how many more annotators may take each one. After each change it counts annotations and leases
 * anew, under the task's row lock. So there is no running total that could drift.
 *
 * <p>A task that somebody may take now and perhaps could not before is marked with the number of the transaction that freed it.
 * Whoever found nothing to label looks for such marks.
 */
@ApplicationScoped
public class Slots {

    private static final String RECOUNT = """
            update task_slot t
            set free_slots = t.overlap - counted.people - leased.people, finished = counted.people >= t.overlap,
                freed_by = case when t.overlap - counted.people - leased.people > case when %1$s then 0 else greatest(t.free_slots, 0) end
                    then cast(cast(pg_current_xact_id() as text) as bigint) else t.freed_by end
            from unnest(cast(? as bigint[])) as ids(id),
                lateral (select count(distinct a.completed_by) as people from annotation a
                         where a.task_id = ids.id and a.counts) counted,
                lateral (select count(*) as people from lease l
                         where l.task_id = ids.id and l.state = 'LIVE' and not exists
                             (select 1 from annotation a where a.task_id = l.task_id and a.completed_by = l.annotator and a.counts)
                        ) leased
            where t.task_id = ids.id and (%1$s or t.free_slots <> t.overlap - counted.people - leased.people
                or t.finished <> (counted.people >= t.overlap))
            """;
    /** More slots than before are free. */
    private static final String AFTER_A_CHANGE = RECOUNT.formatted("false");
    /** A skip that is gone took no slot, and kept its author from the task all the same. */
    private static final String AFTER_A_DELETION = RECOUNT.formatted("true");

    /** Counts the slots of tasks whose rows the present transaction has locked. */
    public Uni<Void> recount(List<Long> taskIds) {
        return recount(AFTER_A_CHANGE, taskIds);
    }

    /** Counts the slots of one task, whose row the present transaction has locked. */
    public Uni<Void> recount(long taskId) {
        return recount(List.of(taskId));
    }

    /** Counts the slots of a task that has lost an annotation, and whose row the present transaction has locked. */
    public Uni<Void> recountWithout(long taskId) {
        return recount(AFTER_A_DELETION, List.of(taskId));
    }

    /** Counts the slots of tasks that have lost annotations, and whose rows the present transaction has locked. */
    public Uni<Void> recountWithout(List<Long> taskIds) {
        return recount(AFTER_A_DELETION, taskIds);
    }

    /** Counts the slots of tasks whose rows the present transaction has locked, in which no entities wait to be written. */
    Uni<Integer> count(List<Long> taskIds) {
        return statement(AFTER_A_CHANGE, taskIds).send();
    }

    /** Sends the count of the slots of tasks whose rows the flight's transaction has locked. */
    public void recount(Flight flight, List<Long> taskIds) {
        flight.send(statement(AFTER_A_CHANGE, taskIds));
    }

    private static Uni<Void> recount(String sql, List<Long> taskIds) {
        if (taskIds.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Panache.getSession()
                .call(session -> session.flush())
                .chain(() -> statement(sql, taskIds).execute())
                .replaceWithVoid();
    }

    private static SetStatement<Long> statement(String sql, List<Long> taskIds) {
        return new SetStatement<>(sql, taskIds).longs(id -> id);
    }
}
