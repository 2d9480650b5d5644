package org.prefstream.annotation.submission;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.prefstream.kit.database.Transactions;
import org.prefstream.kit.projection.AnnotationHistory;
import org.prefstream.kit.web.InternalRoute;

import io.smallrye.mutiny.Uni;

/** Tells task-service what became of a task's annotations, for somebody who may know it. */
@ApplicationScoped
class TaskHistoryRoute implements InternalRoute {

    /** A task has few changes; somebody who edits without an end shall not fill the memory. */
    private static final int CHANGES_MAX = 1_000;

    private final Annotations annotations;
    private final AnnotationChanges changes;
    private final Transactions transactions;

    TaskHistoryRoute(Annotations annotations, AnnotationChanges changes, Transactions transactions) {
        this.annotations = annotations;
        this.changes = changes;
        this.transactions = transactions;
    }

    @Override
    public String path() {
        return "tasks/:id/history";
    }

    /** {@return what happened; nothing for a task that is not known here; 404 if its number is none} */
    @Override
    public Uni<@Nullable AnnotationHistory> answer(Map<String, String> parameters, String body) {
        Optional<Long> task = InternalRoute.id(parameters, "id");
        return task.isPresent() ? transactions.read(() -> history(task.get())) : Uni.createFrom().nullItem();
    }

    private Uni<AnnotationHistory> history(long taskId) {
        return changes.ofTask(taskId, CHANGES_MAX)
                .chain(changed -> annotations.ofTask(taskId).map(present -> told(changed, present)));
    }

    private static AnnotationHistory told(List<AnnotationChange> changed, List<Annotation> present) {
        return new AnnotationHistory(TaskStory.of(changed.stream().map(AnnotationChange::told).toList(),
                present.stream().map(Annotation::state).toList()));
    }
}
