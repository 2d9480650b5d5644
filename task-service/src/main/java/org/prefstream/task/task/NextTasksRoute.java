package org.prefstream.task.task;

import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        Optional<Long> project = InternalRoute.id(parameters, "id");
        Optional<Long> after = InternalRoute.id(parameters, "after");
        return project.isPresent() && after.isPresent()
                ? next(project.get(), after.get())
                : Uni.createFrom().nullItem();
    }

    private Uni<@Nullable VersionedStates> next(long project, long after) {
        return transactions.read(() -> tasks.nextPlain(project, after)
                .chain(found -> tasks.predictions(found.stream().map(Task::id).toList())
                        .map(predictions -> states(found, predictions))));
    }

    private static VersionedStates states(List<Task> found, Map<Long, List<Prediction>> predictions) {
        return new VersionedStates(found.stream()
                .map(task -> TaskRoute.state(task, predictions.getOrDefault(task.id(), List.of())))
                .toList());
    }
}
