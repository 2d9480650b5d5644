package org.prefstream.kit.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

class TimeBehindTest {

    private static final OffsetDateTime DOUBT = OffsetDateTime.parse("2026-11-27T12:00:00Z");

    private final AtomicLong nanos = new AtomicLong();
    private final TimeBehind behind = new TimeBehind(nanos::get);

    @Test
    void anOwnerIsBehindForLongAfterAMinuteOfAnswersThatSaySo() {
        assertThat(behind.isForLong(DOUBT)).isFalse();
        nanos.addAndGet(TimeBehind.MAX.toNanos());
        assertThat(behind.isForLong(DOUBT)).isFalse();
        nanos.incrementAndGet();
        assertThat(behind.isForLong(DOUBT)).isTrue();
        assertThat(behind.isForLong(DOUBT.plusDays(1))).as("of another doubt").isFalse();
    }

    @Test
    void anotherAnswerBetweenBeginsTheMinuteAnew() {
        behind.isForLong(DOUBT);
        behind.ended(DOUBT);
        nanos.addAndGet(2 * TimeBehind.MAX.toNanos());

        assertThat(behind.isForLong(DOUBT)).isFalse();
    }
}
