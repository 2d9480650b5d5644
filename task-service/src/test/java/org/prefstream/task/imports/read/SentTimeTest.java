package org.prefstream.task.imports.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentTimeTest {

    @ParameterizedTest
    @CsvSource({"2024-05-06T07:08:09.101112Z,2024-05-06T07:08:09.101112Z", "2024-05-06T07:08:09Z,2024-05-06T07:08:09Z",
            "2024-05-06t07:08:09z,2024-05-06T07:08:09Z", "2024-05-06T07:08:09+02:00,2024-05-06T05:08:09Z",
            "2024-05-06 07:08:09.5-0530,2024-05-06T12:38:09.5Z", "2024-05-06T07:08:09+02,2024-05-06T05:08:09Z",
            "2024-05-06T07:08Z,2024-05-06T07:08:00Z", "2024-05-06T07:08:09.123456789Z,2024-05-06T07:08:09.123456Z",
            "1970-01-01T00:00:00Z,1970-01-01T00:00:00Z"})
    void readsTextsWithTheirOffset(String text, Instant moment) {
        assertThat(SentTime.of(text)).contains(moment);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2024-05-06", "2024-05-06T07:08:09", "2024-13-06T07:08:09Z",
            "2024-02-30T07:08:09Z", "2024-05-0607:08:09Z", "2024-05-06  07:08:09Z", "06.05.2024 07:08", "1600000021",
            "1969-12-31T23:59:59Z", "+10000-01-01T00:00:00Z"})
    void readsNoTextThatNamesNoMoment(String text) {
        assertThat(SentTime.of(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1600000021,2020-09-13T12:27:01Z", "1600000021.25,2020-09-13T12:27:01.25Z",
            "1.6E+9,2020-09-13T12:26:40Z", "0,1970-01-01T00:00:00Z", "1600000021.1234569,2020-09-13T12:27:01.123456Z",
            "253402300799,9999-12-31T23:59:59Z"})
    void readsSecondsAsOldVersionsWroteThem(BigDecimal seconds, Instant moment) {
        assertThat(SentTime.of(seconds)).contains(moment);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1600000021000000", "1E+1000", "253402300800", "-0.000001"})
    void readsNoNumberThatIsNoTimeInSeconds(BigDecimal seconds) {
        assertThat(SentTime.of(seconds)).isEmpty();
    }
}
