package org.prefstream.annotation.copies;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.kit.database.Flight;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/**
 * Counts the slots of tasks: how many more annotators may take each one. After each change it counts annotations and leases
 * anew, under the task's row lock. So there is no running total that could drift.
 */
@ApplicationScoped
public class Slots {

    private static final String RECOUNT = """
            update task_slot t
            set free_slots = t.overlap - counted.people - leased.people, finished = counted.people >= t.overlap
            from unnest(cast(?1 as bigint[])) as ids(id),
                lateral (select count(distinct a.completed_by) as people from annotation a
                         where a.task_id = ids.id and a.counts) counted,
                lateral (select count(*) as people from lease l
                         where l.task_id = ids.id and l.state = 'LIVE' and not exists
                             (select 1 from annotation a where a.task_id = l.task_id and a.completed_by = l.annotator and a.counts)
                        ) leased
            where t.task_id = ids.id
            """;

    private static final String RECOUNT_IN_FLIGHT = RECOUNT.replace('?', '$');

    /** Counts the slots of tasks whose rows the present transaction has locked. */
    public Uni<Void> recount(List<Long> taskIds) {
        if (taskIds.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Panache.getSession()
                .call(session -> session.flush())
                .chain(session -> session.createNativeQuery(RECOUNT)
                        .setParameter(1, taskIds.toArray(Long[]::new))
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Sends the count of the slots of tasks whose rows the flight's transaction has locked. */
    public void recount(Flight flight, List<Long> taskIds) {
        if (!taskIds.isEmpty()) {
            flight.send(RECOUNT_IN_FLIGHT, (Object) taskIds.toArray(Long[]::new));
        }
    }

    /** Counts the slots of one task, whose row the present transaction has locked. */
    public Uni<Void> recount(long taskId) {
        return recount(List.of(taskId));
    }
}
