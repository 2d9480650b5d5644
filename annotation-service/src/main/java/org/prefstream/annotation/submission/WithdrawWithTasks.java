package org.prefstream.annotation.submission;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.annotation.copies.TaskListener;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** Annotations go with their tasks: each leaves tombstones on its topics. */
@ApplicationScoped
class WithdrawWithTasks implements TaskListener {

    private final Annotations annotations;
    private final ImportedAnnotations imported;

    WithdrawWithTasks(Annotations annotations, ImportedAnnotations imported) {
        this.annotations = annotations;
        this.imported = imported;
    }

    @Override
    public Uni<Void> tasksKnown(List<Long> taskIds) {
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Void> tasksGone(List<Long> taskIds) {
        return annotations.list("taskId in ?1 order by id", taskIds)
                .chain(gone -> annotations.withdraw(gone)
                        .chain(() -> imported
                                .uniqueIdsGone(gone.stream().map(annotation -> annotation.uniqueId).toList())))
                .chain(() -> Panache.getSession())
                .chain(session -> session
                        .createNativeQuery("delete from lease where task_id = any (cast(?1 as bigint[]))")
                        .setParameter(1, taskIds.toArray(Long[]::new))
                        .executeUpdate())
                .replaceWithVoid();
    }
}
