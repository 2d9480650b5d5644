package org.prefstream.annotation.submission;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;
import org.prefstream.annotation.verdict.Shown;
import org.prefstream.annotation.verdict.ShownContents;
import org.prefstream.contract.TaskRecord;
import org.prefstream.kit.database.CallersContext;
import org.prefstream.kit.messaging.OutboxEntry;
import org.prefstream.kit.messaging.Revisions;
import org.prefstream.labelstudio.json.Json;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** Locks annotations as whoever changes them does, their tasks first, and derives from them what was published. */
@ApplicationScoped
class LockedAnnotations {

    private static final Logger LOG = Logger.getLogger(LockedAnnotations.class);
    private static final String LOCK_TASKS = """
            select s.task_id, t.record from task_slot s join task_copy t using (task_id)
            where s.task_id = any (array(select task_id from annotation where id = any (cast(?1 as bigint[]))))
            order by s.task_id for update of s
            """;

    private final Annotations annotations;
    private final ShownContents shownContents;

    LockedAnnotations(Annotations annotations, ShownContents shownContents) {
        this.annotations = annotations;
        this.shownContents = shownContents;
    }

    /** Makes entries of an annotation, of what was shown, and of the part of the dataset that the task belongs to. */
    @FunctionalInterface
    interface Derivation {

        Stream<OutboxEntry> entries(Annotation annotation, Shown shown, String split);
    }

    /** {@return the entries of those of the annotations that are there; in the Panache transaction of the caller} */
    Uni<List<OutboxEntry>> entries(List<Long> ids, Derivation derivation) {
        return lockTasks(ids)
                .chain(tasks -> Revisions.lock(annotations, "annotation", Annotation::id, ids)
                        .chain(found -> read(found, tasks)))
                .chain(locked -> CallersContext.onWorker(() -> locked.entries(derivation)));
    }

    /** {@return the tasks' records by their ids} */
    private static Uni<Map<Long, String>> lockTasks(List<Long> ids) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LOCK_TASKS, Object[].class)
                        .setParameter(1, ids.toArray(Long[]::new))
                        .getResultList())
                .map(rows -> rows.stream().collect(Collectors.toMap(row -> (Long) row[0], row -> (String) row[1])));
    }

    /** An annotation whose task is gone has been withdrawn, or is about to be. */
    private Uni<Locked> read(List<Annotation> found, Map<Long, String> tasks) {
        List<Annotation> there = found.stream().filter(one -> tasks.containsKey(one.taskId())).toList();
        return shownContents.of(there.stream().map(Annotation::shownSha256).collect(Collectors.toSet()))
                .map(shown -> new Locked(there, shown, tasks));
    }

    /** @param tasks their records by their ids */
    private record Locked(List<Annotation> annotations, Map<String, Shown> shown, Map<Long, String> tasks) {

        private List<OutboxEntry> entries(Derivation derivation) {
            return annotations.stream().flatMap(one -> entries(one, derivation)).toList();
        }

        private Stream<OutboxEntry> entries(Annotation one, Derivation derivation) {
            Shown about = shown.get(one.shownSha256());
            if (about == null) {
                LOG.errorf("annotation %d is not published again, because what was shown to its annotator is missing",
                        one.id());
                return Stream.empty();
            }
            TaskRecord task = Json.read(Objects.requireNonNull(tasks.get(one.taskId())), TaskRecord.class);
            try {
                return derivation.entries(one, about, task.split());
            } catch (RuntimeException e) {
                throw new IllegalStateException("annotation %d cannot be published again: %s".formatted(one.id(), e),
                        e);
            }
        }
    }
}
