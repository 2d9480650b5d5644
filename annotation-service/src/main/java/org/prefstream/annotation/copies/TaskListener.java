package org.prefstream.annotation.copies;

import java.util.List;

import io.smallrye.mutiny.Uni;

/** Something whose work begins or ends with tasks. */
public interface TaskListener {

    /** Called in the transaction that stores the copies, for tasks that are known now. */
    Uni<Void> tasksKnown(List<Long> taskIds);

    /** Called in the transaction that marks the copies, for tasks that were deleted. */
    Uni<Void> tasksGone(List<Long> taskIds);
}
