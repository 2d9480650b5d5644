package org.prefstream.annotation.lease;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.reactive.mutiny.Mutiny;
import org.prefstream.contract.ProjectRecord;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/**
 * Finds the next task for an annotator. The search goes on behind the last task that the annotator claimed; with uniform
 * sampling it starts at a random place. It reads an index that holds only tasks with free slots, and steps over rows that
 * others are claiming. So its cost grows neither with the number of tasks nor with what was labeled before.
 *
 * <p>When nothing is left ahead, the search begins anew from the first task. It waits for rows that others are
 * claiming only when that finds nothing either.
 */
@ApplicationScoped
class Queue {

    private static final String NEXT = """
            select t.task_id from task_slot t
            where t.project_id = ?1 and t.task_id > ?3 and t.free_slots > 0
                and not exists (select 1 from annotation a
                                where a.task_id = t.task_id and a.completed_by = ?2 and (a.counts or ?4))
                and not exists (select 1 from lease l
                                where l.task_id = t.task_id and l.annotator = ?2 and l.state = 'LIVE')
            order by t.task_id limit 1 for update of t
            """;
    private static final String NEXT_UNCLAIMED = NEXT.stripTrailing() + " skip locked";
    private static final String RANDOM_START = """
            select coalesce(min(task_id) + cast(random() * (max(task_id) - min(task_id)) as bigint), 0) - 1
            from task_slot where project_id = ?1 and free_slots > 0
            """;

    /** {@return the id of the next task that this annotator may take, with its row locked; empty if there is none} */
    Uni<Optional<Long>> next(ProjectRecord project, long annotator) {
        return Panache.getSession()
                .chain(session -> start(session, project, annotator)
                        .chain(start -> first(session, NEXT_UNCLAIMED, project, annotator, start))
                        .chain(found -> found.isPresent()
                                ? item(found)
                                : first(session, NEXT_UNCLAIMED, project, annotator, 0))
                        .chain(found -> found.isPresent() ? item(found) : first(session, NEXT, project, annotator, 0))
                        .call(found -> found.isPresent()
                                ? remember(session, project, annotator, found.get())
                                : item(0)));
    }

    private static Uni<Optional<Long>> first(Mutiny.Session session, String query, ProjectRecord project,
            long annotator, long behind) {
        return session.createNativeQuery(query, Long.class)
                .setParameter(1, project.projectId())
                .setParameter(2, annotator)
                .setParameter(3, behind)
                .setParameter(4, !project.skipQueue().equals("REQUEUE_FOR_ME"))
                .getResultList()
                .map(rows -> rows.stream().findFirst());
    }

    private static Uni<Long> start(Mutiny.Session session, ProjectRecord project, long annotator) {
        if (project.sampling().startsWith("Uniform")) {
            return session.createNativeQuery(RANDOM_START, Long.class)
                    .setParameter(1, project.projectId())
                    .getSingleResult();
        }
        return session
                .createNativeQuery("select task_id from claim_cursor where project_id = ?1 and annotator = ?2",
                        Long.class)
                .setParameter(1, project.projectId())
                .setParameter(2, annotator)
                .getResultList()
                .map((List<Long> rows) -> rows.isEmpty() ? 0L : rows.get(0));
    }

    private static Uni<Integer> remember(Mutiny.Session session, ProjectRecord project, long annotator, long taskId) {
        return session.createNativeQuery("""
                insert into claim_cursor (project_id, annotator, task_id) values (?1, ?2, ?3)
                on conflict (project_id, annotator) do update set task_id = excluded.task_id
                """)
                .setParameter(1, project.projectId())
                .setParameter(2, annotator)
                .setParameter(3, taskId)
                .executeUpdate();
    }

    private static <T> Uni<T> item(T item) {
        return Uni.createFrom().item(item);
    }
}
