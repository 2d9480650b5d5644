package org.prefstream.task.task;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.prefstream.kit.database.Transactions;
import org.prefstream.kit.web.PageRequest;
import org.prefstream.task.project.Progress;

import com.fasterxml.jackson.annotation.JsonProperty;

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
            select id, cast(id as text) as place from task where %2$s
            order by project_id %1$s, id %1$s offset (select cast(?2 as bigint) - before from place) limit cast(?3 as int)
            """;
    private static final String OLDEST_FIRST = ALL.formatted("asc",
            """
                    (project_id, id) >= (cast(?1 as bigint), (select block * 1024 from place)) and (project_id, id) < (cast(?1 as bigint) + 1, 0)""");
    private static final String NEWEST_FIRST = ALL.formatted("desc",
            """
                    (project_id, id) < (cast(?1 as bigint), (select (block + 1) * 1024 from place)) and (project_id, id) >= (cast(?1 as bigint), 0)""");

    private static final String TASKS = "task t";
    /** The sum lets no plan take the project for a constant, and walk over all of its counts for each task (ADR 0074). */
    static final String COUNTS = " left join task_count c on c.project_id = t.project_id + 0 and c.task_id = t.id where ";
    private static final String TOTALS = "select count(*), coalesce(sum(c.total_annotations), 0), coalesce(sum(t.total_predictions), 0) from "
            + TASKS + COUNTS;
    private static final String CHOSEN = "select count(*), coalesce(sum(c.total_annotations), 0), coalesce(sum(c.cancelled_annotations), 0) from "
            + TASKS + COUNTS;
    /** How many tasks are looked at before more are. */
    static final int NEAR = 10_000;
    /** How many tasks are looked at before all are: more of them take longer, one after another, than all of a million by several processes. */
    static final int FAR = 300_000;

    private final Progress progress;
    private final Transactions transactions;

    TaskPages(Progress progress, Transactions transactions) {
        this.progress = progress;
        this.transactions = transactions;
    }

    /** What a query selects, in numbers. */
    record Totals(
            @JsonProperty("total") long tasks,
            @JsonProperty("total_annotations") long annotations,
            @JsonProperty("total_predictions") long predictions) {
    }

    /** {@return how much the query selects} */
    Uni<Totals> totals(TaskQuery query) {
        return query.isAll()
                ? progress.of(query.projectId())
                        .map(counts -> new Totals(counts.tasks(), counts.annotations(), counts.predictions()))
                : counted(TOTALS, query).map(row -> new Totals(number(row[0]), number(row[1]), number(row[2])));
    }

    /**
     * What a query chooses, in numbers that are told before something is done with it.
     *
     * @param annotations without the skips
     */
    record Chosen(long tasks, long annotations, long skips) {
    }

    /** {@return how much the query chooses} */
    Uni<Chosen> chosen(TaskQuery query) {
        return counted(CHOSEN, query).map(row -> new Chosen(number(row[0]), number(row[1]), number(row[2])));
    }

    private Uni<Object[]> counted(String counts, TaskQuery query) {
        return reading(query.looksAtData(),
                session -> bound(session.createNativeQuery(counts + query.where(), Object[].class), query.where(),
                        query).getSingleResult());
    }

    /** @param all whether the data of all tasks may be read */
    private <T> Uni<T> reading(boolean all, Function<Mutiny.Session, Uni<T>> work) {
        Supplier<Uni<T>> reading = () -> Panache.getSession().chain(work::apply);
        return all ? transactions.sweep(reading) : reading.get();
    }

    /**
     * Tasks that follow each other.
     *
     * @param next the name of the place of the last one; null where no more tasks follow
     */
    record Run(List<Long> ids, @Nullable String next) {

        Run {
            ids = List.copyOf(ids);
        }

        /** Of rows that begin with the task's id, the rest of which is its place. One more was asked for than is wanted. */
        private static Run of(List<Object[]> rows, int size) {
            List<Long> ids = rows.stream().limit(size).map(row -> number(row[0])).toList();
            return new Run(ids,
                    rows.size() <= size
                            ? null
                            : TaskOrder.name(Arrays.asList(rows.get(size - 1)).subList(1, rows.get(0).length)));
        }
    }

    /** {@return the tasks on a page, in the order that the query asks for} */
    Uni<Run> page(TaskQuery query, PageRequest page) {
        return reading(query.readsData(),
                session -> query.isAll()
                        ? ofAll(session, query, page)
                        : rows(session, query, TASKS, query.order().sql(), " offset " + page.offset(), page.size()))
                .map(rows -> Run.of(rows, page.size()));
    }

    /** {@return the tasks that follow on a place, likewise} */
    Uni<Run> run(TaskQuery query, String after, int size) {
        TaskQuery rest = query.after(after);
        return reading(rest.readsData(),
                session -> rest.looksAtData() && rest.order().isOfIds()
                        ? progress.of(rest.projectId()).chain(counts -> found(session, rest, size, counts.tasks()))
                        : rows(session, rest, TASKS, rest.order().sql(), "", size))
                .map(rows -> Run.of(rows, size));
    }

    /**
     * Where many tasks are found, enough of them are among the next ones, and where some are, among more of them. Where few are, all tasks are
     * looked at, by several processes: these do not walk along an index, so the order must not be one of an index.
     */
    private static Uni<List<Object[]>> found(Mutiny.Session session, TaskQuery query, int size, long all) {
        Supplier<Uni<List<Object[]>>> amongAll = () -> rows(session, query, TASKS, query.order().sqlOfNoIndex(), "",
                size);
        return among(session, query, size, NEAR).chain(near -> {
            if (near.size() > size || all <= NEAR) {
                return Uni.createFrom().item(near);
            }
            return near.size() * (FAR / NEAR) < 2 * size
                    ? amongAll.get()
                    : among(session, query, size, FAR).chain(
                            far -> far.size() > size || all <= FAR ? Uni.createFrom().item(far) : amongAll.get());
        });
    }

    /** Ends as soon as a page is full. */
    private static Uni<List<Object[]>> among(Mutiny.Session session, TaskQuery query, int size, int next) {
        String order = query.order().sql();
        return rows(session, query,
                "(select * from task t where " + query.place() + " order by " + order + " limit " + next + ") t", order,
                "", size);
    }

    private static Uni<List<Object[]>> ofAll(Mutiny.Session session, TaskQuery query, PageRequest page) {
        return session.createNativeQuery(query.descending() ? NEWEST_FIRST : OLDEST_FIRST, Object[].class)
                .setParameter(1, query.projectId())
                .setParameter(2, page.offset())
                .setParameter(3, page.size() + 1)
                .getResultList();
    }

    /** From the index of tasks and the narrow rows of their counts; only some columns need more. */
    private static Uni<List<Object[]>> rows(Mutiny.Session session, TaskQuery query, String tasks, String order,
            String offset, int size) {
        String asked = query.order().readsData()
                ? ordered(query, query.order().ofValues())
                : "select t.id, " + query.order().place() + " from " + tasks + COUNTS + query.where() + " order by "
                        + order;
        return bound(session.createNativeQuery(asked + offset + " limit " + (size + 1), Object[].class), asked, query)
                .getResultList();
    }

    /**
     * The limit that is none keeps the values from being read once more wherever they are named. An offset of 0 would do that too, and keep
     * the statement in one process.
     */
    static String ordered(TaskQuery query, TaskOrder order) {
        return "select t.id, " + order.place() + " from (select t.id" + query.order().values() + " from " + TASKS
                + COUNTS + query.where() + " limit all) t where " + query.after() + " order by " + order.sql();
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
