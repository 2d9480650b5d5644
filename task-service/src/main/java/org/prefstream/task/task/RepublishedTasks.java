package org.prefstream.task.task;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.contract.Topic;
import org.prefstream.kit.database.CallersContext;
import org.prefstream.kit.messaging.OutboxEntry;
import org.prefstream.kit.messaging.Republished;
import org.prefstream.kit.messaging.Revisions;

import io.smallrye.mutiny.Uni;

/**
 * All tasks that have their answers, to be published again. Those of a deleted project are among them until they are withdrawn.
 */
@ApplicationScoped
class RepublishedTasks implements Republished {

    private final Tasks tasks;

    RepublishedTasks(Tasks tasks) {
        this.tasks = tasks;
    }

    @Override
    public Topic topic() {
        return Topic.TASKS;
    }

    @Override
    public String table() {
        return "task";
    }

    @Override
    public String bytes() {
        return "octet_length(one.data) + octet_length(one.meta)";
    }

    /** Those of a deleted project are there until their deletion is recorded. */
    @Override
    public String has() {
        return "true";
    }

    @Override
    public Uni<List<OutboxEntry>> entries(List<Long> ids) {
        return Revisions.lock(tasks, "task", Task::id, ids)
                .chain(found -> predictions(found)
                        .chain(predictions -> CallersContext.onWorker(() -> entries(found, predictions))));
    }

    private Uni<Map<Long, List<Prediction>>> predictions(List<Task> found) {
        List<Long> predicted = found.stream().filter(task -> task.totalPredictions() > 0).map(Task::id).toList();
        return predicted.isEmpty() ? Uni.createFrom().item(Map.of()) : tasks.predictions(predicted);
    }

    private static List<OutboxEntry> entries(List<Task> tasks, Map<Long, List<Prediction>> predictions) {
        return tasks.stream()
                .filter(task -> !task.awaitsAnswers())
                .map(task -> task.entry(task.content(), predictions.getOrDefault(task.id(), List.of())))
                .toList();
    }
}
