package org.prefstream.kit.messaging;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What one Kafka transaction holds, written into that same transaction: whoever reads the last manifest knows what was
 * published, whatever became of the relay that published it.
 *
 * @param outbox identity of the outbox that the rows came from
 * @param ids the outbox rows sent
 */
record Manifest(@JsonProperty("outbox") UUID outbox, @JsonProperty("ids") List<Long> ids) {
}
