package org.prefstream.kit.projection;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/**
 * Lets a polling thread keep what it has polled until the batch before is applied, and hand it over then. The connector alone would
 * queue it and poll a paused consumer each 2 ms meanwhile, for nothing: under load that was most of what its threads did.
 */
@ApplicationScoped
class Handover {

    /** A polling thread also keeps its place in the group, so it does not wait for ever. The connector's queue bounds what follows. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Duration patience;
    private final Map<String, Batch> latest = new ConcurrentHashMap<>();

    Handover() {
        this(PATIENCE);
    }

    Handover(Duration patience) {
        this.patience = patience;
    }

    /** The batch of a topic that was handed over last, told by where it begins. */
    private record Batch(Place place, CountDownLatch done) {
    }

    private record Place(TopicPartition partition, long offset) {

        /** {@return where records begin; empty if there are none} */
        private static Optional<Place> of(ConsumerRecords<?, ?> records) {
            return records.partitions()
                    .stream()
                    .findFirst()
                    .map(partition -> new Place(partition, records.records(partition).get(0).offset()));
        }
    }

    /**
     * Waits until the batch of the same topic that was handed over before is done, but not for ever, and hands this one over. It blocks
     * the polling thread that calls it.
     *
     * @param polled records of one topic
     */
    void await(ConsumerRecords<?, ?> polled) {
        Place.of(polled).ifPresent(place -> {
            Batch before = latest.get(place.partition().topic());
            if (before != null) {
                await(before);
            }
            latest.put(place.partition().topic(), new Batch(place, new CountDownLatch(1)));
        });
    }

    /** One that takes long, or that the connector has dropped, is not waited for: the next batch waits in the connector's queue. */
    private void await(Batch before) {
        try {
            before.done.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the consumer is being closed
        }
    }

    /** Notes that a batch is done. Only the one that was handed over last is waited for. */
    void done(ConsumerRecords<?, ?> handled) {
        Place.of(handled).ifPresent(place -> {
            Batch handed = latest.get(place.partition().topic());
            if (handed != null && handed.place.equals(place)) {
                handed.done.countDown();
            }
        });
    }

    /** {@return whether a batch of the topic is handed over and not done} */
    boolean isUnderWay(String topic) {
        Batch handed = latest.get(topic);
        return handed != null && handed.done.getCount() > 0;
    }
}
