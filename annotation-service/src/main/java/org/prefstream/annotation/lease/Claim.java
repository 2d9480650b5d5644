package org.prefstream.annotation.lease;

import java.time.Duration;
import java.util.Collections;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.prefstream.annotation.lease.ClaimTasks.Display;
import org.prefstream.contract.ProjectRecord;
import org.prefstream.kit.security.Person;

/**
 * That a person wants to hold tasks of a project.
 *
 * @param count how many tasks, those included that the person holds already
 * @param keep how long they are kept without a heartbeat, for a journey offline; null if as long as usual
 */
record Claim(ProjectRecord project, Person person, int count, Display display, @Nullable Duration keep) {

    long projectId() {
        return project.projectId();
    }

    long annotator() {
        return person.id();
    }

    /** {@return how long leases of this claim last, where others last {@code usual}; never less than those} */
    Duration length(Duration usual) {
        return keep == null ? usual : Collections.max(List.of(keep, usual));
    }

    /** {@return this claim, for no more than that many tasks} */
    Claim atMost(int most) {
        return new Claim(project, person, Math.min(count, most), display, keep);
    }

    /** {@return whether a task that this person has skipped comes back to him, after the others} */
    boolean getsSkippedBack() {
        return project.skipQueue().equals("REQUEUE_FOR_ME");
    }

    /** {@return whether tasks are given in a random order} */
    boolean isAtRandom() {
        return project.sampling().startsWith("Uniform");
    }

    /** {@return whether the tasks come first of which a prediction is least certain} */
    boolean isByScore() {
        return project.sampling().startsWith("Uncertainty");
    }
}
