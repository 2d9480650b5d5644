package org.prefstream.kit.projection;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.prefstream.contract.Headers;
import org.prefstream.contract.TopicRecord;
import org.prefstream.kit.messaging.OutboxEntry;
import org.prefstream.kit.messaging.Positions;
import org.prefstream.labelstudio.json.Json;

/**
 * Polled records after decoding: what they say, what cannot be decoded, and how far they go.
 *
 * @param decoded the changes, in the order in which they were polled
 * @param letters dead letters of the records that cannot be decoded
 * @param positions the last polled offset of each partition
 */
record Batch<R extends TopicRecord>(List<Decoded<R>> decoded, List<OutboxEntry> letters, Positions positions) {

    /** A change, and the record that brought it. */
    record Decoded<R extends TopicRecord>(Change<R> change, ConsumerRecord<String, byte[]> origin) {
    }

    static <R extends TopicRecord> Batch<R> decode(ConsumerRecords<String, byte[]> records, Class<R> type,
            DeadLetters deadLetters) {
        List<Decoded<R>> decoded = new ArrayList<>();
        List<OutboxEntry> letters = new ArrayList<>();
        Map<String, Map<Integer, Long>> offsets = new HashMap<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            try {
                decoded.add(new Decoded<>(change(record, type), record));
            } catch (IOException | RuntimeException e) {
                letters.add(deadLetters.of(record, e));
            }
            offsets.computeIfAbsent(record.topic(), topic -> new HashMap<>())
                    .merge(record.partition(), record.offset(), Math::max);
        }
        return new Batch<>(List.copyOf(decoded), List.copyOf(letters), new Positions(offsets));
    }

    /** {@return for each key the change with the highest revision} */
    List<Change<R>> changes() {
        Map<String, Change<R>> changes = new LinkedHashMap<>();
        decoded.forEach(
                one -> changes.merge(one.change().key(), one.change(), (a, b) -> a.revision() > b.revision() ? a : b));
        return List.copyOf(changes.values());
    }

    private static <R extends TopicRecord> Change<R> change(ConsumerRecord<String, byte[]> record, Class<R> type)
            throws IOException {
        String revision = header(record, Headers.REVISION);
        if (record.key() == null || revision == null) {
            throw new IOException("a record needs a key and the header " + Headers.REVISION);
        }
        R state = record.value() == null ? null : Json.mapper().readValue(record.value(), type);
        if (record.value() != null && state == null) {
            throw new IOException("a value is an object, never null");
        }
        if (state != null && !state.key().equals(record.key())) {
            throw new IOException("the key is not that of the value: " + state.key());
        }
        return new Change<>(record.key(), Long.parseLong(revision), state, asWritten(record.value(), state));
    }

    /** A copy keeps the text of the record, which costs nothing. Only a text that readers of lines would cut is written anew. */
    private static @Nullable String asWritten(byte @Nullable [] value, @Nullable TopicRecord state) {
        if (value == null) {
            return null;
        }
        String json = new String(value, StandardCharsets.UTF_8);
        return Json.isOnOneLine(json) ? json : Json.write(state);
    }

    private static @Nullable String header(ConsumerRecord<?, ?> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
