package org.prefstream.kit.projection;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.prefstream.contract.Headers;
import org.prefstream.contract.TopicRecord;
import org.prefstream.kit.messaging.OutboxEntry;
import org.prefstream.kit.messaging.Positions;
import org.prefstream.labelstudio.json.Json;
import org.prefstream.labelstudio.json.StoredRecords;

import io.vertx.core.buffer.Buffer;

/**
 * Polled records after decoding: what they say, what cannot be decoded, and how far they go.
 *
 * @param decoded the changes, in the order in which they were polled
 * @param letters dead letters of the records that cannot be decoded
 * @param positions the last polled offset of each partition
 * @param outboxes the identity of the outbox that the first record of each partition came from, where it says so
 */
record Batch<R extends TopicRecord>(
        List<Decoded<R>> decoded,
        List<OutboxEntry> letters,
        Positions positions,
        Map<TopicPartition, UUID> outboxes) {

    private static final char REPLACEMENT = '\uFFFD';

    /** A change, and the record that brought it. */
    record Decoded<R extends TopicRecord>(Change<R> change, ConsumerRecord<String, byte[]> origin) {
    }

    static <R extends TopicRecord> Batch<R> decode(ConsumerRecords<String, byte[]> records, Class<R> type,
            DeadLetters deadLetters) {
        List<Decoded<R>> decoded = new ArrayList<>();
        List<OutboxEntry> letters = new ArrayList<>();
        Positions.Gathering polled = new Positions.Gathering();
        for (ConsumerRecord<String, byte[]> record : records) {
            try {
                decoded.add(new Decoded<>(change(record, type), record));
            } catch (IOException | InvalidRecord e) {
                letters.add(deadLetters.of(record, e));
            }
            polled.add(record.topic(), record.partition(), record.offset());
        }
        return new Batch<>(List.copyOf(decoded), List.copyOf(letters), polled.positions(), outboxes(records));
    }

    private static Map<TopicPartition, UUID> outboxes(ConsumerRecords<String, byte[]> records) {
        Map<TopicPartition, UUID> outboxes = new HashMap<>();
        for (TopicPartition partition : records.partitions()) {
            outbox(records.records(partition).get(0)).ifPresent(outbox -> outboxes.put(partition, outbox));
        }
        return outboxes;
    }

    /** The id of an event is that of the outbox, a slash, and the row's. */
    private static Optional<UUID> outbox(ConsumerRecord<String, byte[]> record) {
        String id = Objects.requireNonNullElse(header(record, Headers.ID), "");
        try {
            return Optional.of(UUID.fromString(id.substring(0, Math.max(0, id.indexOf('/')))));
        } catch (IllegalArgumentException ofSomebodyElse) {
            return Optional.empty();
        }
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
        State<R> state = state(record.value(), type);
        if (!record.key().equals(state.value().key())) {
            throw new InvalidRecord("the key is not that of the value: " + state.value().key());
        }
        return new Change<>(record.key(), number(revision), state.value(), state.json());
    }

    /** What bytes say, and the same as JSON on one line. */
    private record State<R>(R value, Buffer json) {
    }

    private static <R> State<R> state(byte[] bytes, Class<R> type) throws IOException {
        if (isOneLine(bytes)) {
            return new State<>(present(StoredRecords.read(bytes, type)), Buffer.buffer(bytes));
        }
        // readers of lines would cut a text that somebody else has written on several
        R value = present(Json.mapper().readValue(text(bytes), type));
        return new State<>(value, Buffer.buffer(Json.write(value)));
    }

    private static <R> R present(@Nullable R value) {
        if (value == null) {
            throw new InvalidRecord("a value is an object, never null");
        }
        return value;
    }

    /** {@return whether these begin and end as an object on one line without control characters, as every owner writes it} */
    private static boolean isOneLine(byte[] value) {
        boolean ascii = true;
        for (byte one : value) {
            ascii &= one >= 0;
            if (one >= 0 && one < ' ') {
                return false;
            }
        }
        return value.length > 0 && value[0] == '{' && value[value.length - 1] == '}'
                && (ascii || Json.isOnOneLine(text(value)));
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
