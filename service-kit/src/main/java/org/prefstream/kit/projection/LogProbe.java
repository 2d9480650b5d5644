package org.prefstream.kit.projection;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;
import org.prefstream.kit.messaging.KafkaSettings;
import org.prefstream.kit.messaging.Positions;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/**
 * Asks the log itself whether anything up to a target is left to apply. Compaction may have removed the target's record. Then a
 * projection never reaches the target's offset, although it has applied all that there is.
 */
@ApplicationScoped
class LogProbe {

    private static final Logger LOG = Logger.getLogger(LogProbe.class);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final KafkaSettings kafka;

    LogProbe(KafkaSettings kafka) {
        this.kafka = kafka;
    }

    /** {@return the part of target that still has records behind applied; all of target if the broker does not answer} */
    Uni<Positions> stillInLog(Positions target, Positions applied, Deadline deadline) {
        return Uni.createFrom()
                .item(() -> look(target, applied, deadline))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    /**
     * What a copy lacks of a topic.
     *
     * @param records about how many; ends of transactions count as well
     * @param age how long the oldest of them has been in the log; zero if there is none
     */
    record Behind(long records, Duration age) {
    }

    /**
     * {@return what lies in the log behind the applied offsets; as much as is found until the deadline} It blocks, and throws a
     * {@link KafkaException} if the broker does not answer.
     */
    Behind behind(String topic, Map<Integer, Long> applied, Deadline deadline) {
        long records = 0;
        Duration oldest = Duration.ZERO;
        try (Consumer<byte[], byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic, deadline.left())
                    .stream()
                    .map(known -> new TopicPartition(topic, known.partition()))
                    .toList();
            for (var end : consumer.endOffsets(partitions, deadline.left()).entrySet()) {
                long from = applied.getOrDefault(end.getKey().partition(), -1L) + 1;
                Optional<ConsumerRecord<byte[], byte[]>> first = first(consumer, end.getKey(), from, end.getValue() - 1,
                        deadline);
                if (first.isPresent()) {
                    records += end.getValue() - from;
                    Duration age = Duration.ofMillis(System.currentTimeMillis() - first.get().timestamp());
                    oldest = age.compareTo(oldest) > 0 ? age : oldest;
                }
            }
            return new Behind(records, oldest);
        }
    }

    private Positions look(Positions target, Positions applied, Deadline deadline) {
        Positions.Gathering left = new Positions.Gathering();
        try (Consumer<byte[], byte[]> consumer = consumer()) {
            target.offsets().forEach((topic, partitions) -> partitions.forEach((partition, offset) -> {
                long from = applied.offsets().getOrDefault(topic, Map.of()).getOrDefault(partition, -1L) + 1;
                if (hasRecord(consumer, new TopicPartition(Positions.name(topic), partition), from, offset, deadline)) {
                    left.add(topic, partition, offset);
                }
            }));
            return left.positions();
        } catch (KafkaException e) {
            LOG.debug("the broker does not answer", e);
            return target;
        }
    }

    /** {@return those of the partitions behind whose offsets nothing is left to apply; none if the broker does not answer; blocks} */
    Map<TopicPartition, Long> complete(Map<TopicPartition, Long> applied) {
        Map<TopicPartition, Long> complete = new HashMap<>();
        Deadline deadline = Deadline.in(PATIENCE);
        try (Consumer<byte[], byte[]> consumer = consumer()) {
            Map<TopicPartition, Long> ends = consumer.endOffsets(applied.keySet(), PATIENCE);
            applied.forEach((partition, offset) -> {
                long end = ends.getOrDefault(partition, 0L);
                if (offset >= 0 && !hasRecord(consumer, partition, offset + 1, end - 1, deadline)) {
                    complete.put(partition, offset);
                }
            });
        } catch (KafkaException e) {
            LOG.debug("the broker does not answer", e);
        }
        return complete;
    }

    private static boolean hasRecord(Consumer<?, ?> consumer, TopicPartition partition, long from, long to,
            Deadline deadline) {
        consumer.assign(List.of(partition));
        consumer.seek(partition, from);
        while (consumer.position(partition, deadline.left()) <= to) {
            var records = consumer.poll(Duration.ofMillis(100)).records(partition);
            if (!records.isEmpty()) {
                return records.get(0).offset() <= to;
            }
            if (deadline.isOver()) {
                return true;
            }
        }
        return false;
    }

    /** {@return the first record within the offsets; none is found any more once the deadline is over} */
    private static Optional<ConsumerRecord<byte[], byte[]>> first(Consumer<byte[], byte[]> consumer,
            TopicPartition partition, long from, long to, Deadline deadline) {
        consumer.assign(List.of(partition));
        consumer.seek(partition, from);
        while (from <= to && !deadline.isOver() && consumer.position(partition, deadline.left()) <= to) {
            var records = consumer.poll(Duration.ofMillis(100)).records(partition);
            if (!records.isEmpty()) {
                return Optional.of(records.get(0)).filter(record -> record.offset() <= to);
            }
        }
        return Optional.empty();
    }

    /** A fetch that waits for more is waited for when the consumer is closed. */
    private Consumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                kafka.with(Map.of(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false, ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest", ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                        10, ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false)),
                new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
