package org.prefstream.task.task;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import org.hibernate.reactive.mutiny.Mutiny;
import org.prefstream.kit.security.Person;
import org.prefstream.labelstudio.error.ProblemException;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;

/** All tasks. Those of a deleted project are gone at once. */
@ApplicationScoped
class Tasks implements PanacheRepositoryBase<Task, Long> {

    private static final String LIVING = "projectId in (select p.id from Project p where p.deletedAt is null)";
    private static final String VISIBLE = LIVING
            + """
                    and (?1 = true or projectId in (select m.projectId from Membership m where m.accountId = ?2)) and id = ?3""";

    /** Tasks {@code t} with their counts {@code c}. */
    static final String COUNTED = "from Task t left join TaskCounts c on c.projectId = t.projectId and c.taskId = t.id ";

    /** It looks at so few tasks that it costs the same, however many came with annotations. */
    private static final String NEXT_PLAIN = """
            select id
            from (select id, sum(octet_length(data) + octet_length(meta)) over (order by id) as bytes, row_number() over (order by id) as place
                  from (select id, data, meta, imported_annotations, awaits_answers from task where project_id = ?1 and id > ?2
                        order by id limit 100) head
                  where imported_annotations = 0 and not awaits_answers) plain
            where place <= 20 and (bytes <= 500000 or place = 1)
            """;

    private static final String LOCK = """
            select id from task where id = any (cast(?1 as bigint[]))
                and project_id in (select id from project where deleted_at is null)
            order by id for update
            """;

    /** {@return the task if the person may see it; refuses with a 404 otherwise} */
    Uni<Task> require(long id, Person person) {
        return find(VISIBLE, person.manages(), person.id(), id).firstResult()
                .onItem()
                .ifNull()
                .failWith(Tasks::unknown);
    }

    /** {@return the task, locked until the transaction ends} */
    Uni<Task> requireLocked(long id) {
        return find(LIVING + " and id = ?1", id).withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult()
                .onItem()
                .ifNull()
                .failWith(Tasks::unknown);
    }

    /**
     * {@return those of the tasks that are there, locked until the transaction ends, in the order of their ids, as everybody locks
     * them}
     */
    Uni<List<Task>> locked(Collection<Long> ids) {
        return session()
                .chain(session -> session.createNativeQuery(LOCK, Long.class)
                        .setParameter(1, ids.toArray(Long[]::new))
                        .getResultList())
                .chain(locked -> locked.isEmpty()
                        ? Uni.createFrom().item(List.of())
                        : list("id in ?1 order by id", locked));
    }

    /** {@return the task, unless there is none or nobody else hears of it yet} */
    Uni<Optional<Task>> present(long id) {
        return find(LIVING + " and id = ?1 and not awaitsAnswers", id).firstResult().map(Optional::ofNullable);
    }

    /**
     * {@return tasks without imported annotations among the next ones of a project, in order: so many that a few people can begin,
     * and so little that it may be read and written between other people's requests}
     *
     * @param after the task behind which they follow
     */
    Uni<List<Task>> nextPlain(long projectId, long after) {
        return session().chain(session -> session.createNativeQuery(NEXT_PLAIN, Long.class)
                .setParameter(1, projectId)
                .setParameter(2, after)
                .getResultList()).chain(ids -> list(LIVING + " and id in ?1 order by id", ids));
    }

    /** {@return tasks with what is counted of them, in the order in which their ids are given} */
    Uni<List<CountedTask>> counted(List<Long> ids) {
        return session()
                .chain(session -> session
                        .createSelectionQuery("select t, c " + COUNTED + "where t.id in ?1", Object[].class)
                        .setParameter(1, ids)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> CountedTask.of((Task) row[0], (TaskCounts) row[1]))
                        .collect(Collectors.toMap(counted -> counted.task().id(), Function.identity())))
                .map(found -> ids.stream().map(found::get).filter(Objects::nonNull).toList());
    }

    /** {@return the task with what is counted of it} */
    Uni<CountedTask> counted(Task task) {
        return session().chain(session -> session
                .createSelectionQuery("from TaskCounts where projectId = ?1 and taskId = ?2", TaskCounts.class)
                .setParameter(1, task.projectId())
                .setParameter(2, task.id())
                .getSingleResultOrNull()).map(counts -> CountedTask.of(task, counts));
    }

    /** {@return the predictions of tasks, in the order they came} */
    Uni<Map<Long, List<Prediction>>> predictions(Collection<Long> taskIds) {
        return session().chain(session -> session
                .createSelectionQuery("from Prediction where taskId in ?1 order by id", Prediction.class)
                .setParameter(1, taskIds)
                .getResultList()).map(all -> all.stream().collect(Collectors.groupingBy(Prediction::taskId)));
    }

    /** {@return the annotations of tasks as this service's copy has them, oldest first} */
    Uni<Map<Long, List<Summary>>> annotations(Collection<Long> taskIds) {
        return session().chain(session -> session
                .createSelectionQuery("from Summary where taskId in ?1 and not deleted order by annotationId",
                        Summary.class)
                .setParameter(1, taskIds)
                .getResultList()).map(all -> all.stream().collect(Collectors.groupingBy(Summary::taskId)));
    }

    /**
     * Deletes a task whose row is locked. It does so by a statement: Hibernate Reactive (3.2.5) mixes up entities of one type that
     * are removed at the same moment.
     */
    Uni<Void> remove(Task task) {
        return session().chain(session -> session.createNativeQuery("delete from task where id = ?1")
                .setParameter(1, task.id())
                .executeUpdate()).replaceWithVoid();
    }

    static ProblemException unknown() {
        return ProblemException.notFound("No Task matches the given query.");
    }

    private static Uni<Mutiny.Session> session() {
        return Panache.getSession();
    }
}
