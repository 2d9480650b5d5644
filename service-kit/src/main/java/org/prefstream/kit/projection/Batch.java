package org.prefstream.kit.projection;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
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

    private static final char REPLACEMENT = '\uFFFD';

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
            } catch (IOException | InvalidRecord e) {
                letters.add(deadLetters.of(record, e));
            }
            offsets.computeIfAbsent(record.topic(), topic -> new HashMap<>())
                    .merge(record.partition(), record.offset(), Math::max);
        }
        return new Batch<>(List.copyOf(decoded), List.copyOf(letters), new Positions(offsets));
    }

    /** {@return for each key the change with the highest revision} */
    List<Change<R>> changes() {
        return changes(decoded);
    }

    /** {@return for each key of these the change with the highest revision} */
    static <R extends TopicRecord> List<Change<R>> changes(List<Decoded<R>> decoded) {
        Map<String, Change<R>> changes = new LinkedHashMap<>();
        decoded.forEach(
                one -> changes.merge(one.change().key(), one.change(), (a, b) -> a.revision() > b.revision() ? a : b));
        return List.copyOf(changes.values());
    }

    private static <R extends TopicRecord> Change<R> change(ConsumerRecord<String, byte[]> record, Class<R> type)
            throws IOException {
        String revision = header(record, Headers.REVISION);
        if (record.key() == null || revision == null) {
            throw new InvalidRecord("a record needs a key and the header " + Headers.REVISION);
        }
        if (record.value() == null) {
            return new Change<>(record.key(), number(revision), null, null);
        }
        String json = text(record.value());
        R state = Json.mapper().readValue(json, type);
        if (state == null) {
            throw new InvalidRecord("a value is an object, never null");
        }
        if (!record.key().equals(state.key())) {
            throw new InvalidRecord("the key is not that of the value: " + state.key());
        }
        // readers of lines would cut a text that somebody else has written on several
        return new Change<>(record.key(), number(revision), state, Json.isOnOneLine(json) ? json : Json.write(state));
    }

    private static long number(String revision) {
        try {
            return Long.parseLong(revision);
        } catch (NumberFormatException e) {
            throw new InvalidRecord("the header %s is no number".formatted(Headers.REVISION), e);
        }
    }

    /** Bytes that are no UTF-8 would become other characters in silence. */
    private static String text(byte[] value) {
        String text = new String(value, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) >= 0 && !Arrays.equals(text.getBytes(StandardCharsets.UTF_8), value)) {
            throw new InvalidRecord("a value is text in UTF-8");
        }
        return text;
    }

    private static @Nullable String header(ConsumerRecord<?, ?> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
