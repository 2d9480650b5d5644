package org.prefstream.kit.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Relays that stop, pause and overtake one another between any two of their steps, on the real servers. */
class RelayTermTest {

    /** The last step that a relay takes. */
    enum Step {
        BEGUN,
        READ,
        HALF_SENT,
        SENT,
        COMMITTED,
        SETTLED
    }

    /** How it goes: it closes its producer, or it is only never heard of again. */
    enum Departure {
        CLOSED,
        ABANDONED
    }

    /** Ends a relay in the middle of its sends. */
    private static final class Halt extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    static Stream<Arguments> stops() {
        return Arrays.stream(Step.values())
                .flatMap(step -> Arrays.stream(Departure.values()).map(departure -> Arguments.of(step, departure)));
    }

    @ParameterizedTest
    @MethodSource("stops")
    void aStoppedRelayLosesAndDoublesNothing(Step last, Departure departure) throws Exception {
        // Given a relay that published something and then stops on its way through the next batch
        RelayBench bench = RelayBench.fresh();
        bench.record(RelayBench.BATCH_ROWS + 45);
        RelayTerm stopped = bench.begin(bench.routeWithEventAfter(RelayBench.BATCH_ROWS + 7, () -> {
            if (last == Step.HALF_SENT) {
                throw new Halt();
            }
        }));
        stopped.relay(RelayBench.BATCH_ROWS, 1 << 20);
        goUpTo(last, stopped);
        if (departure == Departure.CLOSED) {
            stopped.close();
        }

        // When another becomes active
        try (RelayTerm successor = bench.begin()) {
            RelayBench.relayAll(successor);
        }
        stopped.close();

        // Then
        bench.assertPublishedExactlyOnce(bench.recorded());
    }

    private static void goUpTo(Step last, RelayTerm term) throws Exception {
        if (last == Step.BEGUN) {
            return;
        }
        List<OutboxRow> batch = RelayBench.read(term);
        if (last == Step.HALF_SENT) {
            assertThatThrownBy(() -> term.send(batch)).isInstanceOf(Halt.class);
        } else if (last != Step.READ) {
            RelayTerm.Sent sent = term.send(batch);
            if (last != Step.SENT) {
                term.commit();
            }
            if (last == Step.SETTLED) {
                term.settle(sent);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void aRelayThatWasPausedWhileAnotherTookOverCannotHarm(Step pausedAfter) throws Exception {
        // Given a relay that pauses on its way, and another that takes over and publishes everything
        RelayBench bench = RelayBench.fresh();
        bench.record(45);
        Runnable takeOver = () -> takeOver(bench);
        RelayRoute route = bench.routeWithEventAfter(7, pausedAfter == Step.HALF_SENT ? takeOver : () -> {
        });

        // When the paused one goes on
        try (RelayTerm paused = bench.begin(route)) {
            goOnAfter(pausedAfter, paused, takeOver);
        }

        // Then
        try (RelayTerm last = bench.begin()) {
            RelayBench.relayAll(last);
        }
        bench.assertPublishedExactlyOnce(bench.recorded());
    }

    /** A term of another relay, and changes that are recorded after it. */
    private static void takeOver(RelayBench bench) {
        try (RelayTerm other = bench.begin()) {
            RelayBench.relayAll(other);
            bench.record(30);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void goOnAfter(Step pausedAfter, RelayTerm paused, Runnable takeOver) throws Exception {
        if (pausedAfter == Step.BEGUN) {
            takeOver.run();
        }
        List<OutboxRow> batch = RelayBench.read(paused);
        if (pausedAfter == Step.READ) {
            takeOver.run();
        }
        if (pausedAfter.compareTo(Step.HALF_SENT) <= 0) {
            assertThatThrownBy(() -> paused.send(batch)).satisfies(RelayTermTest::isFenced);
            return;
        }
        RelayTerm.Sent sent = paused.send(batch);
        if (pausedAfter == Step.SENT) {
            takeOver.run();
            assertThatThrownBy(paused::commit).satisfies(RelayTermTest::isFenced);
            return;
        }
        paused.commit();
        if (pausedAfter == Step.COMMITTED) {
            takeOver.run();
        }
        paused.settle(sent);
        if (pausedAfter == Step.SETTLED) {
            takeOver.run();
        }
        assertThatThrownBy(() -> RelayBench.relayAll(paused)).satisfies(RelayTermTest::isFenced);
    }

    private static void isFenced(Throwable failure) {
        assertThat(Stream.iterate(failure, Objects::nonNull, Throwable::getCause)).anyMatch(
                cause -> cause instanceof ProducerFencedException || cause instanceof InvalidProducerEpochException);
    }

    @Test
    void aFreshDatabaseIsNotTakenForTheOneOfTheManifest() throws Exception {
        // Given a topic whose last manifest names the ids that a fresh database will give out again
        RelayBench before = RelayBench.fresh();
        before.record(15);
        try (RelayTerm term = before.begin()) {
            RelayBench.relayAll(term);
        }
        RelayBench fresh = before.withFreshDatabase();
        fresh.record(15);

        // When
        try (RelayTerm term = fresh.begin()) {
            assertThat(fresh.outbox().oldest(0, 100, 1 << 20)).hasSize(15);
            RelayBench.relayAll(term);
        }

        // Then
        assertThat(fresh.published()).extracting(RelayBench::recorded)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(before.recorded().stream(), fresh.recorded().stream()).toList());
    }
}
