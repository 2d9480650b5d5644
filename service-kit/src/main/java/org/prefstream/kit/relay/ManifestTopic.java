package org.prefstream.kit.relay;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.prefstream.kit.json.Json;

/** Reads the relay's last manifest: the truth about the last Kafka transaction that committed. */
final class ManifestTopic {

    /** Most often the last record is the last manifest; only aborted transactions lie after it. */
    private static final long FIRST_WINDOW = 4;
    private static final long WINDOW_GROWTH = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private ManifestTopic() {
    }

    /** {@return the last committed manifest, or nothing if none was ever written} */
    static Optional<Manifest> last(String bootstrapServers, String topic) {
        TopicPartition partition = new TopicPartition(topic, 0);
        try (Consumer<byte[], byte[]> consumer = consumer(bootstrapServers)) {
            consumer.assign(List.of(partition));
            long begin = onlyOffset(consumer.beginningOffsets(List.of(partition), PATIENCE));
            long end = onlyOffset(consumer.endOffsets(List.of(partition), PATIENCE));
            for (long window = FIRST_WINDOW;; window *= WINDOW_GROWTH) {
                long from = Math.max(begin, end - window);
                Optional<Manifest> found = lastBetween(consumer, partition, from, end);
                if (found.isPresent() || from == begin) {
                    return found;
                }
            }
        }
    }

    private static long onlyOffset(Map<TopicPartition, Long> offsets) {
        return offsets.values().iterator().next();
    }

    private static Optional<Manifest> lastBetween(Consumer<byte[], byte[]> consumer, TopicPartition partition,
            long from, long end) {
        consumer.seek(partition, from);
        byte[] last = null;
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (consumer.position(partition) < end) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                last = record.value();
            }
            if (System.nanoTime() - deadline > 0) {
                throw new IllegalStateException("the manifest topic did not answer within " + PATIENCE);
            }
        }
        return Optional.ofNullable(last)
                .map(value -> Json.read(new String(value, StandardCharsets.UTF_8), Manifest.class));
    }

    private static Consumer<byte[], byte[]> consumer(String bootstrapServers) {
        return new KafkaConsumer<>(Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false,
                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 10,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest"),
                new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
