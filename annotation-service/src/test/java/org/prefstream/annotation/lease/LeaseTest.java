package org.prefstream.annotation.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.prefstream.annotation.lease.Lease.State;
import org.prefstream.annotation.testing.Records;
import org.prefstream.annotation.verdict.ShownOrder;

class LeaseTest {

    private static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");
    private static final Duration LENGTH = Duration.ofMinutes(15);
    private static final long ANNOTATION = 91;

    @Test
    void isLiveUntilItsTimeIsOver() {
        Lease lease = lease(State.LIVE);

        assertThat(lease.expiresAt()).isEqualTo(NOW.plus(LENGTH));
        assertThat(lease.isLive(NOW)).isTrue();
        assertThat(lease.isLive(NOW.plus(LENGTH).minusNanos(1))).isTrue();
        assertThat(lease.isLive(NOW.plus(LENGTH))).isFalse();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "LIVE")
    void isLiveNoLongerOnceItHasEnded(State state) {
        assertThat(lease(state).isLive(NOW)).isFalse();
    }

    @Test
    void keepsWhatWasShown() {
        assertThat(lease(State.LIVE).shownOrder()).isEqualTo(new ShownOrder(List.of(1, 0)));
        assertThat(lease(State.LIVE).shownSha256()).isEqualTo("abc");
    }

    @ParameterizedTest
    @CsvSource({"7,41", "8,42", "8,41"})
    void refusesAnotherAnnotatorAndAnotherToken(long annotator, long token) {
        assertThatThrownBy(() -> lease(State.LIVE).require(annotator, token)).isInstanceOf(LeaseLost.class);
    }

    @ParameterizedTest
    @EnumSource
    void knowsItsAnnotatorByTheTokenInEachState(State state) {
        assertThatNoException().isThrownBy(() -> lease(state).require(7, 42));
    }

    @Test
    void isExtendedFromTheHeartbeatOn() {
        Lease lease = lease(State.LIVE);
        Instant heartbeat = NOW.plusSeconds(60);

        assertThat(lease.extend(heartbeat, LENGTH)).isEqualTo(heartbeat.plus(LENGTH)).isEqualTo(lease.expiresAt());
    }

    @Test
    void isNeverShortenedByAHeartbeat() {
        Lease lease = lease(State.LIVE);

        assertThat(lease.extend(NOW.plusSeconds(60), Duration.ofMinutes(5))).isEqualTo(NOW.plus(LENGTH))
                .isEqualTo(lease.expiresAt());
    }

    @Test
    void isNotExtendedOnceItsTimeIsOver() {
        Lease lease = lease(State.LIVE);

        assertThatThrownBy(() -> lease.extend(NOW.plus(LENGTH), LENGTH)).isInstanceOf(LeaseLost.class);
        assertThat(lease.expiresAt()).isEqualTo(NOW.plus(LENGTH));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "LIVE")
    void isNotExtendedOnceItHasEnded(State state) {
        assertThatThrownBy(() -> lease(state).extend(NOW, LENGTH)).isInstanceOf(LeaseLost.class);
    }

    @Test
    void endsOnceByBeingHandedBackOrByItsTime() {
        assertThat(lease(State.LIVE).handBack()).isTrue();
        assertThat(lease(State.LIVE).expire()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "LIVE")
    void staysAsItEnded(State state) {
        Lease lease = lease(state);

        assertThat(lease.handBack()).isFalse();
        assertThat(lease.expire()).isFalse();
        assertThat(lease.isSubmitted()).isEqualTo(state == State.SUBMITTED);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "SUBMITTED")
    void endsWithAnAnnotationAlsoAfterItsTime(State state) {
        Lease lease = lease(state);

        lease.submit(ANNOTATION);

        assertThat(lease.isSubmitted()).isTrue();
        assertThat(lease.isLive(NOW)).isFalse();
        assertThat(lease.annotationId()).isEqualTo(ANNOTATION);
    }

    @Test
    void givesOneAnnotationAtMost() {
        Lease lease = lease(State.SUBMITTED);

        assertThatThrownBy(() -> lease.submit(ANNOTATION + 1)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("annotation 91");
        assertThat(lease.annotationId()).isEqualTo(ANNOTATION);
    }

    private static Lease lease(State state) {
        Lease lease = new Lease(5, 1, 2, 7, 42, "abc", new ShownOrder(List.of(1, 0)), NOW, LENGTH, false,
                Records.withGuidelines(1, "", 0));
        switch (state) {
            case LIVE -> {
                // as it begins
            }
            case SUBMITTED -> lease.submit(ANNOTATION);
            case EXPIRED -> assertThat(lease.expire()).isTrue();
            case RETURNED -> assertThat(lease.handBack()).isTrue();
        }
        return lease;
    }
}
