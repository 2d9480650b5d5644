package org.prefstream.kit.projection;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.common.TopicPartition;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/**
 * Notes, once in a while, which copies hold all that is on their topics. A copy that has not been seen so for as long as deletions
 * stay on a topic may have missed some. A topic on which nothing happens would otherwise look like that.
 */
@ApplicationScoped
class CopyAge {

    private final Readings readings;
    private final AppliedOffsets applied;
    private final LogProbe probe;

    CopyAge(Readings readings, AppliedOffsets applied, LogProbe probe) {
        this.readings = readings;
        this.applied = applied;
        this.probe = probe;
    }

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP, skipExecutionIf = ApplicationNotRunning.class)
    void note() {
        Map<TopicPartition, Long> complete = probe.complete(readings.handled());
        complete.keySet().removeIf(partition -> readings.refusal(partition.topic()).isPresent());
        complete.forEach((partition, offset) -> applied.noteComplete(partition, readings.idOf(partition.topic())));
    }
}
