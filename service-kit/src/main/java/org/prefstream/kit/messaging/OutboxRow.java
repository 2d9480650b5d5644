package org.prefstream.kit.messaging;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A recorded row of the outbox, as the relay reads it. A null payload is a tombstone.
 *
 * @param nonce tells the row from another one that gets the same id after a fail-over or a restore
 */
record OutboxRow(
        long id,
        long nonce,
        String topicName,
        String key,
        String type,
        @Nullable String payload,
        Map<String, String> headers,
        long revision,
        Instant recordedAt) {

    /** {@return the length of the payload, in characters} */
    int characters() {
        return payload == null ? 0 : payload.length();
    }
}
