package org.prefstream.task.task;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.reactive.mutiny.Mutiny;
import org.prefstream.kit.messaging.Outbox;
import org.prefstream.kit.messaging.OutboxEntry;
import org.prefstream.kit.web.Fields;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.json.Json;
import org.prefstream.task.imports.read.ImportInvalid;
import org.prefstream.task.project.Project;
import org.prefstream.task.project.Projects;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** Creates, changes and deletes single tasks, in the transaction of the caller. Imports have a way of their own. */
@ApplicationScoped
public class WriteTask {

    private static final int DATA_BYTES_MOST = 2 * 1024 * 1024;

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
        Map<String, Object> meta = sent.object("meta").orElse(Map.of());
        return projects.requireLocked(sent.id("project")).chain(project -> create(project, data, meta, createdBy));
    }

    /** Adds a task to a project that this transaction has locked or made. */
    public Uni<Void> add(Project project, Map<String, Object> data, long createdBy) {
        return create(project, data, Map.of(), createdBy).replaceWithVoid();
    }

    /** {@return the task with the data or meta sent} */
    Uni<Task> change(long id, Fields sent, long changedBy) {
        return tasks.requireLocked(id)
                .chain(task -> projects.findById(task.projectId)
                        .invoke(project -> apply(sent, task, project, changedBy))
                        .chain(() -> publish(task)));
    }

    /** Deletes a task and withdraws what came with it. */
    Uni<Void> delete(long id) {
        return tasks.requireLocked(id)
                .chain(task -> nextRevision(task.revision).chain(revision -> tasks.delete(task)
                        .chain(() -> outbox.record(Tombstones.of(task.id(), revision, task.importedAnnotations)))));
    }

    private Uni<Task> create(Project project, Map<String, Object> data, Map<String, Object> meta, long createdBy) {
        check(project, data);
        Task task = new Task(project.id(), project.takeInnerId(), project.overlap(), createdBy, clock.instant());
        task.holds(data);
        task.meta = Json.write(meta);
        return tasks.persistAndFlush(task).chain(this::publish);
    }

    private void apply(Fields sent, Task task, Project project, long changedBy) {
        sent.object("data").ifPresent(data -> {
            check(project, data);
            task.holds(data);
        });
        sent.object("meta").ifPresent(meta -> task.meta = Json.write(meta));
        task.updatedAt = clock.instant();
        task.updatedBy = changedBy;
    }

    private Uni<Task> publish(Task task) {
        return nextRevision(task.revision).invoke(revision -> task.revision = revision)
                .chain(() -> session().chain(Mutiny.Session::flush))
                .chain(() -> tasks.predictions(Set.of(task.id())))
                .map(predictions -> predictions.getOrDefault(task.id(), new ArrayList<>())
                        .stream()
                        .map(Prediction::summary)
                        .toList())
                .chain(predictions -> outbox.record(OutboxEntry.put(task.record(predictions), task.revision)))
                .replaceWith(task);
    }

    private static void check(Project project, Map<String, Object> data) {
        project.required().flaw(data).ifPresent(flaw -> {
            throw ProblemException.invalid(ImportInvalid.NO_FIELD, flaw);
        });
        if (Json.write(data).getBytes(StandardCharsets.UTF_8).length > DATA_BYTES_MOST) {
            throw ProblemException.tooLarge("data: is longer than " + DATA_BYTES_MOST + " bytes (2 MiB)");
        }
    }

    private static Uni<Long> nextRevision(long current) {
        return session().chain(session -> session.createNativeQuery("select next_revision(?1)", Long.class)
                .setParameter(1, current)
                .getSingleResult());
    }

    private static Uni<Mutiny.Session> session() {
        return Panache.getSession();
    }
}
