package org.prefstream.kit.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;

class FloorTest {

    private long now = 7;
    private final Floor floor = new Floor(() -> now);

    @Test
    void theFirstLookIsFromTheBeginning() {
        assertThat(floor.next()).isZero();
    }

    @Test
    void whatWasSettledLongEnoughAgoIsNotLookedAtAgain() {
        floor.next();
        floor.settled(50);
        pass(200);
        floor.settled(90);
        assertThat(floor.next()).as("a transaction with a lower id may commit yet").isZero();

        pass(150);

        assertThat(floor.next()).isEqualTo(50);
    }

    @Test
    void theFloorNeverSinks() {
        floor.next();
        floor.settled(90);
        floor.settled(50);
        pass(400);

        assertThat(floor.next()).isEqualTo(90);
    }

    @Test
    void onceASecondTheLookIsFromTheBeginning() {
        floor.next();
        floor.settled(50);
        pass(400);
        assertThat(floor.next()).isEqualTo(50);

        pass(600);

        assertThat(floor.next()).isZero();
        assertThat(floor.next()).isEqualTo(50);
    }

    private void pass(long millis) {
        now += Duration.ofMillis(millis).toNanos();
    }
}
