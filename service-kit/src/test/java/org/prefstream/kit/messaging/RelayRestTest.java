package org.prefstream.kit.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelayRestTest {

    /** The first two are the rest of the spacing, the next two a quarter of what it took, the last but one what it took longer. */
    @ParameterizedTest
    @CsvSource({"0, 20", "5, 15", "20, 5", "24, 6", "80, 60", "1000, 160"})
    void theRelayRestsForTheSpacingAndLongerOnABusyMachine(long worked, long rest) {
        assertThat(Relay.rest(Duration.ofMillis(worked), Duration.ofMillis(20))).hasMillis(rest);
    }
}
