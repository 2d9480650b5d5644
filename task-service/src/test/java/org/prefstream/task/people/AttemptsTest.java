package org.prefstream.task.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;
import org.prefstream.labelstudio.error.ProblemException;

class AttemptsTest {

    private static final String ANN = "ann@prefstream.test";

    private final Hand hand = new Hand();
    private final Attempts attempts = new Attempts(hand);

    /** A clock that a test moves. */
    private static final class Hand extends Clock {

        private Instant now = Instant.parse("2026-11-23T03:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @Test
    void aFewMistakesCostNothing() {
        fail(2);

        assertThat(attempts.turn(ANN)).isZero();
    }

    @Test
    void eachFurtherMistakeCostsMoreUpToABound() {
        fail(3);
        Duration third = attempts.turn(ANN);
        hand.now = hand.now.plusSeconds(10);
        fail(1);
        Duration fourth = attempts.turn(ANN);
        hand.now = hand.now.plusSeconds(10);
        fail(20);

        assertThat(third).isPositive();
        assertThat(fourth).isGreaterThan(third);
        assertThat(attempts.turn(" ANN@prefstream.test")).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void attemptsInParallelWaitOneBehindTheOtherAndAreRefusedInTheEnd() {
        fail(20);

        assertThat(attempts.turn(ANN)).isEqualTo(Duration.ofSeconds(4));
        assertThat(attempts.turn(ANN)).isEqualTo(Duration.ofSeconds(8));
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> attempts.turn(ANN))
                .satisfies(refusal -> assertThat(refusal.status()).isEqualTo(429));
        assertThat(attempts.turn("bob@prefstream.test")).isZero();
    }

    @Test
    void theRightPasswordOrAQuietWhileForgivesAll() {
        fail(20);
        hand.now = hand.now.plus(Duration.ofMinutes(16));
        assertThat(attempts.turn(ANN)).isZero();
        fail(20);
        attempts.succeeded(ANN);

        assertThat(attempts.turn(ANN)).isZero();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            attempts.failed(ANN);
        }
    }
}
