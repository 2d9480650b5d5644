package org.prefstream.kit.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.prefstream.contract.Topic;
import org.prefstream.kit.database.Signal;

class CopyPaceTest {

    private static final Duration TOOK = Duration.ofMillis(100);
    private static final Duration SOON = Duration.ofSeconds(10);

    private final Signal wanted = new Signal();
    private final AtomicBoolean awaited = new AtomicBoolean();
    private final AtomicLong nanos = new AtomicLong();
    private final CopyPace pace = new CopyPace(wanted, awaited::get, nanos::get);

    @Test
    void aFewRecordsOfAStreamGather() {
        assertThat(pace.length(Topic.ANNOTATIONS, CopyPace.FULL - 1, TOOK)).isEqualTo(CopyPace.GATHERING);
    }

    @Test
    void whatComesSeldomIsAppliedAtOnce() {
        assertThat(pace.length(Topic.PROJECTS, 1, TOOK)).isZero();
        assertThat(pace.length(Topic.IMPORTS, 10 * CopyPace.FULL, TOOK)).isZero();
        assertThat(pace.rest(Topic.ACCESS, 1, TOOK).subscribeAsCompletionStage()).isCompleted();
    }

    @Test
    void aCopyOfManyRecordsLetsOthersGoFirst() {
        assertThat(pace.length(Topic.TASKS, CopyPace.FULL, TOOK)).isEqualTo(TOOK.multipliedBy(3));
        assertThat(pace.length(Topic.TASKS, CopyPace.FULL, SOON)).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void aCopyThatWasBusyForLongCatchesUpUntilThereIsLittleToApply() {
        pace.length(Topic.TASKS, CopyPace.FULL, TOOK);
        nanos.addAndGet(CopyPace.BUSY_MAX.toNanos());

        assertThat(pace.length(Topic.TASKS, CopyPace.FULL, TOOK)).isZero();
        assertThat(pace.length(Topic.ANNOTATIONS, CopyPace.FULL, TOOK)).as("another one").isPositive();

        pace.length(Topic.TASKS, 1, TOOK);
        assertThat(pace.length(Topic.TASKS, CopyPace.FULL, TOOK)).isPositive();
    }

    @Test
    void whoWaitsForRecordsEndsTheRest() {
        CompletableFuture<Void> rest = pace.unlessWanted(Duration.ofHours(1)).subscribeAsCompletionStage();
        assertThat(rest).isNotDone();

        wanted.raise();

        await().atMost(SOON).until(rest::isDone);
        assertThat(wanted.isAwaited()).as("nobody is left behind").isFalse();
    }

    @Test
    void whoWaitsAlreadyIsNotKeptWaiting() {
        awaited.set(true);

        assertThat(pace.rest(Topic.TASKS, CopyPace.FULL, SOON).subscribeAsCompletionStage()).isCompleted();
        assertThat(wanted.isAwaited()).isFalse();
    }

    @Test
    void aRestEndsByItself() {
        CompletableFuture<Void> rest = pace.rest(Topic.TASKS, 1, TOOK).subscribeAsCompletionStage();

        await().atMost(SOON).until(rest::isDone);
        assertThat(wanted.isAwaited()).isFalse();
    }
}
