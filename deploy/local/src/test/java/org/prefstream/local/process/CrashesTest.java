package org.prefstream.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

class CrashesTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final RestartPolicy POLICY = new RestartPolicy(Duration.ofMillis(250), Duration.ofSeconds(1), 5,
            Duration.ofMinutes(1), Duration.ofMinutes(2));

    private final Crashes crashes = new Crashes(POLICY);

    @Test
    void doublesTheWaitUpToTheLongest() {
        assertThat(crashes.record(NOON, true)).contains(Duration.ofMillis(250));
        assertThat(crashes.record(NOON.plusSeconds(1), true)).contains(Duration.ofMillis(500));
        assertThat(crashes.record(NOON.plusSeconds(2), true)).contains(Duration.ofSeconds(1));
        assertThat(crashes.record(NOON.plusSeconds(3), true)).contains(Duration.ofSeconds(1));
    }

    @Test
    void givesUpAtTheFifthCrashInAMinute() {
        for (int second = 0; second < 4; second++) {
            assertThat(crashes.record(NOON.plusSeconds(second * 14L), true)).isPresent();
        }

        assertThat(crashes.record(NOON.plusSeconds(59), true)).isEmpty();
    }

    @Test
    void forgetsACrashAfterAMinute() {
        for (int second = 0; second < 4; second++) {
            assertThat(crashes.record(NOON.plusSeconds(second), true)).isPresent();
        }

        assertThat(crashes.record(NOON.plusSeconds(120), true)).contains(Duration.ofMillis(250));
    }

    @Test
    void givesUpAfterFiveStartsInARowThatNeverBecameReadyHoweverLongEachTook() {
        for (int minute = 0; minute < 4; minute++) {
            assertThat(crashes.record(NOON.plusSeconds(minute * 90L), false)).isPresent();
        }

        assertThat(crashes.record(NOON.plusSeconds(400), false)).isEmpty();
    }
}
