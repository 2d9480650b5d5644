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
import org.prefstream.task.people.Attempts.Attempt;

class AttemptsTest {

    private static final String ANN = "ann@prefstream.test";
    private static final String HOME = "203.0.113.9";

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
        guess(2, HOME);

        assertThat(attempts.begin(ANN, HOME).delay()).isZero();
    }

    @Test
    void attemptsThatStillRunAreCounted() {
        assertThat(attempts.begin(ANN, HOME).delay()).isZero();
        assertThat(attempts.begin(ANN, HOME).delay()).isZero();
        assertThat(attempts.begin(ANN, HOME).delay()).isZero();

        assertThat(attempts.begin(ANN, HOME).delay()).isPositive();
    }

    @Test
    void eachFurtherMistakeCostsMoreUpToABound() {
        guess(3, HOME);
        Duration third = attempts.begin(ANN, HOME).delay();
        hand.now = hand.now.plusSeconds(10);
        Duration fourth = attempts.begin(ANN, HOME).delay();
        guess(10, HOME);
        hand.now = hand.now.plusSeconds(10);

        assertThat(third).isPositive();
        assertThat(fourth).isGreaterThan(third);
        assertThat(attempts.begin(" ANN@prefstream.test", HOME).delay()).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void attemptsInParallelWaitOneBehindTheOtherAndAreRefusedInTheEnd() {
        guess(10, HOME);

        assertThat(attempts.begin(ANN, HOME).delay()).isEqualTo(Duration.ofSeconds(4));
        assertThat(attempts.begin(ANN, HOME).delay()).isEqualTo(Duration.ofSeconds(8));
        isRefused(HOME);
        assertThat(attempts.begin("bob@prefstream.test", HOME).delay()).isZero();
    }

    @Test
    void whoGuessesElsewhereDoesNotHoldUpTheOwner() {
        guess(12, "198.51.100.1");

        assertThat(attempts.begin(ANN, HOME).delay()).isZero();
    }

    @Test
    void guessesFromManyPlacesAreSpacedOutTogether() {
        for (int place = 0; place < 20; place++) {
            assertThat(attempts.begin(ANN, "198.51.100." + place).delay()).isZero();
        }

        assertThat(attempts.begin(ANN, "192.0.2.1").delay()).isEqualTo(Duration.ofMillis(500));
        assertThat(attempts.begin(ANN, "192.0.2.2").delay()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void guessesFromManyPlacesDoNotKeepTheOwnerOutOfAKnownOne() {
        attempts.succeeded(attempts.begin(ANN, HOME));
        for (int place = 0; place < 40; place++) {
            attempts.begin(ANN, "198.51.100." + place);
        }
        isRefused("192.0.2.1");

        assertThat(attempts.begin(ANN, HOME).delay()).isZero();
    }

    @Test
    void anAttemptThatAnswersNothingDoesNotCount() {
        for (int i = 0; i < 50; i++) {
            attempts.withdraw(attempts.begin(ANN, HOME));
        }

        assertThat(attempts.begin(ANN, HOME).delay()).isZero();
    }

    @Test
    void theRightPasswordOrAQuietWhileForgivesAll() {
        guess(10, HOME);
        hand.now = hand.now.plus(Duration.ofMinutes(16));
        Attempt right = attempts.begin(ANN, HOME);
        assertThat(right.delay()).isZero();
        guess(9, HOME);
        attempts.succeeded(right);

        assertThat(attempts.begin(ANN, HOME).delay()).isZero();
    }

    private void isRefused(String place) {
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> attempts.begin(ANN, place))
                .satisfies(refusal -> assertThat(refusal.status()).isEqualTo(429));
    }

    /** Wrong passwords one after the other, each after its turn. */
    private void guess(int times, String place) {
        for (int i = 0; i < times; i++) {
            hand.now = hand.now.plus(attempts.begin(ANN, place).delay());
        }
    }
}
