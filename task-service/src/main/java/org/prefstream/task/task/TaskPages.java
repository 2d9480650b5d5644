package org.prefstream.task.task;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.reactive.mutiny.Mutiny;
import org.prefstream.kit.web.PageRequest;
import org.prefstream.task.project.Progress;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/**
 * Finds which tasks stand on a page, in the session of the caller. Pages of all tasks cost the same however far they are and
 * however many tasks there are: blocks of ids say where a page begins. Only a filter looks at every task of its project.
 */
@ApplicationScoped
class TaskPages {

    /**
     * {@code before} counts the tasks in blocks that come before the one where the page begins. Project and id are compared
     * together, so that the index of both is the only one that serves: by ids alone, other projects' tasks would be walked over.
     */
    private static final String ALL = """
            with place as (
                select block, before from (
                    select block, cast(sum(sum(tasks)) over (order by block %1$s) - sum(tasks) as bigint) as before
                    from task_block where project_id = ?1 group by block having sum(tasks) > 0) blocks
                where before <= cast(?2 as bigint) order by before desc limit 1)
            select id from task where %2$s
            order by project_id %1$s, id %1$s offset (select cast(?2 as bigint) - before from place) limit cast(?3 as int)
            """;
    private static final String OLDEST_FIRST = ALL.formatted("asc",
            """
                    (project_id, id) >= (cast(?1 as bigint), (select block * 1024 from place)) and (project_id, id) < (cast(?1 as bigint) + 1, 0)""");
    private static final String NEWEST_FIRST = ALL.formatted("desc",
            """
                    (project_id, id) < (cast(?1 as bigint), (select (block + 1) * 1024 from place)) and (project_id, id) >= (cast(?1 as bigint), 0)""");

    private static final String SELECTED = " from task t left join task_count c on c.project_id = t.project_id and c.task_id = t.id where ";
    private static final String TOTALS = "select count(*), coalesce(sum(c.total_annotations), 0), coalesce(sum(t.total_predictions), 0)"
            + SELECTED;

    private final Progress progress;

    TaskPages(Progress progress) {
        this.progress = progress;
    }

    /** What a query selects, in numbers. */
    record Totals(long tasks, long annotations, long predictions) {
    }

    /** {@return how much the query selects} */
    Uni<Totals> totals(TaskQuery query) {
        return query.isAll()
                ? progress.of(query.projectId())
                        .map(counts -> new Totals(counts.tasks(), counts.annotations(), counts.predictions()))
                : Panache.getSession()
                        .chain(session -> bound(session.createNativeQuery(TOTALS + query.condition(), Object[].class),
                                query.condition(), query).getSingleResult())
                        .map(row -> new Totals(number(row[0]), number(row[1]), number(row[2])));
    }

    /** {@return the ids of the tasks on a page, in the order that the query asks for} */
    Uni<List<Long>> ids(TaskQuery query, PageRequest page) {
        return Panache.getSession()
                .chain(session -> query.isAll() ? ofAll(session, query, page) : filtered(session, query, page));
    }

    private static Uni<List<Long>> ofAll(Mutiny.Session session, TaskQuery query, PageRequest page) {
        return session.createNativeQuery(query.descending() ? NEWEST_FIRST : OLDEST_FIRST, Long.class)
                .setParameter(1, query.projectId())
                .setParameter(2, page.offset())
                .setParameter(3, page.size())
                .getResultList();
    }

    /** From the index of tasks and the narrow rows of their counts; only some columns need more. */
    private static Uni<List<Long>> filtered(Mutiny.Session session, TaskQuery query, PageRequest page) {
        String asked = query.condition() + " order by " + query.order();
        return bound(session.createNativeQuery(
                "select t.id" + SELECTED + asked + " offset " + page.offset() + " limit " + page.size(), Long.class),
                asked, query).getResultList();
    }

    /** The totals have no order, and so lack its parameters, which come last. */
    private static <T> Mutiny.SelectionQuery<T> bound(Mutiny.SelectionQuery<T> statement, String asked,
            TaskQuery query) {
        for (int i = 1; i <= query.parameters().size() && asked.contains("?" + i); i++) {
            statement.setParameter(i, query.parameters().get(i - 1));
        }
        return statement;
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
