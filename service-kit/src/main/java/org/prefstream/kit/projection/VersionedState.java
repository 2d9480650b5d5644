package org.prefstream.kit.projection;

import java.util.Map;

import org.prefstream.contract.TopicRecord;
import org.prefstream.labelstudio.json.Json;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A key's present state, as its owner answers another service that has no copy yet.
 *
 * @param state the members of the record, as they are on the topic
 */
public record VersionedState(
        @JsonProperty("revision") long revision,
        @JsonProperty("state") Map<String, Object> state) {

    /** {@return the answer that carries a record at its revision} */
    public static VersionedState of(long revision, TopicRecord state) {
        return new VersionedState(revision, Json.readObject(Json.write(state)));
    }

    /** {@return the state as the change that a projection applies} */
    public <R extends TopicRecord> Change<R> as(Class<R> type) {
        R record = Json.mapper().convertValue(state, type);
        return new Change<>(record.key(), revision, record);
    }
}
