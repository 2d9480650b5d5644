package org.prefstream.kit.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prefstream.kit.database.CommitSignal;
import org.prefstream.kit.database.Signal;

import io.smallrye.mutiny.Uni;

class RelayPaceTest {

    private final BulkWrites bulkWrites = new BulkWrites();
    private final SettledSignal settled = new SettledSignal();
    private final CommitSignal recorded = new CommitSignal();
    private final AtomicLong nanos = new AtomicLong();
    private final RelayPace pace = new RelayPace(RelaySurvivesTest.QUICK, bulkWrites, settled, recorded, nanos::get);

    /** The first two are the rest of the spacing, the next two a quarter of what it took, the last but one what it took longer. */
    @ParameterizedTest
    @CsvSource({"0, 20", "5, 15", "20, 5", "24, 6", "80, 60", "1000, 160"})
    void theRelayRestsForTheSpacingAndLongerOnABusyMachine(long worked, long rest) {
        assertThat(RelayPace.apart(Duration.ofMillis(worked), Duration.ofMillis(20))).hasMillis(rest);
    }

    @Test
    void bulkWritesGoFirstForAsLongAsTheyGoOn() {
        assertThat(pace.letsOthersGoFirst()).isFalse();
        assertThat(bulkWrites.<Boolean>during(pace::letsOthersGoFirst)).isTrue();
        assertThatThrownBy(() -> bulkWrites.during(() -> {
            throw new IllegalStateException("refused");
        })).hasMessage("refused");
        assertThat(pace.letsOthersGoFirst()).isFalse();
    }

    @Test
    void bulkWritesThatDoNotBlockGoFirstFromWhenTheyAreSubscribedUntilTheyEnd() {
        CompletableFuture<String> written = new CompletableFuture<>();
        Uni<String> work = bulkWrites.during(Uni.createFrom().completionStage(written));
        assertThat(pace.letsOthersGoFirst()).isFalse();

        CompletableFuture<String> answer = work.subscribeAsCompletionStage();

        assertThat(pace.letsOthersGoFirst()).isTrue();
        written.completeExceptionally(new IllegalStateException("refused"));
        assertThat(answer).isCompletedExceptionally();
        assertThat(pace.letsOthersGoFirst()).isFalse();
    }

    @Test
    void whoWaitsForWhatWasRecordedGoesFirst() {
        Signal.Waiting reader = settled.signal().begin();
        assertThat(bulkWrites.<Boolean>during(pace::letsOthersGoFirst)).isFalse();

        reader.leave();

        assertThat(bulkWrites.<Boolean>during(pace::letsOthersGoFirst)).isTrue();
    }

    @Test
    void theRelayThatWasBusyForLongCatchesUp() {
        nanos.addAndGet(RelayPace.BUSY_MAX.toNanos());
        assertThat(bulkWrites.<Boolean>during(pace::letsOthersGoFirst)).isFalse();

        pace.nothingWaits();

        assertThat(bulkWrites.<Boolean>during(pace::letsOthersGoFirst)).isTrue();
    }

    @Test
    void restsBesideBulkWritesThreeTimesAsLongAsItWorked() {
        LongSupplier timePasses = () -> nanos.addAndGet(Duration.ofMillis(50).toNanos());
        RelayPace resting = new RelayPace(RelaySurvivesTest.QUICK, bulkWrites, settled, recorded, timePasses);

        assertThat(restsFor(resting)).isLessThan(Duration.ofMillis(300));
        assertThat(bulkWrites.during(() -> restsFor(resting))).isBetween(Duration.ofMillis(300),
                Duration.ofMillis(500));
    }

    @Test
    void restsNoLongerThanTheLeaseAllows() {
        LongSupplier timePasses = () -> nanos.addAndGet(Duration.ofMillis(50).toNanos());
        RelayPace resting = new RelayPace(RelaySurvivesTest.QUICK, bulkWrites, settled, recorded, timePasses);

        assertThat(bulkWrites.during(() -> restsFor(resting, Duration.ofMinutes(1)))).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void whatElseIsRecordedGoesFirst() throws InterruptedException {
        recorded.wake();
        assertThat(bulkWrites.<Boolean>during(pace::letsOthersGoFirst)).isFalse();

        assertThat(recorded.await(Duration.ZERO)).isTrue(); // and the relay looks

        assertThat(bulkWrites.<Boolean>during(pace::letsOthersGoFirst)).isTrue();
    }

    private Duration restsFor(RelayPace resting) {
        return restsFor(resting, Duration.ofMillis(100));
    }

    private Duration restsFor(RelayPace resting, Duration worked) {
        long begin = nanos.get();
        try {
            resting.rest(worked, true);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return Duration.ofNanos(nanos.get() - begin);
    }
}
