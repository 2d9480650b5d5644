package org.prefstream.annotation.submission;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.annotation.copies.TaskListener;
import org.prefstream.annotation.lease.Leases;

import io.smallrye.mutiny.Uni;

/** Deletes what belongs to deleted tasks: their leases, and their annotations, which leave tombstones on the topics. */
@ApplicationScoped
class WithdrawWithTasks implements TaskListener {

    private final Annotations annotations;
    private final ImportedAnnotations imported;
    private final AnnotationChanges changes;
    private final Leases leases;

    WithdrawWithTasks(Annotations annotations, ImportedAnnotations imported, AnnotationChanges changes, Leases leases) {
        this.annotations = annotations;
        this.changes = changes;
        this.imported = imported;
        this.leases = leases;
    }

    @Override
    public Uni<Void> tasksKnown(List<Long> taskIds) {
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Void> tasksGone(List<Long> taskIds) {
        return annotations.list("origin.taskId in ?1 order by id", taskIds)
                .chain(gone -> annotations.withdraw(gone)
                        .chain(() -> imported.uniqueIdsGone(gone.stream().map(Annotation::uniqueId).toList())))
                .chain(() -> changes.forget(taskIds))
                .chain(() -> leases.deleteOf(taskIds));
    }
}
