package org.prefstream.kit.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which replica relays, by the database's clock. */
class RelayLeaseTest {

    private static final Duration LENGTH = Duration.ofMinutes(1);
    private static final UUID ONE = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();

    private RelayBench bench;

    @BeforeEach
    void freshBench() throws Exception {
        bench = RelayBench.fresh();
    }

    @Test
    void onlyItsOwnerCanRenewALiveLease() throws Exception {
        assertThat(bench.lease().take(ONE, LENGTH)).isTrue();

        assertThat(bench.lease().take(OTHER, LENGTH)).isFalse();
        assertThat(bench.lease().take(ONE, LENGTH)).isTrue();
    }

    @Test
    void anExpiredLeaseIsAnybodys() throws Exception {
        assertThat(bench.lease().take(ONE, Duration.ofSeconds(-1))).isTrue();

        assertThat(bench.lease().take(OTHER, LENGTH)).isTrue();
        assertThat(bench.lease().take(ONE, LENGTH)).isFalse();
    }

    @Test
    void aLeaseThatWasGivenBackIsFreeAtOnce() throws Exception {
        assertThat(bench.lease().take(ONE, LENGTH)).isTrue();

        bench.lease().release(ONE);

        assertThat(bench.lease().take(OTHER, LENGTH)).isTrue();
    }

    @Test
    void nobodyGivesBackALeaseOfSomebodyElse() throws Exception {
        assertThat(bench.lease().take(ONE, LENGTH)).isTrue();

        bench.lease().release(OTHER);

        assertThat(bench.lease().take(OTHER, LENGTH)).isFalse();
    }
}
