package org.prefstream.kit.relay;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What one Kafka transaction holds, written into that same transaction: whoever reads the last manifest knows what was
 * published, whatever became of the relay that published it.
 *
 * @param outbox identity of the outbox that the rows came from
 * @param ids the outbox rows sent
 * @param offsets by the broker's topic name and partition, the last data offset
 */
record Manifest(
        @JsonProperty("outbox") UUID outbox,
        @JsonProperty("ids") List<Long> ids,
        @JsonProperty("offsets") Map<String, Map<Integer, Long>> offsets) {
}
