package org.prefstream.task.project;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.reactive.mutiny.Mutiny;
import org.prefstream.contract.Topic;
import org.prefstream.kit.messaging.Outbox;
import org.prefstream.kit.messaging.OutboxEntry;
import org.prefstream.kit.messaging.Revisions;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** Tells the other services what a project is now. Call it after a change, in its transaction, with the project locked. */
@ApplicationScoped
class ProjectPublication {

    private final Outbox outbox;

    ProjectPublication(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Raises the project's revision and records its state, or that it is gone. */
    Uni<Void> publish(Project project) {
        return Revisions.after(project.revision())
                .invoke(project::publishAs)
                .chain(Panache::getSession)
                .chain(Mutiny.Session::flush)
                .chain(() -> outbox.record(entry(project)));
    }

    /** {@return what publishes a project as it is, or that it is gone} */
    static OutboxEntry entry(Project project) {
        return !project.isArchived()
                ? OutboxEntry.put(project.record(), project.revision())
                : OutboxEntry.delete(Topic.PROJECTS, Long.toString(project.id()), project.revision(), project.id());
    }
}
