package org.prefstream.export.dataset;

import java.util.Set;

/**
 * Says which part of a project is wanted.
 *
 * @param taskIds only these tasks and what belongs to them; empty for all
 * @param untouchedToo whether tasks that nobody has annotated or skipped are wanted, too
 */
public record Selection(long projectId, Set<Long> taskIds, boolean untouchedToo) {

    public Selection {
        taskIds = Set.copyOf(taskIds);
    }
}
