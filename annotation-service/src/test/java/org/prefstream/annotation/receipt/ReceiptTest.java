package org.prefstream.annotation.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prefstream.annotation.dataset.RowKeys;

class ReceiptTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void coversWhatWasJudgedWithoutALongPause() {
        List<Worked> newest = List.of(worked(90, false, false), worked(61, true, false), worked(31, false, true),
                worked(0, false, false));

        assertThat(Receipt.of(newest, true)).returns(NOON.plus(Duration.ofMinutes(31)), Receipt::since)
                .returns(3, Receipt::judged)
                .returns(1, Receipt::skipped)
                .returns(1, Receipt::changed)
                .returns(2, Receipt::rows)
                .returns(true, Receipt::whole);
    }

    @Test
    void saysThatThereMayBeMoreWhereNotAllWasLookedAt() {
        List<Worked> newest = List.of(worked(2, false, false), worked(1, false, false));

        assertThat(Receipt.of(newest, false)).returns(false, Receipt::whole);
        assertThat(Receipt.of(List.of(worked(99, false, false), worked(1, false, false)), false)).returns(true,
                Receipt::whole);
    }

    @Test
    void hashesTheRowsInTheOrderOfTheirLines() {
        Worked second = new Worked(12, false, false, NOON, new RowKeys(List.of("9/comparison/1-0", "9/comparison/2-0")),
                0, 0);
        Worked first = new Worked(7, false, false, NOON, new RowKeys(List.of("10/comparison/0-1")), 0, 0);

        // printf '10/comparison/0-1 7\n9/comparison/1-0 12\n9/comparison/2-0 12\n' | sha256sum
        assertThat(Receipt.of(List.of(second, first), true))
                .returns("c1fa005b13c03d01a8b0820d522a9eb76b7cbf68f673a7cf4191c6201ed61845", Receipt::rowsSha256);
    }

    @Test
    void isNoneWhereNothingWasJudged() {
        assertThat(Receipt.of(List.of(), true)).isNull();
        assertThat(Sides.of(List.of(worked(0, true, false)))).isNull();
    }

    @ParameterizedTest
    @CsvSource({"8,2,0.8,0.490162,0.943318", "0,5,0,0,0.434482", "53,47,0.53,0.432889,0.624892", "1,0,1,0.206549,1"})
    void theShareOfTheLeftHasWilsonsInterval(int left, int right, double share, double low, double high) {
        Sides sides = Sides.of(left, right);

        assertThat(sides.share()).isEqualTo(share);
        assertThat(sides.low()).isCloseTo(low, within(1e-5));
        assertThat(sides.high()).isCloseTo(high, within(1e-5));
    }

    private static Worked worked(int minute, boolean skipped, boolean changed) {
        RowKeys rows = skipped ? RowKeys.NONE : new RowKeys(List.of(minute + "/comparison/0-1"));
        return new Worked(1, skipped, changed, NOON.plus(Duration.ofMinutes(minute)), rows, 0, 0);
    }
}
