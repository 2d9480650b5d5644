package org.prefstream.kit.messaging;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.prefstream.labelstudio.json.Json;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What the relay says it sent in one Kafka transaction, written into that same transaction. Whoever reads the manifests knows
 * what was published, whatever became of the relay that published it.
 *
 * @param outbox the identity of the outbox that the rows came from
 * @param epoch the database's epoch when they were sent
 * @param ids the ids of the outbox rows that were sent
 * @param nonces the nonce of each row; manifests of earlier versions have none, and rows of that time have 0
 */
record Manifest(
        @JsonProperty("outbox") UUID outbox,
        @JsonProperty("epoch") int epoch,
        @JsonProperty("ids") List<Long> ids,
        @JsonProperty("nonces") @Nullable List<Long> nonces) {

    static Manifest of(DatabaseLife.Identity identity, RowNames rows) {
        return new Manifest(identity.outbox(), identity.epoch(), rows.ids(), rows.nonces());
    }

    /** {@return what {@link #bytes} wrote} */
    static Manifest read(byte[] bytes) {
        return Json.read(new String(bytes, StandardCharsets.UTF_8), Manifest.class);
    }

    byte[] bytes() {
        return Json.write(this).getBytes(StandardCharsets.UTF_8);
    }

    /** {@return the names of the rows} */
    RowNames rows() {
        return new RowNames(ids, nonces == null ? Collections.nCopies(ids.size(), 0L) : nonces);
    }
}
