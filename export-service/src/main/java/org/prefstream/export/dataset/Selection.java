package org.prefstream.export.dataset;

import java.util.Set;

/**
 * Which part of a project is wanted.
 *
 * @param taskIds only these tasks and what belongs to them; empty for all
 * @param untouchedToo whether tasks count that nobody has annotated or skipped
 */
public record Selection(long projectId, Set<Long> taskIds, boolean untouchedToo) {

    public Selection {
        taskIds = Set.copyOf(taskIds);
    }
}
