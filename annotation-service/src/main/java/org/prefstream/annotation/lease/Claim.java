package org.prefstream.annotation.lease;

import org.prefstream.annotation.lease.ClaimTasks.Display;
import org.prefstream.contract.ProjectRecord;
import org.prefstream.kit.security.Person;

/**
 * That a person wants to hold tasks of a project.
 *
 * @param count how many tasks, those included that the person holds already
 */
record Claim(ProjectRecord project, Person person, int count, Display display) {

    long projectId() {
        return project.projectId();
    }

    long annotator() {
        return person.id();
    }

    /** {@return whether a task that this person has skipped comes back to him, after the others} */
    boolean getsSkippedBack() {
        return project.skipQueue().equals("REQUEUE_FOR_ME");
    }

    /** {@return whether tasks are given in a random order} */
    boolean isAtRandom() {
        return project.sampling().startsWith("Uniform");
    }
}
