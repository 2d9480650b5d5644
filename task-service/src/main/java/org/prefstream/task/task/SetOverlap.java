package org.prefstream.task.task;

import java.time.Clock;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.kit.database.SetStatement;
import org.prefstream.kit.messaging.Outbox;
import org.prefstream.kit.messaging.Revisions;

import io.smallrye.mutiny.Uni;

/** Changes how many annotators tasks need, in the transaction of the caller. The queue and the counters follow. */
@ApplicationScoped
public class SetOverlap {

    /** Whether a task is finished follows from its overlap, as {@link AnnotationProjection} has it. */
    private static final String RECOUNT = """
            update task_count c set is_labeled = counted.is_labeled
            from (select t.project_id, t.id, count(distinct s.completed_by) filter (where not s.was_cancelled
                       or cast(p.settings as json) ->> 'skip_queue' = 'IGNORE_SKIPPED') >= t.overlap as is_labeled
                  from task t join project p on p.id = t.project_id
                      left join annotation_summary s on s.task_id = t.id and not s.deleted
                  where t.id = any (cast(? as bigint[])) group by t.id) counted
            where c.project_id = counted.project_id and c.task_id = counted.id and c.is_labeled <> counted.is_labeled
            """;

    private final Tasks tasks;
    private final Outbox outbox;
    private final Clock clock;

    SetOverlap(Tasks tasks, Outbox outbox, Clock clock) {
        this.tasks = tasks;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** {@return how many of these tasks are there in the project; those that have another overlap get this one} */
    public Uni<Integer> of(long projectId, List<Long> ids, int overlap, long by) {
        return tasks.locked(ids)
                .map(found -> found.stream().filter(task -> task.projectId() == projectId).toList())
                .call(found -> change(found.stream().filter(task -> task.overlap() != overlap).toList(), overlap, by))
                .map(List::size);
    }

    private Uni<Void> change(List<Task> others, int overlap, long by) {
        if (others.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Long> ids = others.stream().map(Task::id).toList();
        TaskBatch batch = new TaskBatch(by, clock.instant());
        return tasks.predictions(ids)
                .chain(predictions -> Revisions.first()
                        .invoke(first -> others.forEach(task -> change(task, overlap, predictions, first, batch))))
                .chain(() -> batch.write(outbox))
                .chain(() -> new SetStatement<>(RECOUNT, ids).longs(id -> id).execute())
                .replaceWithVoid();
    }

    private static void change(Task task, int overlap, Map<Long, List<Prediction>> predictions, long first,
            TaskBatch batch) {
        batch.reshape(task, new Task.Shape(overlap, task.totalPredictions(), task.importedAnnotations()),
                Revisions.after(task.revision(), first), predictions.getOrDefault(task.id(), List.of()));
    }
}
