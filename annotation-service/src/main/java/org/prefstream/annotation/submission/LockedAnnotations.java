package org.prefstream.annotation.submission;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.annotation.copies.TaskCopy;
import org.prefstream.annotation.copies.Tasks;
import org.prefstream.annotation.verdict.Shown;
import org.prefstream.annotation.verdict.ShownContents;
import org.prefstream.kit.database.CallersContext;
import org.prefstream.kit.messaging.OutboxEntry;
import org.prefstream.kit.messaging.Revisions;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** Locks annotations as whoever changes them does, their tasks first, and derives from them what was published. */
@ApplicationScoped
class LockedAnnotations {

    private static final String TASKS = """
            select distinct task_id from annotation where id = any (cast(?1 as bigint[]))""";

    private final Annotations annotations;
    private final Tasks tasks;
    private final ShownContents shownContents;

    LockedAnnotations(Annotations annotations, Tasks tasks, ShownContents shownContents) {
        this.annotations = annotations;
        this.tasks = tasks;
        this.shownContents = shownContents;
    }

    /** Makes entries of an annotation, of what was shown, and of the part of the dataset that the task belongs to. */
    @FunctionalInterface
    interface Derivation {

        Stream<OutboxEntry> entries(Annotation annotation, Shown shown, String split);
    }

    /** {@return the entries of those of the annotations that are there; in the Panache transaction of the caller} */
    Uni<List<OutboxEntry>> entries(List<Long> ids, Derivation derivation) {
        return tasksOf(ids).chain(taskIds -> Revisions.lock("task_slot", "task_id", taskIds))
                .chain(there -> tasks.list("taskId in ?1", there))
                .chain(found -> Revisions.lock("annotation", "id", ids).chain(locked -> read(locked, found)))
                .chain(locked -> CallersContext.onWorker(() -> locked.entries(derivation)));
    }

    private static Uni<List<Long>> tasksOf(List<Long> ids) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(TASKS, Long.class)
                        .setParameter(1, ids.toArray(Long[]::new))
                        .getResultList());
    }

    /** An annotation whose task is gone has been withdrawn, or is about to be. */
    private Uni<Locked> read(List<Long> ids, List<TaskCopy> found) {
        Map<Long, TaskCopy> tasksById = found.stream().collect(Collectors.toMap(TaskCopy::taskId, task -> task));
        return annotations.list("id in ?1 and origin.taskId in ?2 order by id", ids, tasksById.keySet())
                .chain(locked -> shownContents
                        .of(locked.stream().map(Annotation::shownSha256).collect(Collectors.toSet()))
                        .map(shown -> new Locked(locked, shown, tasksById)));
    }

    private record Locked(List<Annotation> annotations, Map<String, Shown> shown, Map<Long, TaskCopy> tasks) {

        private List<OutboxEntry> entries(Derivation derivation) {
            return annotations.stream().flatMap(one -> entries(one, derivation)).toList();
        }

        private Stream<OutboxEntry> entries(Annotation one, Derivation derivation) {
            return derivation.entries(one, Objects.requireNonNull(shown.get(one.shownSha256())),
                    Objects.requireNonNull(tasks.get(one.taskId())).read().split());
        }
    }
}
