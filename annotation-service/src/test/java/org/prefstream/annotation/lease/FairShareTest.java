package org.prefstream.annotation.lease;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FairShareTest {

    @Test
    void whoeverIsAloneTakesAllThatMayBeKept() {
        assertThat(new FairShare(true, 3).of(0)).isEqualTo(ClaimTasks.KEPT_LEASES_MAX);
    }

    @ParameterizedTest
    @CsvSource({"0, 20, 10", "10, 10, 10", "4, 3, 4", "0, 1, 1", "0, 0, 0", "7, 0, 7", "0, 500, 60"})
    void whereOthersWorkHalfOfWhatIsLeftMayBeTakenAlong(int here, long left, int share) {
        assertThat(new FairShare(false, left).of(here)).isEqualTo(share);
    }
}
