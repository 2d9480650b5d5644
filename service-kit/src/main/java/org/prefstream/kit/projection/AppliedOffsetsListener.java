package org.prefstream.kit.projection;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.prefstream.kit.database.FailureLog;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;

/**
 * Starts each assigned partition behind what this database has applied, not at the group's committed offset. The database is
 * the truth, even after a restore. This runs on the polling thread and blocks it until the offsets are read.
 */
@ApplicationScoped
@Identifier("applied-offsets")
class AppliedOffsetsListener implements KafkaConsumerRebalanceListener {

    private static final Logger LOG = Logger.getLogger(AppliedOffsetsListener.class);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final AppliedOffsets applied;
    private final FailureLog outage = new FailureLog(LOG, "copies wait for the database to know where they go on");
    private volatile boolean stopped;

    AppliedOffsetsListener(AppliedOffsets applied) {
        this.applied = applied;
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        for (TopicPartition partition : partitions) {
            offsets(partition.topic()).ifPresentOrElse(applied -> start(consumer, partition, applied),
                    () -> consumer.pause(List.of(partition)));
        }
    }

    private static void start(Consumer<?, ?> consumer, TopicPartition partition, Map<Integer, Long> applied) {
        Long last = applied.get(partition.partition());
        if (last == null) {
            consumer.seekToBeginning(List.of(partition));
        } else {
            consumer.seek(partition, last + 1);
        }
    }

    /**
     * Waits for the database as long as it takes, because polling from anywhere else would be wrong. {@return the offsets by
     * partition; empty if the service stops meanwhile}
     */
    private Optional<Map<Integer, Long>> offsets(String topic) {
        while (!stopped) {
            try {
                Map<Integer, Long> offsets = applied.ofTopic(topic);
                outage.over();
                return Optional.of(offsets);
            } catch (RuntimeException e) {
                outage.failed(e);
                pause();
            }
        }
        return Optional.empty();
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
