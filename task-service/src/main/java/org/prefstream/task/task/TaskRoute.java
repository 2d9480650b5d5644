package org.prefstream.task.task;

import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.prefstream.kit.database.Transactions;
import org.prefstream.kit.projection.VersionedState;
import org.prefstream.kit.web.InternalRoute;

import io.smallrye.mutiny.Uni;

/** Tells another service what a task is, where its copy does not know yet. */
@ApplicationScoped
class TaskRoute implements InternalRoute {

    private final Tasks tasks;
    private final Transactions transactions;

    TaskRoute(Tasks tasks, Transactions transactions) {
        this.tasks = tasks;
        this.transactions = transactions;
    }

    @Override
    public String path() {
        return "tasks/:id";
    }

    @Override
    public Uni<@Nullable VersionedState> answer(Map<String, String> parameters, String body) {
        return InternalRoute.id(parameters, "id").map(this::present).orElseGet(() -> Uni.createFrom().nullItem());
    }

    private Uni<@Nullable VersionedState> present(long id) {
        return transactions.read(() -> tasks.present(id)
                .chain(found -> found.isPresent() ? owned(found.get()) : Uni.createFrom().nullItem()));
    }

    private Uni<VersionedState> owned(Task task) {
        return tasks.predictions(Set.of(task.id()))
                .map(predictions -> state(task, predictions.getOrDefault(task.id(), List.of())));
    }

    static VersionedState state(Task task, List<Prediction> predictions) {
        return VersionedState.of(task.revision(),
                task.record(task.content(), predictions.stream().map(Prediction::summary).toList()));
    }
}
