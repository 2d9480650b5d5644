package org.prefstream.task.task;

import java.util.List;
import java.util.function.ToLongFunction;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.reactive.mutiny.Mutiny;
import org.prefstream.kit.database.DatabaseErrors;
import org.prefstream.kit.database.Transactions;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/**
 * Goes through the tasks that somebody has chosen by a query, set by set in the order of their ids, so that any number of them may
 * be chosen. Each task comes once. Tasks that are added meanwhile do not come.
 */
@ApplicationScoped
public class ChosenTasks {

    private static final int SET = 200;
    private static final String LAST = "select coalesce(max(id), 0) from task where project_id = ?1";
    private static final String IS_ANY_LEFT = "select exists (select from task where project_id = ?1)";
    /** A set is in memory as a whole. */
    private static final String IN_MEMORY = """
            select id from (
                select id, sum(octet_length(data) + octet_length(meta)) over (order by id) as bytes,
                    row_number() over (order by id) as place
                from task where id = any (cast(?1 as bigint[]))) sized
            where bytes <= 8388608 or place = 1 order by id
            """;
    private static final String NO_REGEX = "2201B";

    private final TaskPages pages;
    private final Transactions transactions;

    ChosenTasks(TaskPages pages, Transactions transactions) {
        this.pages = pages;
        this.transactions = transactions;
    }

    /**
     * Blocks until all chosen tasks have been worked on.
     *
     * @param query Label Studio's, as JSON
     * @param work takes the ids of a set, of which some may be gone, and says how much it did
     * @return how much was done
     */
    public long inSets(long projectId, String query, ToLongFunction<List<Long>> work) {
        TaskQuery chosen = TaskQuery.of(projectId, query, false);
        long last = await(one(LAST, Long.class, projectId));
        long done = 0;
        for (List<Long> set = set(chosen, 0, last); !set.isEmpty(); set = set(chosen, set.get(set.size() - 1), last)) {
            done += work.applyAsLong(set);
        }
        return done;
    }

    /**
     * How much is chosen.
     *
     * @param annotations without the skips
     */
    public record Counts(long tasks, long annotations, long skips) {
    }

    /** Blocks. {@return how much a query chooses now} */
    public Counts counts(long projectId, String query) {
        TaskQuery chosen = TaskQuery.of(projectId, query, false);
        return await(refusing(transactions.read(() -> pages.chosen(chosen)))
                .map(found -> new Counts(found.tasks(), found.annotations(), found.skips())));
    }

    /** Blocks. {@return whether the project has any task} */
    public boolean isAnyIn(long projectId) {
        return await(one(IS_ANY_LEFT, Boolean.class, projectId));
    }

    private List<Long> set(TaskQuery chosen, long after, long last) {
        return await(refusing(transactions.read(() -> pages.run(chosen.between(after, last), TaskOrder.START, SET)
                .map(TaskPages.Run::ids)
                .chain(ids -> ids.isEmpty() ? Uni.createFrom().item(ids) : inMemory(ids)))));
    }

    private static <T> Uni<T> refusing(Uni<T> answer) {
        return answer.onFailure(failure -> DatabaseErrors.hasState(failure, NO_REGEX::equals))
                .transform(failure -> TaskQuery.noRegex());
    }

    /** All of a set may be gone by now; those behind it come nevertheless. */
    private static Uni<List<Long>> inMemory(List<Long> ids) {
        return session().chain(session -> session.createNativeQuery(IN_MEMORY, Long.class)
                .setParameter(1, ids.toArray(Long[]::new))
                .getResultList()).map(found -> found.isEmpty() ? ids : found);
    }

    private <T> Uni<T> one(String sql, Class<T> type, long projectId) {
        return transactions.read(() -> session()
                .chain(session -> session.createNativeQuery(sql, type).setParameter(1, projectId).getSingleResult()));
    }

    private static <T> T await(Uni<T> found) {
        return found.await().indefinitely();
    }

    private static Uni<Mutiny.Session> session() {
        return Panache.getSession();
    }
}
