package org.prefstream.task.project;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

/**
 * Deletes a project: hides it at once, everywhere, and leaves its tasks to be withdrawn step by step (see the sweeper in
 * tasks). In the transaction of the caller.
 */
@ApplicationScoped
class DeleteProject {

    private final Projects projects;
    private final ProjectPublication publication;
    private final Members members;
    private final Clock clock;

    DeleteProject(Projects projects, ProjectPublication publication, Members members, Clock clock) {
        this.projects = projects;
        this.publication = publication;
        this.members = members;
        this.clock = clock;
    }

    Uni<Void> delete(long id) {
        return projects.requireLocked(id)
                .invoke(project -> project.archive(clock.instant()))
                .call(publication::publish)
                .chain(project -> members.removeAll(id));
    }
}
