package org.prefstream.kit.messaging;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** A recorded row of the outbox, as the relay reads it. A null payload is a tombstone. */
record OutboxRow(
        long id,
        String topicName,
        String key,
        String type,
        @Nullable String payload,
        Map<String, String> headers,
        long revision,
        Instant recordedAt) {
}
