package org.prefstream.kit.projection;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.prefstream.kit.messaging.Positions;
import org.prefstream.kit.messaging.TopicIds;

import io.smallrye.mutiny.infrastructure.Infrastructure;

/**
 * What this process reads: which topic stood behind each name when its partitions were assigned, and how far each partition was
 * handled. A topic whose copy can no longer be kept right is refused: nothing more is applied of it, so that barriers do not pass.
 */
@ApplicationScoped
class Readings {

    private static final Logger LOG = Logger.getLogger(Readings.class);
    private static final long CHECK_NANOS = Duration.ofSeconds(30).toNanos();

    private final TopicIds topicIds;
    private final Map<String, String> ids = new ConcurrentHashMap<>();
    private final Map<String, Long> checkedAt = new ConcurrentHashMap<>();
    private final Map<TopicPartition, Long> handled = new ConcurrentHashMap<>();
    private final Map<TopicPartition, Long> assignments = new ConcurrentHashMap<>();
    private final AtomicLong lastAssignment = new AtomicLong();
    private final Map<String, String> refusals = new ConcurrentHashMap<>();

    Readings(TopicIds topicIds) {
        this.topicIds = topicIds;
    }

    /**
     * Notes that a partition is read from now on.
     *
     * @param last the offset behind which it begins; -1 for the beginning
     */
    void begin(TopicPartition partition, String topicId, long last) {
        ids.put(partition.topic(), topicId);
        checkedAt.put(partition.topic(), System.nanoTime());
        handled.put(partition, last);
        assignments.put(partition, lastAssignment.incrementAndGet());
    }

    /** Notes that a partition is read by somebody else from now on, or by nobody. */
    void end(TopicPartition partition) {
        assignments.remove(partition);
        handled.remove(partition);
    }

    /** {@return the number of the assignment by which a partition is read: no other has it; 0 if it is not read} */
    long assignment(TopicPartition partition) {
        return assignments.getOrDefault(partition, 0L);
    }

    /**
     * {@return those of the records whose partitions have not been assigned anew since they were polled. The others come again, behind
     * what the database says} Where the caller needs {@link #handled()} as well, it must ask for that before.
     */
    ConsumerRecords<String, byte[]> present(ConsumerRecords<String, byte[]> records) {
        Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> present = new HashMap<>();
        for (TopicPartition partition : records.partitions()) {
            List<ConsumerRecord<String, byte[]>> polled = records.records(partition);
            if (AssignmentMark.isOf(polled.get(0), assignment(partition))) {
                present.put(partition, polled);
            }
        }
        return present.size() == records.partitions().size() ? records : new ConsumerRecords<>(present, Map.of());
    }

    /** {@return the id of the topic that is read under this name; empty if it is not known} */
    String idOf(String topic) {
        return ids.getOrDefault(topic, "");
    }

    /** {@return the partitions that are read, with the last offset of each that was handled} */
    Map<TopicPartition, Long> handled() {
        return Map.copyOf(handled);
    }

    /**
     * Notes that records up to these positions were handled: they are committed. A partition that began anew is lowered. One that
     * is no longer read is not noted.
     */
    void handled(Positions positions) {
        positions.offsets()
                .forEach((topic, partitions) -> partitions.forEach((partition, offset) -> handled
                        .computeIfPresent(new TopicPartition(topic, partition), (read, last) -> offset)));
    }

    /** {@return whether a record that follows on what was handled is before it, because the reader was sent to the beginning} */
    boolean beganAnew(TopicPartition partition, long offset) {
        return offset < handled.getOrDefault(partition, -1L);
    }

    /** Refuses a topic for the rest of this process's life. */
    void refuse(String topic, String words) {
        if (refusals.putIfAbsent(topic, words) == null) {
            LOG.error(words);
        }
    }

    /** {@return why nothing more is applied of a topic; empty if all is well} */
    Optional<String> refusal(String topic) {
        return Optional.ofNullable(refusals.get(topic));
    }

    /** {@return all refusals, by topic} */
    Map<String, String> refusals() {
        return new HashMap<>(refusals);
    }

    /** Asks the broker in the background, once in a while, whether the topic that is read is still the one behind its name. */
    void checkNowAndThen(String topic) {
        Long before = checkedAt.get(topic);
        if (before != null && System.nanoTime() - before > CHECK_NANOS) {
            checkedAt.put(topic, System.nanoTime());
            Infrastructure.getDefaultWorkerPool().execute(() -> check(topic));
        }
    }

    /** Asks the broker whether the topic that is read is still the one behind its name; blocks. */
    void check(String topic) {
        String read = ids.get(topic);
        try {
            Optional<String> present = read == null ? Optional.empty() : topicIds.of(topic);
            if (present.isPresent() && !present.get().equals(read)) {
                refuse(topic,
                        ("topic %s was made anew while it was read, so nothing more is applied of it."
                                + " Start this service again: it then reads the new topic from its beginning")
                                .formatted(topic));
            }
        } catch (KafkaException e) {
            LOG.debug("which topics are there is not known", e);
        }
    }
}
