package org.prefstream.kit.projection;

import java.util.List;

import org.prefstream.contract.Topic;
import org.prefstream.contract.TopicRecord;

import io.smallrye.mutiny.Uni;

/**
 * Keeps a copy of what another service owns. Only the projection writes what the owner published. Only a higher revision
 * changes the copy, so redelivery, replay from the beginning and a late read-through do no harm.
 */
public interface Projection<R extends TopicRecord> {

    /** {@return the topic that is copied} */
    Topic topic();

    /**
     * Stores changes in the Panache transaction of the caller. A change counts only if its revision is higher than the stored
     * one. A deletion is stored as a marker.
     *
     * @param changes at most one for each key
     */
    Uni<Void> apply(List<Change<R>> changes);

    /** {@return where the copy says which keys it holds that were not deleted} */
    HeldKeys held();

    /**
     * Learns, on whatever thread, that changes are committed, at once and before anything gathers behind them. It must neither block
     * nor fail.
     *
     * @param changes what was applied; not all of it needs to have changed the copy
     */
    default void committed(List<Change<R>> changes) {
    }
}
