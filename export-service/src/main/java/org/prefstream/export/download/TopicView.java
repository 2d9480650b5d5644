package org.prefstream.export.download;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Where the dataset can be read as it grows.
 *
 * @param topic the topic's name on the broker
 * @param bootstrapServers for a Kafka client of the reader; null where the operator has not said it
 */
public record TopicView(
        @JsonProperty("topic") String topic,
        @JsonProperty("bootstrap_servers") @Nullable String bootstrapServers) {
}
