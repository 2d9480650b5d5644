package org.prefstream.task.task;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.prefstream.kit.messaging.Outbox;
import org.prefstream.kit.messaging.Revisions;
import org.prefstream.labelstudio.json.JsonValues;
import org.prefstream.task.project.Project;
import org.prefstream.task.project.Projects;

import io.smallrye.mutiny.Uni;

/** Gives a task the answers that it awaits, all at once, in the transaction of the caller. From then on people may label it. */
@ApplicationScoped
public class CompleteTask {

    private final Projects projects;
    private final Tasks tasks;
    private final Outbox outbox;
    private final Clock clock;

    CompleteTask(Projects projects, Tasks tasks, Outbox outbox, Clock clock) {
        this.projects = projects;
        this.tasks = tasks;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * How it went.
     *
     * @param done whether the task has its answers now
     * @param flaw what the task would still miss, so that nothing was changed; null where the task is gone, or awaits nothing any more
     */
    public record Completion(boolean done, @Nullable String flaw) {
    }

    /**
     * {@return how it went}
     *
     * @param by the account in whose name the answers are given
     * @param fill makes the data with the answers of the present data
     */
    public Uni<Completion> now(long id, long by, UnaryOperator<Map<String, Object>> fill) {
        return tasks.locked(List.of(id))
                .chain(found -> found.isEmpty() || !found.get(0).awaitsAnswers()
                        ? Uni.createFrom().item(new Completion(false, null))
                        : projects.findById(found.get(0).projectId())
                                .chain(project -> complete(found.get(0), project, by, fill)));
    }

    private Uni<Completion> complete(Task task, Project project, long by, UnaryOperator<Map<String, Object>> fill) {
        TaskContent present = task.content();
        TaskContent content = TaskContent.of(fill.apply(present.data()), present.meta());
        Optional<String> flaw = flaw(project, content);
        if (flaw.isPresent()) {
            return Uni.createFrom().item(new Completion(false, flaw.get()));
        }
        TaskBatch batch = new TaskBatch(by, clock.instant());
        return tasks.predictions(Set.of(task.id()))
                .chain(predictions -> Revisions.after(task.revision())
                        .invoke(revision -> batch.rewrite(task, content, false, revision,
                                predictions.getOrDefault(task.id(), List.of()))))
                .chain(() -> batch.write(outbox))
                .replaceWith(new Completion(true, null));
    }

    private static Optional<String> flaw(Project project, TaskContent content) {
        return content.dataJson().getBytes(StandardCharsets.UTF_8).length > JsonValues.DATA_BYTES_MAX
                ? Optional
                        .of("With its answers its data is longer than " + JsonValues.DATA_BYTES_MAX + " bytes (2 MiB).")
                : project.requiredToLabel().flaw(content.data()).map(missing -> missing + ".");
    }
}
