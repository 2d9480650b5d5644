package org.prefstream.export.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareTest {

    /**
     * R. G. Newcombe, "Two-sided confidence intervals for the single proportion: comparison of seven methods", Statistics in Medicine
     * 17, 1998, table I, method 3.
     */
    @ParameterizedTest
    @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0.0000, 0.1611", "1, 29, 0.0061, 0.1718"})
    void hasTheIntervalsOfTheLiterature(long hits, long trials, double low, double high) {
        Share share = Share.of(hits, trials);

        assertThat(share.share()).isEqualTo((double) hits / trials);
        assertThat(share.low()).isEqualTo(low, within(0.00005));
        assertThat(share.high()).isEqualTo(high, within(0.00005));
    }

    @Test
    void isUnknownWithoutTrials() {
        assertThat(Share.of(0, 0)).isEqualTo(new Share(null, null, null));
    }
}
