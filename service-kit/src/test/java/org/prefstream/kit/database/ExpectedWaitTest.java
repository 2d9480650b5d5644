package org.prefstream.kit.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;

class ExpectedWaitTest {

    private final ExpectedWait wait = new ExpectedWait(128, Duration.ofMillis(900));

    @Test
    void nobodyIsRefusedBeforeAnythingIsKnown() {
        assertThat(wait.isTooLong(1_000)).isFalse();
    }

    @Test
    void aSlowCommitterTakesFewerThanAFastOne() {
        store(Duration.ofMillis(40));
        assertThat(wait.isTooLong(256)).isFalse();

        for (int i = 0; i < 20; i++) {
            store(Duration.ofMillis(400));
        }
        assertThat(wait.isTooLong(256)).isTrue();
        assertThat(wait.isTooLong(255)).isFalse();
    }

    @Test
    void twoGroupsAreAlwaysTaken() {
        store(Duration.ofSeconds(20));

        assertThat(wait.isTooLong(255)).isFalse();
        assertThat(wait.isTooLong(256)).isTrue();
    }

    @Test
    void aCommitterThatIsFastAgainTakesAllAgain() {
        store(Duration.ofSeconds(20));
        for (int i = 0; i < 20; i++) {
            store(Duration.ofMillis(30));
        }

        assertThat(wait.isTooLong(256)).isFalse();
    }

    @Test
    void anIdleCommitterTakesEverybody() {
        ExpectedWait single = new ExpectedWait(1, Duration.ofMillis(900));
        single.stored(Duration.ofSeconds(20).toNanos());

        assertThat(single.isTooLong(0)).isFalse();
        assertThat(single.isTooLong(2)).isTrue();
    }

    private void store(Duration took) {
        wait.stored(took.toNanos());
    }
}
