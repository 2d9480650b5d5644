package org.prefstream.kit.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class HandoverTest {

    private static final String TOPIC = "tasks";
    private static final Duration VERY_LONG = Duration.ofHours(1);
    private static final int SOON_SECONDS = 20;

    private final Handover handover = new Handover(VERY_LONG);

    @Test
    void aBatchIsKeptUntilTheOneBeforeIsDone() {
        handover.await(batch(TOPIC, 0));
        CompletableFuture<Void> second = handedOver(handover, batch(TOPIC, 1));
        assertThat(second).isNotDone();

        handover.done(batch(TOPIC, 0));

        assertThat(second).succeedsWithin(SOON_SECONDS, TimeUnit.SECONDS);
    }

    @Test
    void aBatchOfAnotherTopicIsHandedOverAtOnce() {
        handover.await(batch(TOPIC, 0));

        assertThat(handedOver(handover, batch("annotations", 0))).succeedsWithin(SOON_SECONDS, TimeUnit.SECONDS);
    }

    @Test
    void aBatchThatTakesLongDoesNotKeepItsConsumerFromPolling() {
        Handover impatient = new Handover(Duration.ofMillis(1));
        impatient.await(batch(TOPIC, 0));

        assertThat(handedOver(impatient, batch(TOPIC, 1))).succeedsWithin(SOON_SECONDS, TimeUnit.SECONDS);
    }

    @Test
    void afterABatchThatTookLongTheNextOneIsWaitedForAgain() {
        Handover impatient = new Handover(Duration.ofMillis(1));
        impatient.await(batch(TOPIC, 0));
        impatient.await(batch(TOPIC, 1));

        impatient.done(batch(TOPIC, 0));
        assertThat(impatient.isUnderWay(TOPIC)).isTrue();
        impatient.done(batch(TOPIC, 1));
        assertThat(impatient.isUnderWay(TOPIC)).isFalse();
    }

    @Test
    void aPollThatFindsOnlyMarkersIsNoBatch() {
        handover.await(batch(TOPIC, 0));

        assertThat(handedOver(handover, ConsumerRecords.empty())).succeedsWithin(SOON_SECONDS, TimeUnit.SECONDS);
    }

    private static ConsumerRecords<String, byte[]> batch(String topic, long offset) {
        ConsumerRecord<String, byte[]> record = new ConsumerRecord<>(topic, 0, offset, "1", new byte[0]);
        return new ConsumerRecords<>(Map.of(new TopicPartition(topic, 0), List.of(record)), Map.of());
    }

    /** {@return completes when a polling thread has handed the batch over; it waits by now, or has done so already} */
    private static CompletableFuture<Void> handedOver(Handover handover, ConsumerRecords<String, byte[]> batch) {
        CompletableFuture<Void> handedOver = new CompletableFuture<>();
        Thread poller = new Thread(() -> {
            handover.await(batch);
            handedOver.complete(null);
        });
        poller.setDaemon(true);
        poller.start();
        while (poller.getState() != Thread.State.TIMED_WAITING && poller.isAlive()) {
            Thread.onSpinWait();
        }
        return handedOver;
    }
}
