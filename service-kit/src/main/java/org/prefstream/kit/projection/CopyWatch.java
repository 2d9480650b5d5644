package org.prefstream.kit.projection;

import java.util.HashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.prefstream.contract.Topic;
import org.prefstream.kit.messaging.Positions;
import org.prefstream.kit.messaging.TopicNames;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * Looks now and then whether the database still has what was committed to the copies. Nothing may follow that would show it.
 *
 * <p>What is committed is noted a moment after it is in the database. In that moment a partition that began anew looks as if
 * it had lost something. So only what is missing in two looks is taken for lost.
 */
@ApplicationScoped
class CopyWatch {

    private static final Logger LOG = Logger.getLogger(CopyWatch.class);

    private final Readings readings;
    private final AppliedOffsets applied;
    private final TopicNames names;
    private final Replay replay;
    private volatile Map<TopicPartition, Long> missing = Map.of();

    CopyWatch(Readings readings, AppliedOffsets applied, TopicNames names, Replay replay) {
        this.readings = readings;
        this.applied = applied;
        this.names = names;
        this.replay = replay;
    }

    /** Reads again what was lost. The note of what is committed must be read before the database is asked. */
    @Scheduled(every = "2s", concurrentExecution = ConcurrentExecution.SKIP, skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> look() {
        Map<TopicPartition, Long> known = readings.handled();
        return applied.present()
                .map(present -> lost(known, present))
                .chain(lost -> Multi.createFrom()
                        .iterable(names.consumed())
                        .filter(topic -> lost.keySet().stream().anyMatch(one -> isOf(topic, one)))
                        .onItem()
                        .transformToUniAndConcatenate(topic -> replay.of(topic,
                                new CopyFellBehind("%s was applied, and the database lacks it".formatted(lost))))
                        .collect()
                        .last())
                .onFailure()
                .invoke(failure -> LOG.debug("what the database has is not known", failure))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    /** {@return what is missing now and was missing at the last look. Of a refused topic nothing is applied, and nothing asked} */
    private Map<TopicPartition, Long> lost(Map<TopicPartition, Long> known, Positions present) {
        Map<TopicPartition, Long> before = missing;
        Map<TopicPartition, Long> now = new HashMap<>();
        names.consumed()
                .stream()
                .map(names::onBroker)
                .filter(topic -> readings.refusal(topic).isEmpty())
                .forEach(topic -> now.putAll(CopyTransactions.lost(known, topic,
                        present.offsets().getOrDefault(Positions.key(topic, readings.idOf(topic)), Map.of()))));
        missing = Map.copyOf(now);
        now.entrySet().retainAll(before.entrySet());
        return now;
    }

    private boolean isOf(Topic topic, TopicPartition partition) {
        return names.onBroker(topic).equals(partition.topic());
    }
}
