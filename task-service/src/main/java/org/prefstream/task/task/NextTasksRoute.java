package org.prefstream.task.task;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.prefstream.kit.database.Transactions;
import org.prefstream.kit.projection.VersionedStates;
import org.prefstream.kit.web.InternalRoute;

import io.smallrye.mutiny.Uni;

/** Tells another service the next tasks of a project, which the topic will bring later. */
@ApplicationScoped
class NextTasksRoute implements InternalRoute {

    private final Tasks tasks;
    private final Transactions transactions;

    NextTasksRoute(Tasks tasks, Transactions transactions) {
        this.tasks = tasks;
        this.transactions = transactions;
    }

    @Override
    public String path() {
        return "projects/:id/tasks";
    }

    /** {@return a few tasks behind the one that is named, without those that came with annotations; 404 if a number is none} */
    @Override
    public Uni<@Nullable VersionedStates> answer(Map<String, String> parameters, String body) {
        String project = parameters.getOrDefault("id", "");
        String after = parameters.getOrDefault("after", "");
        if (!project.matches(TaskRoute.NUMBER) || !after.matches(TaskRoute.NUMBER)) {
            return Uni.createFrom().nullItem();
        }
        return transactions.read(() -> tasks.nextPlain(Long.parseLong(project), Long.parseLong(after))
                .chain(found -> tasks.predictions(found.stream().map(Task::id).toList())
                        .map(predictions -> states(found, predictions))));
    }

    private static VersionedStates states(List<Task> found, Map<Long, List<Prediction>> predictions) {
        return new VersionedStates(found.stream()
                .map(task -> TaskRoute.state(task, predictions.getOrDefault(task.id(), List.of())))
                .toList());
    }
}
