package org.prefstream.annotation.submission;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.prefstream.annotation.copies.Tasks;
import org.prefstream.kit.database.SetStatement;
import org.prefstream.kit.messaging.Outbox;
import org.prefstream.kit.messaging.Revisions;
import org.prefstream.labelstudio.error.ProblemException;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;

/** All annotations. Submits and edits are stored in groups by {@link StoreJudgements}, imported ones in sets by {@link ApplyImported}. */
@ApplicationScoped
public class Annotations implements PanacheRepositoryBase<Annotation, Long> {

    private static final String DELETE = "delete from annotation where id = any (cast(? as bigint[]))";

    private final Tasks tasks;
    private final Outbox outbox;
    private final AnnotationChanges changes;

    Annotations(Tasks tasks, Outbox outbox, AnnotationChanges changes) {
        this.tasks = tasks;
        this.outbox = outbox;
        this.changes = changes;
    }

    /** {@return the annotation, read in the present session; fails with a 404 if there is none} */
    Uni<Annotation> require(long id) {
        return findById(id).map(Annotations::orNotFound);
    }

    /**
     * {@return the annotation, read after its task's row was locked, because one that was read before may have changed since;
     * fails with a 404 if there is none}
     */
    Uni<Annotation> requireLocked(long id) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("select task_id from annotation where id = ?1", Long.class)
                        .setParameter(1, id)
                        .getResultList())
                .map(rows -> rows.stream().findFirst().orElseThrow(Annotations::notFound))
                .chain(tasks::lock)
                .chain(() -> require(id));
    }

    /** {@return a task's annotations, the oldest first} */
    Uni<List<Annotation>> ofTask(long taskId) {
        return list("origin.taskId = ?1 order by id", taskId);
    }

    /** {@return the annotations of tasks, by id; with an author only theirs} */
    Uni<List<Annotation>> ofTasks(List<Long> taskIds, @Nullable Long author) {
        return author == null
                ? list("origin.taskId in ?1 order by id", taskIds)
                : list("origin.taskId in ?1 and origin.completedBy = ?2 order by id", taskIds, author);
    }

    /** {@return the annotations of tasks that are skips, by id} */
    Uni<List<Annotation>> skipsOf(List<Long> taskIds) {
        return list("origin.taskId in ?1 and wasCancelled = true order by id", taskIds);
    }

    /**
     * Deletes annotations as {@link #withdraw(List)}, and keeps what they said for the history of their tasks.
     *
     * @param by who deletes them; null where that is not known
     */
    Uni<Void> withdraw(List<Annotation> annotations, AnnotationChanges.Kind kind, @Nullable Long by) {
        return changes.gone(annotations, kind, by).chain(() -> withdraw(annotations));
    }

    /** Deletes annotations whose tasks' rows are locked, and everything that followed from them. */
    Uni<Void> withdraw(List<Annotation> annotations) {
        if (annotations.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Revisions.first()
                .map(first -> annotations.stream().flatMap(each -> each.tombstones(first).stream()).toList())
                .call(() -> new SetStatement<>(DELETE, annotations).longs(Annotation::id).execute())
                .chain(outbox::record);
    }

    private static Annotation orNotFound(@Nullable Annotation found) {
        if (found == null) {
            throw notFound();
        }
        return found;
    }

    private static ProblemException notFound() {
        return ProblemException.notFound("No Annotation matches the given query.");
    }
}
