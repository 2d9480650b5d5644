package org.prefstream.kit.projection;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
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
import org.prefstream.kit.barrier.Positions;
import org.prefstream.kit.json.Json;
import org.prefstream.kit.outbox.OutboxEntry;
import org.prefstream.kit.outbox.OutboxEntry.Lane;

/**
 * Polled records, decoded: the highest revision of each key, what cannot be decoded, and how far this goes.
 *
 * @param poison records to be put aside as dead letters
 */
record Batch<R extends TopicRecord>(List<Change<R>> changes, List<OutboxEntry> poison, Positions positions) {

    static <R extends TopicRecord> Batch<R> decode(ConsumerRecords<String, byte[]> records, Class<R> type,
            String deadLetters) {
        Map<String, Change<R>> changes = new LinkedHashMap<>();
        List<OutboxEntry> poison = new ArrayList<>();
        Map<String, Map<Integer, Long>> offsets = new HashMap<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            try {
                Change<R> change = change(record, type);
                changes.merge(change.key(), change, (a, b) -> a.revision() > b.revision() ? a : b);
            } catch (IOException | RuntimeException e) {
                poison.add(deadLetter(record, deadLetters, e));
            }
            offsets.computeIfAbsent(record.topic(), topic -> new HashMap<>())
                    .merge(record.partition(), record.offset(), Math::max);
        }
        return new Batch<>(List.copyOf(changes.values()), List.copyOf(poison), new Positions(offsets));
    }

    private static <R extends TopicRecord> Change<R> change(ConsumerRecord<String, byte[]> record, Class<R> type)
            throws IOException {
        String revision = header(record, Headers.REVISION);
        if (record.key() == null || revision == null) {
            throw new IOException("a record needs a key and the header " + Headers.REVISION);
        }
        R state = record.value() == null ? null : Json.mapper().readValue(record.value(), type);
        if (state != null && !state.key().equals(record.key())) {
            throw new IOException("the key is not that of the value: " + state.key());
        }
        return new Change<>(record.key(), Long.parseLong(revision), state);
    }

    private static @Nullable String header(ConsumerRecord<?, ?> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static OutboxEntry deadLetter(ConsumerRecord<String, byte[]> record, String deadLetters, Exception cause) {
        String origin = record.topic() + "-" + record.partition() + "-" + record.offset();
        byte[] raw = record.value() == null ? new byte[0] : record.value();
        Map<String, String> headers = Map.of("ps_cause", cause.getClass().getSimpleName() + ": " + cause.getMessage(),
                "ps_origin", origin, "ps_key", String.valueOf(record.key()));
        return new OutboxEntry(deadLetters, origin, "org.prefstream.dead-letter.v1",
                Base64.getEncoder().encodeToString(raw), headers, 1, Lane.INTERACTIVE);
    }
}
