package org.prefstream.task.task;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.kit.messaging.Outbox;
import org.prefstream.kit.messaging.Revisions;
import org.prefstream.kit.web.Fields;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.json.JsonValues;
import org.prefstream.labelstudio.task.RequiredFields;
import org.prefstream.labelstudio.view.ErrorView;
import org.prefstream.task.project.Project;
import org.prefstream.task.project.Projects;

import io.smallrye.mutiny.Uni;

/** Creates, changes and deletes single tasks, in the transaction of the caller. */
@ApplicationScoped
public class WriteTask {

    private final Projects projects;
    private final Tasks tasks;
    private final Outbox outbox;
    private final Clock clock;

    WriteTask(Projects projects, Tasks tasks, Outbox outbox, Clock clock) {
        this.projects = projects;
        this.tasks = tasks;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** {@return a new task as sent} */
    Uni<Task> create(Fields sent, long createdBy) {
        Map<String, Object> data = sent.object("data")
                .orElseThrow(() -> ProblemException.invalid("data", "This field is required."));
        TaskContent content = TaskContent.of(data, sent.object("meta").orElse(Map.of()));
        return projects.requireLocked(sent.id("project")).chain(project -> create(project, content, createdBy));
    }

    /** Adds a task to a project that this transaction has locked or made. */
    public Uni<Void> add(Project project, Map<String, Object> data, long createdBy) {
        return create(project, TaskContent.of(data, Map.of()), createdBy).replaceWithVoid();
    }

    /** {@return the task with the data or meta sent} */
    Uni<Task> change(long id, Fields sent, long changedBy) {
        return tasks.requireLocked(id)
                .call(task -> projects.findById(task.projectId())
                        .chain(project -> change(task, project, content(sent, task, project), changedBy)));
    }

    /** Deletes a task and withdraws what came with it. {@return the id of its project} */
    Uni<Long> delete(long id) {
        return tasks.requireLocked(id)
                .call(task -> Revisions.after(task.revision())
                        .chain(revision -> tasks.remove(task)
                                .chain(() -> outbox.record(Tombstones.of(task.id(), task.projectId(), revision,
                                        task.importedAnnotations())))))
                .map(Task::projectId);
    }

    private Uni<Task> create(Project project, TaskContent content, long createdBy) {
        check(project.required(), content);
        TaskBatch batch = new TaskBatch(createdBy, clock.instant());
        return Revisions.ofNew("task")
                .chain(identity -> TaskNumbers.next(project.id())
                        .map(number -> batch.added(new NewTask(identity.id(), identity.revision(), project.id(), number,
                                project.overlap(), content, List.of(), 0, awaits(project, content)))))
                .call(() -> batch.write(outbox));
    }

    private Uni<Void> change(Task task, Project project, TaskContent content, long changedBy) {
        Instant now = clock.instant();
        TaskBatch batch = new TaskBatch(changedBy, now);
        TaskEvent event = new TaskEvent(task.id(), TaskEvent.Kind.EDITED, changedBy, now, null, null,
                TaskEvent.Former.UNKNOWN);
        return tasks.predictions(Set.of(task.id()))
                .chain(predictions -> Revisions.after(task.revision())
                        .invoke(revision -> batch.rewrite(task, content,
                                task.awaitsAnswers() && awaits(project, content), revision,
                                predictions.getOrDefault(task.id(), List.of()))))
                .chain(() -> batch.write(outbox))
                .chain(() -> TaskEvent.insert(List.of(event)).execute().replaceWithVoid());
    }

    private static TaskContent content(Fields sent, Task task, Project project) {
        TaskContent present = task.content();
        TaskContent content = TaskContent.of(sent.object("data").orElse(present.data()),
                sent.object("meta").orElse(present.meta()));
        if (sent.object("data").isPresent()) {
            check(task.awaitsAnswers() ? project.required() : project.requiredToLabel(), content);
        }
        return content;
    }

    /** Nobody is to label it yet: a model gives what it misses. */
    private static boolean awaits(Project project, TaskContent content) {
        return project.requiredToLabel().flaw(content.data()).isPresent();
    }

    private static void check(RequiredFields required, TaskContent content) {
        required.flaw(content.data(), false).ifPresent(flaw -> {
            throw ProblemException.invalid(ErrorView.NO_FIELD, flaw);
        });
        if (content.dataJson().getBytes(StandardCharsets.UTF_8).length > JsonValues.DATA_BYTES_MAX) {
            throw ProblemException.tooLarge("data: is longer than " + JsonValues.DATA_BYTES_MAX + " bytes (2 MiB)");
        }
    }
}
