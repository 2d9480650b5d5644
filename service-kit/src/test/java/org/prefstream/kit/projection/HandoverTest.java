package org.prefstream.kit.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class HandoverTest {

    private static final String TOPIC = "tasks";

    private final Handover handover = new Handover(Duration.ofSeconds(20));

    @Test
    void aBatchIsKeptUntilTheOneBeforeIsDone() throws Exception {
        handover.await(TOPIC);
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Void> second = new CompletableFuture<>();
        Thread poller = new Thread(() -> {
            begun.countDown();
            handover.await(TOPIC);
            second.complete(null);
        });
        poller.start();
        begun.await();
        while (poller.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        assertThat(second).isNotDone();

        handover.done(TOPIC);

        assertThat(second).succeedsWithin(10, TimeUnit.SECONDS);
    }

    @Test
    void anotherTopicDoesNotWait() {
        handover.await(TOPIC);

        handover.await("annotations");
    }

    @Test
    void aBatchThatTakesLongDoesNotKeepItsConsumerFromPolling() {
        Handover impatient = new Handover(Duration.ofMillis(1));
        impatient.await(TOPIC);

        impatient.await(TOPIC);
    }

    @Test
    void batchesThatDidNotWaitLeaveNoMorePlacesThanOne() {
        Handover impatient = new Handover(Duration.ofMillis(1));
        impatient.await(TOPIC);
        impatient.await(TOPIC);
        impatient.done(TOPIC);
        impatient.done(TOPIC);

        assertThat(impatient.places(TOPIC)).isOne();
    }
}
