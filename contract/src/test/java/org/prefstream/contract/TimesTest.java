package org.prefstream.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonProcessingException;

class TimesTest {

    @Test
    void writesSixDigitsAlways() {
        assertThat(Times.format(Instant.parse("2026-11-23T03:00:00Z"))).isEqualTo("2026-11-23T03:00:00.000000Z");
        assertThat(Times.format(Instant.parse("2026-11-23T03:00:00.5Z"))).isEqualTo("2026-11-23T03:00:00.500000Z");
    }

    @Test
    void cutsOffWhatIsFinerThanAMicrosecond() {
        assertThat(Times.format(Instant.parse("2026-11-23T03:00:00.123456999Z")))
                .isEqualTo("2026-11-23T03:00:00.123456Z");
    }

    @Test
    void writesLatinDigitsInEveryLocale() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        try {
            assertThat(Times.format(Instant.EPOCH)).isEqualTo("1970-01-01T00:00:00.000000Z");
            assertThat(session("\"1970-01-01T00:00:00.000000Z\"")).isEqualTo(Instant.EPOCH);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void recordsReadTimesWithoutAFractionAndWithAnOffset() {
        assertThat(session("\"2026-11-23T03:00:00Z\"")).isEqualTo(Instant.parse("2026-11-23T03:00:00Z"));
        assertThat(session("\"2026-11-23T04:00:00.250000+01:00\"")).isEqualTo(Instant.parse("2026-11-23T03:00:00.25Z"));
    }

    @Test
    void readsWhatItWrites() {
        for (String moment : List.of("1969-12-31T23:59:59.999999Z", "2026-11-23T03:00:00Z", "0000-01-01T00:00:00Z",
                "9999-12-31T23:59:59.000001Z", "2024-02-29T12:34:56.789012Z")) {
            assertThat(Times.parse(Times.format(Instant.parse(moment)))).contains(Instant.parse(moment));
        }
    }

    @Test
    void readsNothingElse() {
        for (String other : List.of("", "2026-11-23T03:00:00Z", "2026-11-23T03:00:00.000000+",
                "2026-11-23 03:00:00.000000Z", "2026-02-30T03:00:00.000000Z", "2026-11-23T24:00:00.000000Z",
                "2026-11-23T03:00:00.00000xZ", "2026-11-23T03:00:0\u0661.000000Z", "+026-11-23T03:00:00.000000Z")) {
            assertThat(Times.parse(other)).as(other).isEmpty();
        }
    }

    @Test
    void writesYearsThatNeedMoreDigits() {
        assertThat(Times.format(Instant.parse("+12026-11-23T03:00:00Z"))).isEqualTo("+12026-11-23T03:00:00.000000Z");
        assertThat(Times.format(Instant.parse("-0001-11-23T03:00:00Z"))).isEqualTo("-0001-11-23T03:00:00.000000Z");
    }

    private static Instant session(String time) {
        try {
            return Golden.MAPPER.readValue("{\"hash\":\"\",\"expires_at\":" + time + "}", AccessRecord.Session.class)
                    .expiresAt();
        } catch (JsonProcessingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
