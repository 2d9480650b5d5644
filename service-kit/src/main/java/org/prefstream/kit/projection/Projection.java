package org.prefstream.kit.projection;

import java.util.List;

import org.prefstream.contract.Topic;
import org.prefstream.contract.TopicRecord;

import io.smallrye.mutiny.Uni;

/**
 * A copy of what another service owns. Nothing else writes to the copy, and redelivery, replay from the beginning and late
 * read-through change nothing in it, because only higher revisions do.
 */
public interface Projection<R extends TopicRecord> {

    /** {@return the topic that is copied} */
    Topic topic();

    /**
     * Stores changes where {@code excluded.revision > current.revision}, deletions as markers, in the Panache transaction of
     * the caller. Keys are distinct.
     */
    Uni<Void> apply(List<Change<R>> changes);
}
