package org.prefstream.annotation.submission;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.annotation.copies.Projects;
import org.prefstream.annotation.copies.Tasks;
import org.prefstream.kit.security.Person;

import io.smallrye.mutiny.Uni;

/** Brings what a judgement needs and no topic has brought yet. */
@ApplicationScoped
class Arrived {

    private final Tasks tasks;
    private final Projects projects;

    Arrived(Tasks tasks, Projects projects) {
        this.tasks = tasks;
        this.projects = projects;
    }

    /** Asks the owner for a task and its project, and waits for memberships. Fails with a 404 if there is no such task for them. */
    Uni<Void> bring(long taskId, Person person) {
        return tasks.visible(taskId, person)
                .chain(task -> projects.visible(task.projectId(), person))
                .replaceWithVoid();
    }
}
