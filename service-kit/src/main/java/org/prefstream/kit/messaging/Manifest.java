package org.prefstream.kit.messaging;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What the relay says it sent in one Kafka transaction, written into that same transaction. Whoever reads the last manifest
 * knows what was published, whatever became of the relay that published it.
 *
 * @param outbox the identity of the outbox that the rows came from
 * @param ids the ids of the outbox rows that were sent
 */
record Manifest(@JsonProperty("outbox") UUID outbox, @JsonProperty("ids") List<Long> ids) {
}
