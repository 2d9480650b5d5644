package org.prefstream.kit.projection;

import java.util.List;

import org.prefstream.contract.TopicRecord;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The present states of several keys, as their owner answers another service that has no copies yet.
 *
 * @param states one for each key
 */
public record VersionedStates(@JsonProperty("states") List<VersionedState> states) {

    public VersionedStates {
        states = List.copyOf(states);
    }

    /** {@return the states as the changes that a projection applies} */
    public <R extends TopicRecord> List<Change<R>> as(Class<R> type) {
        return states.stream().map(one -> one.as(type)).toList();
    }
}
