package org.prefstream.task.task;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.kit.database.Transactions;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/**
 * Finds chosen tasks that can go because a twin of theirs is chosen, too, and stays. Of twins those with annotations stay, all of them,
 * and where none has any, the oldest. Fingerprints must be complete.
 */
@ApplicationScoped
public class TwinTasks {

    /** What nobody has annotated, nor brought annotations for. Projects are no constants in joins (ADR 0074). */
    static final String UNJUDGED = """
            t.imported_annotations = 0 and not exists (select from task_count k where k.project_id = t.project_id + 0
                and k.task_id = t.id and (k.total_annotations > 0 or k.cancelled_annotations > 0))
            """;
    private static final String TO_GO = """
            select s.task_id from task_fingerprint s
            where s.project_id = ?1 and s.task_id = any (cast(?%1$d as bigint[]))
                and exists (select from task t where t.id = s.task_id and %2$s)
                and exists (
                    select from task_fingerprint o
                    join task t on t.id = o.task_id
                    left join task_count c on c.project_id = t.project_id + 0 and c.task_id = t.id
                    where o.project_id = s.project_id and o.fingerprint = s.fingerprint and o.task_id <> s.task_id
                        and (o.task_id < s.task_id or not (%2$s)) and %3$s)
            order by s.task_id
            """;

    private final Transactions transactions;

    TwinTasks(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * {@return which of these tasks can go, in the order of ids}; blocks
     *
     * @param query Label Studio's query as JSON, which says which tasks are chosen
     * @param set ids of chosen tasks
     */
    public List<Long> toGo(long projectId, String query, List<Long> set) {
        TaskQuery chosen = TaskQuery.of(projectId, query, false);
        int ids = chosen.parameters().size() + 1;
        String sql = TO_GO.formatted(ids, UNJUDGED, chosen.where());
        Uni<List<Long>> found = transactions.read(() -> Panache.getSession().chain(session -> {
            var select = session.createNativeQuery(sql, Long.class).setParameter(ids, set.toArray(Long[]::new));
            for (int i = 1; i < ids; i++) {
                select.setParameter(i, chosen.parameters().get(i - 1));
            }
            return select.getResultList();
        }));
        return found.await().indefinitely();
    }
}
