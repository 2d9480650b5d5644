package org.prefstream.embedded.testing;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.prefstream.contract.Headers;

/**
 * One record on a topic.
 *
 * @param value
 *            JSON; null for a tombstone
 */
public record TopicEntry(String key, long revision, @Nullable String value, Map<String, String> headers) {

    public TopicEntry {
        headers = Map.copyOf(headers);
    }

    /** {@return the entry that a record holds; a record without a revision is an error} */
    static TopicEntry of(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = new LinkedHashMap<>();
        record.headers().forEach(header -> headers.put(header.key(), text(header.value())));
        String revision = headers.get(Headers.REVISION);
        if (revision == null) {
            throw new AssertionError(record.topic() + " " + record.key() + " has no revision, only " + headers);
        }
        byte @Nullable [] value = record.value();
        return new TopicEntry(record.key(), Long.parseLong(revision), value == null ? null : text(value), headers);
    }

    /** {@return whether the key was deleted} */
    public boolean isTombstone() {
        return value == null;
    }

    /** {@return the value; a tombstone has none and fails} */
    public String text() {
        if (value == null) {
            throw new AssertionError(key + " is deleted, revision " + revision);
        }
        return value;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
