package org.prefstream.annotation.copies;

import java.util.List;

import io.smallrye.mutiny.Uni;

/** Does work that begins when tasks are known, or ends when they are deleted. */
public interface TaskListener {

    /** Runs in the transaction that stores the copies, for tasks that have arrived or changed. */
    Uni<Void> tasksKnown(List<Long> taskIds);

    /** Runs in the transaction that marks the copies as deleted. */
    Uni<Void> tasksGone(List<Long> taskIds);
}
