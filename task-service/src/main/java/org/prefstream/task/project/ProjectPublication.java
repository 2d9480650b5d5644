package org.prefstream.task.project;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.contract.Topic;
import org.prefstream.kit.messaging.Outbox;
import org.prefstream.kit.messaging.OutboxEntry;

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
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("select next_revision(?1)", Long.class)
                        .setParameter(1, project.revision())
                        .getSingleResult()
                        .invoke(project::publishAs)
                        .chain(session::flush)
                        .chain(() -> outbox.record(entry(project))));
    }

    private static OutboxEntry entry(Project project) {
        return !project.isArchived()
                ? OutboxEntry.put(project.record(), project.revision())
                : OutboxEntry.delete(Topic.PROJECTS, Long.toString(project.id()), project.revision());
    }
}
