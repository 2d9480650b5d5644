package org.prefstream.task.task;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
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

    /**
     * Sets overlaps, and keeps the former ones for the history of the tasks.
     *
     * @param overlaps what each task gets, by its id
     * @param action by which it can be undone; null where it cannot
     * @return how many of these tasks are there in the project; those that have their overlap already are not changed
     */
    public Uni<Integer> of(long projectId, Map<Long, Integer> overlaps, long by, @Nullable Long action) {
        return tasks.locked(overlaps.keySet())
                .map(found -> found.stream().filter(task -> task.projectId() == projectId).toList())
                .call(found -> change(found.stream().filter(task -> task.overlap() != wanted(overlaps, task)).toList(),
                        overlaps, by, action))
                .map(List::size);
    }

    private static int wanted(Map<Long, Integer> overlaps, Task task) {
        return Objects.requireNonNull(overlaps.get(task.id()));
    }

    private Uni<Void> change(List<Task> others, Map<Long, Integer> overlaps, long by, @Nullable Long action) {
        if (others.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Long> ids = others.stream().map(Task::id).toList();
        Instant now = clock.instant();
        TaskBatch batch = new TaskBatch(by, now);
        List<TaskEvent> events = others.stream()
                .map(task -> new TaskEvent(task.id(), TaskEvent.Kind.OVERLAP_SET, by, now, action,
                        wanted(overlaps, task), TaskEvent.Former.overlap(task.overlap())))
                .toList();
        return tasks.predictions(ids)
                .chain(predictions -> Revisions.first()
                        .invoke(first -> others
                                .forEach(task -> change(task, wanted(overlaps, task), predictions, first, batch))))
                .chain(() -> batch.write(outbox))
                .chain(() -> TaskEvent.insert(events).execute())
                .chain(() -> new SetStatement<>(RECOUNT, ids).longs(id -> id).execute().replaceWithVoid());
    }

    private static void change(Task task, int overlap, Map<Long, List<Prediction>> predictions, long first,
            TaskBatch batch) {
        batch.reshape(task, new Task.Shape(overlap, task.totalPredictions(), task.importedAnnotations()),
                Revisions.after(task.revision(), first), predictions.getOrDefault(task.id(), List.of()));
    }
}
