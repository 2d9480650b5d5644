package org.prefstream.kit.messaging;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the end of a topic. It finds the record that was committed last, even if markers and aborted transactions lie behind it. */
final class TopicTail implements AutoCloseable {

    /** Most often the last record lies right before its transaction's marker. */
    private static final long FIRST_WINDOW = 4;
    private static final long WINDOW_GROWTH = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Consumer<byte[], byte[]> consumer;

    TopicTail(KafkaSettings kafka) {
        this.consumer = new KafkaConsumer<>(
                kafka.with(Map.of(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false, ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 10,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest",
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false)),
                new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** {@return the last committed record; empty if there is none} */
    Optional<ConsumerRecord<byte[], byte[]>> last(TopicPartition partition) {
        consumer.assign(List.of(partition));
        long begin = onlyOffset(consumer.beginningOffsets(List.of(partition), PATIENCE));
        long end = onlyOffset(consumer.endOffsets(List.of(partition), PATIENCE));
        for (long window = FIRST_WINDOW;; window *= WINDOW_GROWTH) {
            long from = Math.max(begin, end - window);
            Optional<ConsumerRecord<byte[], byte[]>> found = lastBetween(partition, from, end);
            if (found.isPresent() || from == begin) {
                return found;
            }
        }
    }

    /** {@return the offset of the last committed record of each partition that has one} */
    Positions positions(Set<String> topics) {
        Positions.Gathering lasts = new Positions.Gathering();
        for (String topic : topics) {
            for (PartitionInfo partition : consumer.partitionsFor(topic, PATIENCE)) {
                last(new TopicPartition(topic, partition.partition()))
                        .ifPresent(record -> lasts.add(topic, record.partition(), record.offset()));
            }
        }
        return lasts.positions();
    }

    /** {@return the offset behind the last record or marker of each partition of a topic} */
    Map<Integer, Long> ends(String topic) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic, PATIENCE)
                .stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        Map<Integer, Long> ends = new HashMap<>();
        consumer.endOffsets(partitions, PATIENCE).forEach((partition, end) -> ends.put(partition.partition(), end));
        return ends;
    }

    /** {@return the offset of the first record that was sent at that time or later; the end if there is none} */
    long since(TopicPartition partition, Instant time) {
        consumer.assign(List.of(partition));
        OffsetAndTimestamp found = consumer.offsetsForTimes(Map.of(partition, time.toEpochMilli()), PATIENCE)
                .get(partition);
        return found == null ? onlyOffset(consumer.endOffsets(List.of(partition), PATIENCE)) : found.offset();
    }

    /** Takes the records that were committed. */
    @FunctionalInterface
    interface Reader {

        void read(ConsumerRecord<byte[], byte[]> record) throws SQLException;
    }

    /** Reads all records from an offset on. */
    void read(TopicPartition partition, long from, Reader reader) throws SQLException {
        consumer.assign(List.of(partition));
        long end = onlyOffset(consumer.endOffsets(List.of(partition), PATIENCE));
        consumer.seek(partition, Math.max(from, onlyOffset(consumer.beginningOffsets(List.of(partition), PATIENCE))));
        long answered = System.nanoTime();
        for (long position = consumer.position(partition); position < end; position = consumer.position(partition)) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                reader.read(record);
            }
            if (consumer.position(partition) > position) {
                answered = System.nanoTime();
            } else if (System.nanoTime() - answered > PATIENCE.toNanos()) {
                throw new IllegalStateException("%s did not answer within %s".formatted(partition, PATIENCE));
            }
        }
    }

    private static long onlyOffset(Map<TopicPartition, Long> offsets) {
        return offsets.values().iterator().next();
    }

    private Optional<ConsumerRecord<byte[], byte[]>> lastBetween(TopicPartition partition, long from, long end) {
        consumer.seek(partition, from);
        Optional<ConsumerRecord<byte[], byte[]>> last = Optional.empty();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (consumer.position(partition) < end) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                last = Optional.of(record);
            }
            if (System.nanoTime() - deadline > 0) {
                throw new IllegalStateException("%s did not answer within %s".formatted(partition, PATIENCE));
            }
        }
        return last;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
