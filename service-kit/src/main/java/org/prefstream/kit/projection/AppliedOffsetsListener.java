package org.prefstream.kit.projection;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.prefstream.kit.database.FailureLog;
import org.prefstream.kit.messaging.TopicIds;
import org.prefstream.kit.projection.AppliedOffsets.Applied;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;

/**
 * Starts each assigned partition behind what this database has applied, not at the group's committed offset. The database is
 * the truth, even after a restore. A topic that was made anew, and a partition that has lost its end, are read from the beginning.
 * Their copies, and one that was away for longer than deletions stay on a topic, are put in doubt first ({@link Doubts}). This runs on the polling thread and blocks it until the offsets are read.
 */
@ApplicationScoped
@Identifier("applied-offsets")
class AppliedOffsetsListener implements KafkaConsumerRebalanceListener {

    private static final Logger LOG = Logger.getLogger(AppliedOffsetsListener.class);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** Behind the last record lies the marker of its transaction. */
    private static final int LAST_RECORD_AND_MARKER = 2;

    private final AppliedOffsets applied;
    private final Readings readings;
    private final Doubts doubts;
    private final TopicIds topicIds;
    private final FailureLog outage = new FailureLog(LOG, "copies wait to know where they go on");
    private volatile boolean stopped;

    AppliedOffsetsListener(AppliedOffsets applied, Readings readings, Doubts doubts, TopicIds topicIds) {
        this.applied = applied;
        this.readings = readings;
        this.doubts = doubts;
        this.topicIds = topicIds;
    }

    /** A topic that is there, and how far its copy is. */
    private record Known(String topicId, Map<Integer, Applied> applied) {
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        Map<String, List<TopicPartition>> byTopic = partitions.stream()
                .collect(Collectors.groupingBy(TopicPartition::topic));
        byTopic.forEach((topic, assigned) -> known(consumer, topic, assigned).ifPresentOrElse(
                known -> assigned.forEach(partition -> start(consumer, partition, known)),
                () -> consumer.pause(assigned)));
    }

    @Override
    public void onPartitionsRevoked(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        partitions.forEach(readings::end);
    }

    private void start(Consumer<?, ?> consumer, TopicPartition partition, Known known) {
        Applied present = known.applied.get(partition.partition());
        if (present == null) {
            readings.begin(partition, known.topicId, -1);
            consumer.seekToBeginning(List.of(partition));
        } else {
            readings.begin(partition, known.topicId, present.lastOffset());
            consumer.seek(partition, present.lastOffset() + 1);
        }
    }

    /**
     * Waits for database and broker as long as it takes, because polling from anywhere else would be wrong. {@return what is known
     * of a topic; empty if the service stops meanwhile}
     */
    private Optional<Known> known(Consumer<?, ?> consumer, String topic, List<TopicPartition> partitions) {
        while (!stopped) {
            try {
                Known known = look(consumer, topic, partitions);
                outage.over();
                return Optional.of(known);
            } catch (RuntimeException e) {
                outage.failed(e);
                pause();
            }
        }
        return Optional.empty();
    }

    private Known look(Consumer<?, ?> consumer, String topic, List<TopicPartition> partitions) {
        String topicId = topicIds.of(topic).orElseThrow(() -> new KafkaException(topic + " is gone"));
        doubts.castIfMadeAnew(topic, topicId);
        Map<Integer, Applied> copied = applied.ofTopic(topic, topicId);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
        for (TopicPartition partition : partitions) {
            Applied present = copied.get(partition.partition());
            if (present != null && isLost(partition, present, ends.getOrDefault(partition, 0L))) {
                copied.remove(partition.partition());
            }
        }
        return new Known(topicId, copied);
    }

    /** Doubts a copy where it must. {@return whether the partition has lost its end, so that it is read from its beginning} */
    private boolean isLost(TopicPartition partition, Applied present, long end) {
        if (present.lastOffset() >= end) {
            LOG.warnf("%s has lost its end: it was applied up to %d and ends at %d. It is read from its beginning",
                    partition, present.lastOffset(), end);
            doubts.castForLostEnd(partition);
            return true;
        }
        if (present.tooOld() && end > present.lastOffset() + LAST_RECORD_AND_MARKER) {
            doubts.castForAge(partition, present.currentAt());
        }
        return false;
    }

    void stop(@Observes @Priority(1) ShutdownEvent event) {
        stopped = true;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the database", e);
        }
    }
}
